#!/usr/bin/env bash
# Checks target/@name@.wasm: that it is a component of its world. Its functions are yours to test: `belay invoke` calls them.
# BELAY says how to run belay (default: belay).
set -eu
cd "$(dirname "$0")"
belay=${BELAY:-belay}

"$belay" validate target/@name@.wasm
"$belay" targets target/@name@.wasm --wit wit --world @name@
echo "PASS  @name@ fits its world"
