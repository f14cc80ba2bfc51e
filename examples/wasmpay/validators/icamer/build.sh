#!/usr/bin/env bash
. "$(dirname "$0")/../../../support/build-env.sh"
java icamer.Validator "$here/icamer"
component icamer "$examples/wasmpay/wit" --adapt wasi_snapshot_preview1="$work/preview1.wasm"
