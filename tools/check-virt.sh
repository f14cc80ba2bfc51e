#!/usr/bin/env bash
# Runs a program that goes through what can be done to files (examples/guests/file-tour) in jco: against a directory of this
# machine, as it is and let through at another path, and against virtual files, writable and not. The same is tested here by
# `mvn verify`.
#
#   tools/check-virt.sh
#
# A PASS, FAIL or SKIP line for each; exit 1 when one fails, or jco is missing while BELAY_REQUIRED is 1.
set -u
. "$(dirname "$0")/jco-env.sh"

belay=${BELAY:-$root/belay}
tour=$root/examples/guests/file-tour/file-tour.wasm
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
jco_install >/dev/null 2>&1 || { echo "SKIP  all: no jco"; [ "${BELAY_REQUIRED:-}" != 1 ]; exit; }
ln -s "$(cd "$jco_home" && pwd)/node_modules" "$work/node_modules"

# The program leaves things behind: each run against a real directory begins with a new one.
fill() {
    rm -rf "$work/data"
    mkdir -p "$work/data/sub"
    printf 'hello, files\n' > "$work/data/greeting.txt"
    printf 'inner\n' > "$work/data/sub/inner.txt"
}

fill

# tour NAME COMPONENT ARGUMENTS…
tour() {
    local name=$1 component=$2 directory
    shift 2
    directory=$(mktemp -d "$work/XXXXXX")
    $BELAY_JCO transpile "$component" --name tour -o "$directory/out" --no-typescript -q >"$work/log" 2>&1 || cat "$work/log"
    cat > "$directory/main.mjs" <<J
import { _setPreopens } from '@bytecodealliance/preview2-shim/filesystem';
_setPreopens({ '/data': '$work/data' });
const { run } = await import('./out/tour.js');
run.run();
J
    if (cd "$directory" && node main.mjs "$@" > "$work/said" 2>&1) && ! grep -q FAIL "$work/said" \
        && grep -q 'all is well' "$work/said"; then
        echo "PASS  $name, $(grep -c '^ok' "$work/said") steps"
    else
        echo "FAIL  $name:"
        grep -v '^ok' "$work/said"
        failed=1
    fi
}

"$belay" virt "$tour" --mount "/data=$work/data" --writable --args allow --stdio allow -o "$work/writable.wasm" 2>/dev/null
"$belay" virt "$tour" --mount "/data=$work/data" --args allow --stdio allow -o "$work/read-only.wasm" 2>/dev/null
"$belay" virt "$tour" --preopen "/here=/data" --args allow --stdio allow -o "$work/preopened.wasm" 2>/dev/null
tour "virtual files, writable" "$work/writable.wasm" /data
tour "virtual files, read-only" "$work/read-only.wasm" /data read-only
tour "a directory" "$tour" /data
fill
tour "a directory at another path" "$work/preopened.wasm" /here
exit $failed
