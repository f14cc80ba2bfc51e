#!/usr/bin/env bash
# Runs compositions whose components share resources here and in another runtime (jco, on Node): both have to answer
# what the composition says. Three components: one defines a resource, one makes values of it, one reads and drops them.
#
#   tools/jco-compose-check.sh
#
# Prints a PASS or FAIL line for each. Exit 0: all passed, or skipped because Node is absent and BELAY_REQUIRED is not 1.
set -eu

. "$(dirname "$0")/jco-env.sh"

if ! reason=$(jco_install 2>&1); then
    echo "SKIP  jco-compose-check: $reason"
    [ "${BELAY_REQUIRED:-}" != 1 ] || exit 1
    exit 0
fi
jco_install

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo '{"type": "module"}' > "$work/package.json"
cases=$root/compose/src/test/resources/dev/belay/compose/wac

failed=0
# answers FILE.wac EXPORT: what EXPORT(41) gives, here and there, is 42: the second component adds one.
answers() {
    local name=${1%.wac} export=$2 here there
    "$root/belay" compose "$cases/$1" --deps-dir "$cases/deps" -o "$work/$name.wasm" 2>/dev/null
    here=$("$root/belay" invoke "$work/$name.wasm" "$export(41)")
    $BELAY_JCO transpile "$work/$name.wasm" --name "$name" -o "$work/$name" --no-typescript -q > "$work/log" 2>&1 ||
        { cat "$work/log"; echo "FAIL  $1: jco transpile"; failed=1; return; }
    there=$(cd "$work" && node --input-type=module -e "
        const its = await import('./$name/$name.js'); console.log(String(its['$export'](41)));")
    if [ "$here" = 42 ] && [ "$there" = 42 ]; then
        echo "PASS  $1: $export(41) is 42 here and in jco"
    else
        echo "FAIL  $1: expected 42, found $here here and $there in jco"
        failed=1
    fi
}
answers shared.wac run
answers spread-order.wac run
exit $failed
