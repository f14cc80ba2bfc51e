#!/usr/bin/env bash
. "$(dirname "$0")/../../support/build-env.sh"
rust "$here/http-gate.rs"
wit_package "$here/wit"
wasi_wit 0.2.3 http io clocks
component http-gate "$work/wit"
