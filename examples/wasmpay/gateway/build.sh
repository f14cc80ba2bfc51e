#!/usr/bin/env bash
. "$(dirname "$0")/../../support/build-env.sh"
# The page's files, as a table for the gateway to include.
LC_ALL=C
{
    echo '['
    for file in "$examples"/wasmpay/web/*.html "$examples"/wasmpay/web/*.js "$examples"/wasmpay/web/*.css "$examples"/wasmpay/web/*.svg; do
        [ ! -f "$file" ] || printf '    ("/%s", include_bytes!("%s")),\n' "$(basename "$file")" "$file"
    done
    echo ']'
} > "$work/web.rs"
export WASMPAY_WEB=$work/web.rs
rust "$here/gateway.rs"
wit_package "$here/wit" "$examples/wasmpay/wit" "$examples/wasmpay/manager/wit" "$examples/wit/messaging"
wasi_wit 0.2.3 http io clocks cli random filesystem sockets
component gateway "$work/wit"
