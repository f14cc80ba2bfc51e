#!/usr/bin/env bash
# Builds virt.wasm, the core module of the lower harness that `belay virt` makes components of.
#
#   wasi/virt/build.sh      BELAY_OUT: where to, default: the resources of this module
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
BELAY_OUT=${BELAY_OUT:-$root/wasi/src/main/resources/dev/belay/wasi/virt}
. "$root/examples/support/build-env.sh"

freestanding -I "$here" -I "$root/compose/adapter" "$here"/*.c
cp "$work/core.wasm" "$out/virt.wasm"
printf 'virt: %s bytes\n' "$(wc -c < "$out/virt.wasm")"
