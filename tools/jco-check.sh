#!/usr/bin/env bash
# Runs composed wasmPay components in another runtime (jco, on Node) and compares what they answer with what the
# bank's cases.json expects: over HTTP, over messages, and by calling the contract directly.
#
#   tools/jco-check.sh COMPONENT…      the file's name says which bank is in it: nordhaven.wasm, wasmpay-icamer.wasm
#
# JCO_OPTIONS are further options for `jco transpile`, such as --map for imports that are left.
# Prints a PASS or FAIL line for each case. Exit 0: all passed, or skipped because Node is absent and BELAY_REQUIRED
# is not 1. Exit 1: something failed. Exit 2: wrong arguments.
set -eu

. "$(dirname "$0")/jco-env.sh"

if [ $# = 0 ]; then
    echo "usage: tools/jco-check.sh COMPONENT…" >&2
    exit 2
fi
if ! reason=$(jco_install 2>&1); then
    echo "SKIP  jco-check: $reason"
    [ "${BELAY_REQUIRED:-}" != 1 ] || exit 1
    exit 0
fi
jco_install

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln -s "$(cd "$jco_home" && pwd)/node_modules" "$work/node_modules"
cp "$root"/tools/jco/*.mjs "$work/"

failed=0
for component; do
    if [ ! -f "$component" ]; then
        echo "jco-check: no file $component" >&2
        exit 2
    fi
    cases=
    for bank in "$root"/examples/wasmpay/validators/*/; do
        case $(basename "$component") in
            *"$(basename "$bank")"*) cases=${bank}cases.json ;;
        esac
    done
    if [ -z "$cases" ]; then
        echo "jco-check: expected a bank of examples/wasmpay/validators in the name of $component" >&2
        exit 2
    fi
    rm -rf "$work/component"
    if ! $BELAY_JCO transpile "$component" --name component -o "$work/component" --no-typescript -q \
        --map 'wasmcloud:messaging/*=../messaging.mjs#*' ${JCO_OPTIONS:-} > "$work/log" 2>&1; then
        cat "$work/log"
        echo "FAIL  $component: jco transpile"
        failed=1
        continue
    fi
    # On standard error: the harness's log.
    (cd "$work" && node check.mjs "$cases" "$(basename "$component")" 2> errors) || { tail -n 20 "$work/errors"; failed=1; }
done
exit $failed
