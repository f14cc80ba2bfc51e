#!/usr/bin/env bash
. "$(dirname "$0")/../../../support/build-env.sh"
rust "$here/untrusted.rs"
wit_package "$here/wit" "$examples/wasmpay/wit"
wasi_wit 0.2.3 http io clocks cli random filesystem sockets
component untrusted "$work/wit"
