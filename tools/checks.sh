# Sourced by scripts that check: what they found is in failed, 0 or 1.
failed=0

# same WHAT EXPECTED FOUND
same() {
    if [ "$2" = "$3" ]; then
        echo "PASS  $1"
    else
        printf 'FAIL  %s: expected %s, found %s\n' "$1" "$2" "$3"
        failed=1
    fi
}
