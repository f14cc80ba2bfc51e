#!/usr/bin/env bash
# Plugs the validator of sample/ into target/@name@.wasm, serves both on a free port, asks them, and compares the answers.
# Needs curl. BELAY says how to run belay.
set -eu
cd "$(dirname "$0")"
belay=${BELAY:-belay}
failed=0
"$belay" build sample
"$belay" plug target/@name@.wasm --plug sample/target/sample.wasm -o target/tested.wasm
out=$(mktemp)
"$belay" serve target/tested.wasm --http 127.0.0.1:0 > "$out" &
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

answers '/validate?amount=1250&currency=USD&from=US&to=GB' '{"approved":true,"reason":null} 200'
answers '/validate?currency=GBP&amount=-1' '{"approved":false,"reason":"Unsupported currency: GBP"} 200'
answers '/validate?amount=9223372036854775807&currency=%22a+b%5C' \
    '{"approved":false,"reason":"Unsupported currency: \"a b\\"} 200'
answers '/validate?amount=12x&currency=USD' '{"error":"amount: expected a whole number of 64 bits"} 400'
answers '/validate?amount=9223372036854775808&currency=USD' '{"error":"amount: expected a whole number of 64 bits"} 400'
answers /other '{"error":"nothing here; there is /validate?amount=1250&currency=USD&from=US&to=GB"} 404'
exit $failed
