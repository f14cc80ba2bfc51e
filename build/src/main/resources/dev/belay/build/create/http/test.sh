#!/usr/bin/env bash
# Serves target/@name@.wasm on a free port, asks it, and compares the answers. Needs curl. BELAY says how to run belay.
set -eu
cd "$(dirname "$0")"
belay=${BELAY:-belay}
failed=0
out=$(mktemp)
"$belay" serve target/@name@.wasm --http 127.0.0.1:0 > "$out" &
server=$!
trap 'kill "$server" 2>/dev/null; rm -f "$out"' EXIT
until base=$(grep -o 'http://[0-9.:]*' "$out"); do
    kill -0 "$server" 2>/dev/null || { echo "FAIL  belay serve ended"; exit 1; }
    sleep 0.1
done

# answers PATH EXPECTED: with a status and a body
answers() {
    local found
    found=$(curl -s --max-time 30 -w ' %{http_code}' "$base$1") || true
    if [ "$found" = "$2" ]; then
        echo "PASS  $1"
    else
        printf 'FAIL  %s: expected %s, found %s\n' "$1" "$2" "$found"
        failed=1
    fi
}

answers / 'Hello from @name@
 200'
answers '/hello/ada?loud=no' 'Hello, ada
 200'
answers /other 'Nothing at /other; there are / and /hello/NAME
 404'
exit $failed
