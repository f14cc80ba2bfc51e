#!/usr/bin/env bash
# Builds target/@name@.wasm.
#
#   BELAY      how to run belay                           (default: belay)
#   BELAY_ASC  how to run the AssemblyScript compiler     (default: that of node_modules, which npm fills when it is missing)
set -eu
cd "$(dirname "$0")"
belay=${BELAY:-belay}

asc=${BELAY_ASC:-}
if [ -z "$asc" ]; then
    command -v npm >/dev/null || { echo "error: expected Node 20 or later with npm, found none" >&2; exit 3; }
    [ -e node_modules/.bin/asc ] || npm install --no-audit --no-fund --loglevel=error >&2
    asc=node_modules/.bin/asc
fi

mkdir -p target
"$belay" bindings wit --lang assemblyscript -o glue
# shellcheck disable=SC2086 # BELAY_ASC may have arguments
$asc glue/@snake@_exports.ts -o target/core.wasm -Osize --runtime incremental --use abort= --noColors \
    --transform ./glue/@snake@_names.mjs
"$belay" componentize target/core.wasm --wit wit -o target/@name@.wasm
