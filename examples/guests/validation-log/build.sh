#!/usr/bin/env bash
. "$(dirname "$0")/../../support/build-env.sh"
rust "$here/validation-log.rs"
wit_package "$here/wit" "$examples/wasmpay/wit"
wasi_wit 0.2.3 cli filesystem sockets random io clocks
component validation-log "$work/wit"
