#!/usr/bin/env bash
# Prints every valid component of the suites as text with bodies, lets another parser (wasm-tools, in jco) make a
# component of each, and compares that with what was printed.
#
#   tools/print-check.sh [ZIP…]     default: the suites in $BELAY_SHARED/conformance, or ../shared/conformance
#
# tools/print-check.known lists texts that the other parser does not take, with the reason.
# The last line says how many come back. Exit 0: all, or skipped because Node or the suites are absent and
# BELAY_REQUIRED is not 1. Exit 1: something differs.
set -eu

. "$(dirname "$0")/jco-env.sh"

skip() {
    echo "SKIP  print-check: $1"
    [ "${BELAY_REQUIRED:-}" != 1 ] || exit 1
    exit 0
}

suites=${BELAY_SHARED:-$root/../shared}/conformance
if [ $# = 0 ]; then
    set -- "$suites"/component-model.zip "$suites"/wasm-tools-component-model.zip "$suites"/wat-inputs.zip
fi
for zip; do
    [ -f "$zip" ] || skip "no file $zip"
done
reason=$(jco_install 2>&1) || skip "$reason"
jco_install

"$root/belay" --version >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln -s "$(cd "$jco_home" && pwd)/node_modules" "$work/node_modules"
cp "$root/tools/jco/parse.mjs" "$work/"
mkdir "$work/components"

# The java that ./belay would take: of a JDK 25 or newer.
java=java
for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release" 2>/dev/null || true)
    if [ "${version:-0}" -ge 25 ] && [ -x "$home/bin/java" ]; then
        java=$home/bin/java
        break
    fi
done

check() {
    "$java" -Xss8m -XX:+UseSerialGC \
        -cp "$root/cli/target/lib/*" dev.belay.conformance.print.PrintCheck "$@"
}
check write "$work/components" "$@"
(cd "$work" && node parse.mjs components)
check compare "$work/components" "$root/tools/print-check.known"
