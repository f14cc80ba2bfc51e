#!/usr/bin/env bash
# Tests wasmPay's page in headless Chromium: with a stand-in for the gateway, and with all of `belay demo` behind it; and the
# console of a host that `belay up` runs.
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
host=
stop() {
    for process in $demo $host; do
        { kill -TERM "$process" && wait "$process"; } 2>/dev/null || true
    done
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

# A bank that moves from one validator to another, so that it has two revisions; and another, whose harness is upgraded.
manifest() {
    cat > "$work/platform.yaml" <<EOF
platform: console
http: {address: 127.0.0.1:0}
harnesses:
  payments: {contract: wasmpay:platform/validation@0.1.0, upper: $root/examples/wasmpay/harness/harness.wasm}
  reviews: {contract: wasmpay:platform/validation@0.1.0, upper: $root/examples/wasmpay/harness/harness.wasm}
applications:
  bank: {harness: payments, component: $root/examples/wasmpay/validators/$1/$1.wasm, triggers: [{http: {path: /bank}}]}
  review: {harness: reviews, component: $root/examples/wasmpay/validators/nordhaven/nordhaven.wasm, triggers: [{http: {path: /review}}]}
EOF
}
manifest nordhaven
"$root/belay" up "$work/platform.yaml" > "$work/host.out" 2> "$work/host.err" &
host=$!
for _ in $(seq 300); do
    grep -q '^admin' "$work/host.out" && break
    kill -0 "$host" 2>/dev/null || { cat "$work/host.err" >&2; echo "FAIL  browser-check: belay up ended"; exit 1; }
    sleep 0.2
done
manifest terrano
"$root/belay" apply "$work/platform.yaml" >> "$work/host.err" 2>&1 || { cat "$work/host.err" >&2; exit 1; }
console=$(sed -n 's/^admin //p' "$work/host.out")
served=$(grep -o 'http://[0-9.:]*' "$work/host.out" | head -1)
token=$(cat "$(find "$work" -name admin.token)")

if ! mvn -B -ntp -q -Dstyle.color=never -f "$module/pom.xml" test -Dplaywright.driver="$work/driver" -Dwasmpay.chromium="$chromium" \
    -Dconsole.url="$console" -Dconsole.token="$token" -Dconsole.served="$served" -Dwasmpay.url="$url/" -Dwasmpay.screenshots="$screenshots" > "$work/log" 2>&1; then
    cat "$work/log"
    tail -20 "$work/err"
    echo "FAIL  browser-check"
    exit 1
fi
for report in "$module"/target/surefire-reports/TEST-*.xml; do
    sed -n 's/^<testsuite .* name="[a-z.]*\([A-Za-z]*\)" .* tests="\([0-9]*\)" errors="\([0-9]*\)" skipped="\([0-9]*\)".*/PASS  \1: \2 tests, \4 skipped/p' "$report"
done
