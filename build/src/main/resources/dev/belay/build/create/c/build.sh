#!/usr/bin/env bash
# Builds target/@name@.wasm.
#
#   BELAY        how to run belay                                          (default: belay)
#   BELAY_CLANG  a clang that has the target wasm32-wasi and its library   (default: clang, or clang-14 and later)
set -eu
cd "$(dirname "$0")"
belay=${BELAY:-belay}

clang=
for each in ${BELAY_CLANG:-clang clang-14 clang-15 clang-16 clang-17 clang-18 clang-19 clang-20}; do
    if command -v "$each" >/dev/null && echo '#include <stdlib.h>' | "$each" --target=wasm32-wasi -fsyntax-only -xc - 2>/dev/null; then
        clang=$each
        break
    fi
done
if [ -z "$clang" ]; then
    echo "error: expected clang with the C library of WASI, found none" >&2
    echo "= Debian: apt-get install clang-14 lld-14 wasi-libc libclang-rt-14-dev-wasm32" >&2
    echo "= elsewhere: wasi-sdk, and BELAY_CLANG=/opt/wasi-sdk/bin/clang" >&2
    exit 3
fi

mkdir -p target
"$belay" bindings wit --lang c -o glue
"$clang" --target=wasm32-wasi -mexec-model=reactor -std=c11 -Os -Wall -Wextra -Wl,--strip-all -Iglue \
    src/*.c glue/*.c -o target/core.wasm
"$belay" componentize target/core.wasm --wit wit -o target/@name@.wasm
