#!/usr/bin/env bash
. "$(dirname "$0")/../../support/build-env.sh"
rust "$here/call-count.rs"
wit_package "$here/wit" "$examples/wit/messaging"
wasi_wit 0.2.3 http io clocks
component call-count "$work/wit"
