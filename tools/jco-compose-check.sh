#!/usr/bin/env bash
# Runs compositions here and in another runtime (jco, on Node): both have to answer what the composition says.
# - Three components that share a resource: one defines it, one makes values of it, one reads and drops them.
# - A validator behind three pieces of middleware that log each call.
# - An HTTP handler behind three that let requests through or refuse them.
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

. "$root/tools/checks.sh"

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

# chain NAME COMPONENT MIDDLEWARE: $work/NAME.wasm and $work/NAME/ for jco, COMPONENT behind three of MIDDLEWARE
chain() {
    "$root/belay" plug "$2" --wrap "$3" --wrap "$3" --wrap "$3" -o "$work/$1.wasm" 2>/dev/null
    $BELAY_JCO transpile "$work/$1.wasm" --name "$1" -o "$work/$1" --no-typescript -q > "$work/log" 2>&1 || cat "$work/log"
}

ln -s "$(cd "$jco_home" && pwd)/node_modules" "$work/node_modules"
guests=$root/examples/guests
chain logged "$root/examples/wasmpay/validators/nordhaven/nordhaven.wasm" "$guests/validation-log/validation-log.wasm"
bank='id: "1", country: "US", currency: "USD", name: ""'
call="validate({origin: {code: \"NH\", $bank}, destination: {code: \"IC\", $bank}, amount: 1250, currency: \"USD\","
call="$call status: \"pending\", reason: \"rent\"})"
log=$(printf 'validate NH to IC, 1250 USD: approved\n%.0s' 1 2 3)
same "three that log, here" "$log" "$("$root/belay" invoke "$work/logged.wasm" "$call" 2>&1 >/dev/null)"
cat > "$work/logged.mjs" <<'J'
import { validation } from './logged/logged.js';
const bank = { id: '1', country: 'US', currency: 'USD', name: '' };
validation.validate({
  origin: { ...bank, code: 'NH' }, destination: { ...bank, code: 'IC' }, amount: 1250n, currency: 'USD', status: 'pending',
  reason: 'rent',
});
J
same "three that log, in jco" "$log" "$(node "$work/logged.mjs" 2>&1)"

# statuses BASE: without an authorization, and with one
statuses() {
    curl -s -o /dev/null -w '%{http_code} ' --max-time 30 "$1/info"
    curl -s -o /dev/null -w '%{http_code}' --max-time 30 -H 'authorization: Bearer it' "$1/info"
}

# serves WHAT COMMAND… : COMMAND prints its address, and answers as the gates say
serves() {
    local what=$1 server base=
    shift
    : > "$work/out"
    "$@" > "$work/out" 2> "$work/err" &
    server=$!
    for _ in $(seq 240); do
        base=$(grep -o 'http://[0-9.:]*' "$work/out" | head -1) || true
        [ -n "$base" ] && break
        kill -0 "$server" 2>/dev/null || break
        sleep 0.25
    done
    same "$what" '401 200' "$(statuses "$base")"
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
}

chain gated "$guests/http-echo/http-echo.wasm" "$guests/http-gate/http-gate.wasm"
serves "three gates, here" "$root/belay" serve "$work/gated.wasm" --http 127.0.0.1:0
cat > "$work/gated.mjs" <<'J'
import { HTTPServer } from '@bytecodealliance/preview2-shim/http';
import { incomingHandler } from './gated/gated.js';
const server = new HTTPServer(incomingHandler);
server.listen(0, '127.0.0.1');
console.log(`http://127.0.0.1:${server.address().port}`);
J
serves "three gates, in jco" node "$work/gated.mjs"
exit $failed
