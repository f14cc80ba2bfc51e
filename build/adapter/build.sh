#!/usr/bin/env bash
# Builds the adapter that meets what TeaVM's start-up code imports of WASI preview 1 with nothing of the host.
#
#   build/adapter/build.sh      BELAY_OUT: where to, default: the resources of this module
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
BELAY_OUT=${BELAY_OUT:-$root/build/src/main/resources/dev/belay/build}
. "$root/examples/support/build-env.sh"

freestanding -I "$root/compose/adapter" "$here/no-system.c"
cp "$work/core.wasm" "$out/no-system.wasm"
printf 'no-system: %s bytes\n' "$(wc -c < "$out/no-system.wasm")"
