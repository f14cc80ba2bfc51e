#!/usr/bin/env bash
. "$(dirname "$0")/../../support/build-env.sh"
java javahttp.Handler "$here/javahttp"
wit_package "$here/wit"
wasi_wit 0.2.3 http io clocks
component java-http "$work/wit" --adapt wasi_snapshot_preview1="$work/preview1.wasm"
