#!/usr/bin/env bash
# Calls target/@name@.wasm and compares its answers. BELAY says how to run belay (default: belay).
set -eu
cd "$(dirname "$0")"
belay=${BELAY:-belay}
failed=0

bank() {
    printf '{id: "1", code: "%s", country: "US", currency: "%s", name: "%s"}' "$1" "$2" "$3"
}

# judges CURRENCY EXPECTED
judges() {
    local found
    found=$("$belay" invoke target/@name@.wasm "validate({origin: $(bank NH USD Nordhaven), destination: $(bank IC GBP Icamer),
        amount: 1250, currency: \"$1\", status: \"pending\", reason: \"rent\"})" 2>&1) || true
    if [ "$found" = "$2" ]; then
        echo "PASS  $1"
    else
        printf 'FAIL  %s: expected %s, found %s\n' "$1" "$2" "$found"
        failed=1
    fi
}

judges USD '{approved: true}'
judges GBP '{approved: false, reason: some("Unsupported currency: GBP")}'
exit $failed
