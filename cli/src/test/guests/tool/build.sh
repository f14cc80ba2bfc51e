#!/usr/bin/env bash
. "$(dirname "$0")/../../../../../examples/support/build-env.sh"
"$clang" --target=wasm32-wasi -Os -Wall -Wextra -Werror -fno-ident -Wl,--strip-all -Wl,-z,stack-size=65536 \
    "$here/tool.c" -o "$work/core.wasm"
$jco new "$work/core.wasm" --wasi-command -o "$out/tool.wasm" >/dev/null
