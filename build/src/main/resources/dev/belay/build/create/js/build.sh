#!/usr/bin/env bash
# Builds target/@name@.wasm.
#
#   BELAY_JCO    how to run jco     (default: that of node_modules, which npm fills when it is missing)
set -eu
cd "$(dirname "$0")"

jco=${BELAY_JCO:-}
if [ -z "$jco" ]; then
    command -v npm >/dev/null || { echo "error: expected Node 20 or later with npm, found none" >&2; exit 3; }
    [ -e node_modules/.bin/jco ] || npm install --no-audit --no-fund --loglevel=error >&2
    jco=node_modules/.bin/jco
fi

mkdir -p target
# shellcheck disable=SC2086 # BELAY_JCO may have arguments
$jco componentize "$PWD/src/main.js" --wit wit --world-name @name@ @options@ -o target/@name@.wasm > target/jco.log 2>&1 ||
    { cat target/jco.log >&2; exit 1; }
