#!/usr/bin/env bash
# Runs guests that tools/build-guests.sh has built, and compares what they answer with what they are to answer.
#
#   tools/check-guests.sh [DIRECTORY]     default: target/guests
#
# Prints a PASS, FAIL or SKIP line for each; a guest that was not built is skipped. Exit 1 when one fails.
set -u

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
guests=${1:-$root/target/guests}
belay=$root/belay
work=$(mktemp -d)
server=
. "$root/tools/checks.sh"
trap 'stop; rm -rf "$work"' EXIT

stop() {
    if [ -n "$server" ]; then
        kill -TERM "$server" 2>/dev/null
        wait "$server" 2>/dev/null
        server=
    fi
}

is_there() {
    [ -f "$guests/$1.wasm" ] || { echo "SKIP  $1: not built"; return 1; }
}

bank() {
    printf '{id: "1", code: "%s", country: "%s", currency: "%s", name: "%s"}' "$1" "$2" "$3" "$4"
}

# validator NAME CURRENCY EXPECTED
validator() {
    is_there "$1" || return 0
    local call
    call="validate({origin: $(bank NH US USD Nordhaven), destination: $(bank IC US "$2" Icamer), amount: 1250,"
    call="$call currency: \"$2\", status: \"pending\", reason: \"rent\"})"
    same "$1, $2" "$3" "$("$belay" invoke "$guests/$1.wasm" "$call" 2>&1)"
}

# serve FILE OPTIONS…: sets `base` to where it answers
serve() {
    : > "$work/out"
    "$belay" serve "$@" --http 127.0.0.1:0 --timeout 120s > "$work/out" 2> "$work/err" &
    server=$!
    base=
    for _ in $(seq 240); do
        base=$(grep -o 'http://[0-9.:]*' "$work/out" | head -1)
        [ -n "$base" ] && break
        kill -0 "$server" 2>/dev/null || break
        sleep 0.5
    done
}

# http NAME: what every handler answers to /info and /echo
http() {
    is_there "$1" || return 0
    serve "$guests/$1.wasm"
    http_of "$1"
    stop
}

# http_of NAME: the same of one that is served
http_of() {
    same "$1, GET /info" 200 "$(curl -s -o "$work/info" -w '%{http_code}' --max-time 120 "$base/info")"
    head -c 1000000 /dev/urandom > "$work/body"
    curl -s --max-time 120 -H 'content-type: application/octet-stream' --data-binary @"$work/body" -o "$work/echoed" "$base/echo"
    same "$1, POST /echo of 1 MB" "$(cksum < "$work/body")" "$(cksum < "$work/echoed")"
}

"$belay" --version >/dev/null || exit 1
for name in nordhaven nordhaven-quickjs nordhaven-starlingmonkey; do
    validator "$name" USD '{approved: true}'
    validator "$name" GBP '{approved: false, reason: some("Unsupported currency: GBP")}'
done
for name in platform solvik meridia lumenor untrusted; do
    validator "$name" USD '{approved: true}'
done
if is_there icamer; then
    # Its rules are in a file, without which it refuses.
    "$belay" virt "$guests/icamer.wasm" --mount "/rules=$root/examples/wasmpay/validators/icamer/rules" \
        -o "$guests/ruled-icamer.wasm" 2> "$work/err"
    validator ruled-icamer USD '{approved: true}'
    rm "$guests/ruled-icamer.wasm"
fi
validator platform XTS '{approved: false, reason: some("Unknown currency code in destination.currency: XTS")}'
for name in http-echo java-http http-quickjs http-starlingmonkey; do
    http "$name"
done
if is_there java-tour; then
    serve "$guests/java-tour.wasm" --bucket visits --publish 'tour.*' --subscribe tour.ask --allow-host '*'
    tour() {
        curl -s --max-time 60 -w ' %{http_code}' "${@:2}" "$base$1" | tr -d '\n'
    }
    same "java-tour, a bucket" "42 200" "$(tour /bucket/visits/n -d 40 > "$work/info"; tour /bucket/visits/n -d 2)"
    same "java-tour, a bucket that is not granted" "bucket other: the host does not grant it 409" "$(tour /bucket/other)"
    same "java-tour, a message" "HELLO 200" "$(tour '/request?tour.ask' -d hello)"
    same "java-tour, a request" "GET /info?tour 200" "$(tour "/get?$base/info?tour")"
    same "java-tour, a request sent on" "sent on 200" "$(tour "/relay?$base/echo" -d 'sent on')"
    same "java-tour, a log" "WARN  tour: careful" "$(tour /log -d careful > "$work/info"; grep -o 'WARN .*' "$work/err")"
    http_of "java-tour"
    stop
fi
if is_there http-gate && is_there http-echo; then
    "$belay" plug "$guests/http-echo.wasm" --wrap "$guests/http-gate.wasm" -o "$work/gated.wasm" 2> "$work/err"
    serve "$work/gated.wasm"
    same "http-gate, refuses" 401 "$(curl -s -o "$work/info" -w '%{http_code}' --max-time 120 "$base/info")"
    same "http-gate, lets through" 200 \
        "$(curl -s -o "$work/info" -w '%{http_code}' --max-time 120 -H 'authorization: Bearer it' "$base/info")"
    stop
fi
if is_there validation-log && is_there nordhaven; then
    "$belay" plug "$guests/nordhaven.wasm" --wrap "$guests/validation-log.wasm" -o "$guests/logged-nordhaven.wasm" 2> "$work/err"
    validator logged-nordhaven USD "$(printf 'validate NH to IC, 1250 USD: approved\n{approved: true}')"
    rm "$guests/logged-nordhaven.wasm"
fi
if is_there cli-files; then
    mkdir "$work/dir"
    echo hello > "$work/dir/greeting"
    same "cli-files, list" greeting "$("$belay" run --dir "$work/dir::/data" "$guests/cli-files.wasm" -- list /data 2>&1 | tr -d ' \n' | grep -o greeting)"
fi
exit $failed
