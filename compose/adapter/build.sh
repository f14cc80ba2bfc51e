#!/usr/bin/env bash
# Builds the adapters for WASI preview 1 that Belay ships: preview1.wasm, and preview1-without-files.wasm, which is enough
# for programs that open no files.
#
#   compose/adapter/build.sh      BELAY_OUT: where to, default: the resources of this module
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
BELAY_OUT=${BELAY_OUT:-$root/compose/src/main/resources/dev/belay/compose}
. "$root/examples/support/build-env.sh"

wit_package "$here/wit"
wasi_wit 0.2.0 cli clocks filesystem io random
freestanding -I "$here" "$here"/*.c
embedded preview1-without-files "$work/wit" without-files
freestanding -DFILES_TOO -I "$here" "$here"/*.c
embedded preview1 "$work/wit" adapter
