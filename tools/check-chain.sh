#!/usr/bin/env bash
# Runs wasmPay as separate processes: a nats-server, the ledger, each validator behind its harness, and the gateway with the
# transaction manager; then pays, and pays again when a validator is gone.
#
#   tools/check-chain.sh
#
# Prints a PASS or FAIL line for each. Exit 1 when one fails, or a server that it needs is missing.
set -u

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
wasmpay=$root/examples/wasmpay
belay=$root/belay
work=$(mktemp -d)
processes=()
failed=0
stop() {
    for process in ${processes[@]+"${processes[@]}"}; do
        kill -TERM "$process" 2>/dev/null && wait "$process" 2>/dev/null
    done
    rm -rf "$work"
}
trap stop EXIT

fail() {
    printf 'FAIL  %s\n' "$1"
    tail -n 20 "$work"/*.err 2>/dev/null
    exit 1
}

# start NAME COMMAND…: in the background, what it says in $work/NAME.out
start() {
    local name=$1
    shift
    : > "$work/$name.out"
    "$@" > "$work/$name.out" 2> "$work/$name.err" &
    processes+=($!)
}

# said NAME PATTERN: waits for a line, and prints what of it fits
said() {
    for _ in $(seq 600); do
        if grep -oE -m 1 "$2" "$work/$1.out" "$work/$1.err" 2>/dev/null | head -n 1 | sed 's/^[^:]*\.\(out\|err\)://' | grep .; then
            return
        fi
        sleep 0.1
    done
    fail "$1 did not start"
}

# paid WHAT CURRENCY EXPECTED
paid() {
    local answer
    answer=$(curl -sS --max-time 30 "$gateway/api/v1/transactions" -d '{
        "origin":      {"id": 1, "code": "nordhaven", "country": "USA", "currency": "USD", "name": "Nordhaven"},
        "destination": {"id": 2, "code": "icamer", "country": "GBR", "currency": "GBP", "name": "Icamer"},
        "amount": 1000, "currency": "'"$2"'", "status": "Approved"}')
    case $answer in
        "$3"*) printf 'PASS  %s\n' "$1" ;;
        *)
            printf 'FAIL  %s: expected %s…, found %s\n' "$1" "$3" "$answer"
            failed=1
            ;;
    esac
}

java=
for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/*; do
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$candidate/release" 2>/dev/null)
    [ "${version:-0}" -lt 25 ] || java=$candidate/bin/java
done
[ -n "$java" ] || fail "expected a JDK 25 or later: set JAVA_HOME"
command -v nats-server >/dev/null || PATH=$PATH:/usr/sbin
command -v nats-server >/dev/null || fail "nats-server is not installed (Debian: apt-get install nats-server)"
"$belay" --version >/dev/null || exit 1
start nats nats-server -a 127.0.0.1 -p -1
nats=nats://127.0.0.1:$(said nats 'client connections on .*:[0-9]+' | grep -oE '[0-9]+$') || fail "nats-server did not start"
start ledger "$java" -cp "$(printf '%s:' "$wasmpay"/ledger/target/*.jar "$wasmpay"/ledger/target/lib/*.jar)" \
    dev.belay.wasmpay.ledger.Main --demo --listen 127.0.0.1:0

for validator in platform nordhaven icamer; do
    file=$wasmpay/validators/$validator/$validator.wasm
    "$belay" virt "$wasmpay/harness/harness.wasm" --env WASMPAY_VALIDATOR=$validator --env WASMPAY_SIZE="$(wc -c < "$file")" \
        --stderr allow -o "$work/harness.wasm" 2> "$work/virt.err" || fail "belay virt"
    cp "$file" "$work/plug.wasm"
    rules=$wasmpay/validators/$validator/rules
    if [ -d "$rules" ]; then
        "$belay" virt "$file" --mount "/rules=$rules" -o "$work/plug.wasm" 2> "$work/virt.err" || fail "belay virt"
    fi
    "$belay" plug "$work/harness.wasm" --plug "$work/plug.wasm" -o "$work/$validator.wasm" 2> "$work/plug.err" || fail "belay plug"
    start $validator "$belay" serve "$work/$validator.wasm" --nats "$nats" --subscribe wasmpay.$validator.validate \
        --http 127.0.0.1:0
done
last=${processes[-1]}
"$belay" plug "$wasmpay/gateway/gateway.wasm" --plug "$wasmpay/manager/manager.wasm" -o "$work/gateway.wasm" 2> "$work/plug.err" ||
    fail "belay plug"
ledger=$(said ledger 'http://[0-9.:]+') || exit 1
start gateway "$belay" serve "$work/gateway.wasm" --http 127.0.0.1:0 --nats "$nats" --publish 'wasmpay.*.validate' \
    --env LEDGER_URL="$ledger" --allow-host "${ledger#http://}" --env WASMPAY_VALIDATORS=nordhaven,icamer \
    --env WASMPAY_TIMEOUT_MS=20000
gateway=$(said gateway 'http://[0-9.:]+') || exit 1
for validator in platform nordhaven icamer; do
    said $validator 'messages on wasmpay' >/dev/null || exit 1
done

paid "US dollars, over NATS" USD '{"data":{"id":"'
paid "pounds, over NATS" GBP '{"code":"gateway_error","message":"Transaction failed validation: Unsupported currency: GBP"'

kill -TERM "$last" && wait "$last"
paid "a validator that has gone" USD \
    '{"code":"gateway_error","message":"Transaction failed validation: validator of icamer is not available"'
exit $failed
