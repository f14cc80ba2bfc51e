#!/usr/bin/env bash
# These carry a whole JavaScript engine: 2 MB with QuickJS, 13 MB with StarlingMonkey, too much for git.
export BELAY_OUT=${BELAY_OUT:-$(cd "$(dirname "$0")" && pwd)/../../../target/guests}
. "$(dirname "$0")/../../support/build-env.sh"

quickjs="--backend qjs --backend-qjs-disable-async"
wit_package "$here/http-wit"
# 0.2.10 is what the StarlingMonkey builder attaches its `fetch` event to.
wasi_wit 0.2.10 http io clocks

javascript nordhaven-quickjs "$here/validator.js" "$examples/wasmpay/wit" $quickjs --backend-qjs-stub-wasi
javascript nordhaven-starlingmonkey "$here/validator.js" "$examples/wasmpay/wit" --disable all
javascript http-starlingmonkey "$here/fetch-event.js" "$work/wit"

# The QuickJS builder runs the guest once, with a wasi:io of its own and whatever else is missing made up, and the two
# do not fit together for wasi:http. So it is given packages it does not know, and they get their names afterwards.
find "$work/wit" -name '*.wit' -exec sed -i 's/wasi:/wasj:/g' {} +
sed 's/wasi:/wasj:/g' "$here/incoming-handler.js" > "$work/incoming-handler.js"
javascript http-quickjs "$work/incoming-handler.js" "$work/wit" $quickjs > /dev/null
LC_ALL=C sed -i 's/wasj:/wasi:/g' "$out/http-quickjs.wasm"
printf 'http-quickjs: %s bytes\n' "$(wc -c < "$out/http-quickjs.wasm")"
