#!/usr/bin/env bash
# Builds target/@name@.wasm.
#
#   BELAY        how to run belay                                         (default: belay)
#   BELAY_RUSTC  a rustc that has the target wasm32-unknown-unknown       (default: rustc, or /usr/bin/rustc)
set -eu
cd "$(dirname "$0")"
belay=${BELAY:-belay}

rustc=
for each in ${BELAY_RUSTC:-rustc /usr/bin/rustc}; do
    if command -v "$each" >/dev/null && [ -d "$("$each" --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ]; then
        rustc=$each
        break
    fi
done
if [ -z "$rustc" ]; then
    echo "error: expected rustc with the target wasm32-unknown-unknown, found none" >&2
    echo "= rustup target add wasm32-unknown-unknown; Debian: apt-get install rustc libstd-rust-dev-wasm32 lld-14" >&2
    exit 3
fi
# Debian's has no linker of its own.
linker=()
if [ -z "$(find "$("$rustc" --print sysroot)/lib/rustlib" -name 'rust-lld*' -print -quit)" ]; then
    for each in wasm-ld wasm-ld-14 wasm-ld-15 wasm-ld-16 wasm-ld-17 wasm-ld-18 wasm-ld-19; do
        if command -v "$each" >/dev/null; then
            linker=(-C "linker=$each")
            break
        fi
    done
fi

mkdir -p target
"$belay" bindings wit --lang rust -o glue
"$rustc" --target wasm32-unknown-unknown --edition 2021 --crate-type cdylib --crate-name component \
    -C opt-level=s -C lto -C panic=abort -C strip=symbols -C codegen-units=1 ${linker[@]+"${linker[@]}"} \
    src/lib.rs -o target/core.wasm
"$belay" componentize target/core.wasm --wit wit -o target/@name@.wasm
