#!/usr/bin/env bash
. "$(dirname "$0")/../../../examples/support/build-env.sh"
rust "$here/hello.rs"
wit_package "$here/wit" "$here/../wit/hello"
wasi_wit 0.2.3 http io clocks
component hello "$work/wit"
