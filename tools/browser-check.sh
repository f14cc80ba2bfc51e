#!/usr/bin/env bash
# Tests wasmPay's page in headless Chromium: with a stand-in for the gateway, and with all of `belay demo` behind it.
#
#   tools/browser-check.sh [--screenshots]      --screenshots: writes those of examples/wasmpay/screenshots anew
#
# BELAY_CHROMIUM is the browser (default: chromium, Debian's). Prints a line for each class of tests. Exit 0: all passed,
# or skipped because a browser or Node is absent and BELAY_REQUIRED is not 1. Exit 1: something failed.
set -eu

. "$(dirname "$0")/jco-env.sh"

module=$root/examples/wasmpay/browser
screenshots=
case ${1:-} in
    '') ;;
    --screenshots) screenshots=$root/examples/wasmpay/screenshots ;;
    *) echo "usage: tools/browser-check.sh [--screenshots]" >&2; exit 2 ;;
esac

skip() {
    echo "SKIP  browser-check: $1"
    [ "${BELAY_REQUIRED:-}" != 1 ] || exit 1
    exit 0
}

chromium=$(command -v "${BELAY_CHROMIUM:-chromium}") || skip "no ${BELAY_CHROMIUM:-chromium} (Debian: chromium)"
node=$(command -v node) || skip "no node"
version=$(sed -n 's/.*<playwright.version>\(.*\)<.*/\1/p' "$module/pom.xml")
npm_install "playwright-core@$version" || skip "npm has no playwright-core@$version"

work=$(mktemp -d)
demo=
stop() {
    [ -z "$demo" ] || { kill -TERM "$demo" && wait "$demo"; } 2>/dev/null || true
    rm -rf "$work"
}
trap stop EXIT

# Playwright's driver, as its Java library wants to find it.
mkdir "$work/driver"
ln -s "$node" "$work/driver/node"
ln -s "$root/target/npm/node_modules/playwright-core" "$work/driver/package"

"$root/belay" --version >/dev/null
"$root/belay" demo --http 127.0.0.1:0 > "$work/out" 2> "$work/err" &
demo=$!
for _ in $(seq 600); do
    grep -q 'Ctrl-C' "$work/out" && break
    kill -0 "$demo" 2>/dev/null || { cat "$work/err" >&2; echo "FAIL  browser-check: belay demo ended"; exit 1; }
    sleep 0.2
done
url=$(grep -o 'http://[0-9.:]*' "$work/out" | head -1)

if ! mvn -B -ntp -q -Dstyle.color=never -f "$module/pom.xml" test -Dplaywright.driver="$work/driver" -Dwasmpay.chromium="$chromium" \
    -Dwasmpay.url="$url/" -Dwasmpay.screenshots="$screenshots" > "$work/log" 2>&1; then
    cat "$work/log"
    tail -20 "$work/err"
    echo "FAIL  browser-check"
    exit 1
fi
for report in "$module"/target/surefire-reports/TEST-*.xml; do
    sed -n 's/^<testsuite .* name="[a-z.]*\([A-Za-z]*\)" .* tests="\([0-9]*\)" errors="\([0-9]*\)" skipped="\([0-9]*\)".*/PASS  \1: \2 tests, \4 skipped/p' "$report"
done
