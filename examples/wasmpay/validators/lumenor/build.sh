#!/usr/bin/env bash
# The component holds QuickJS, a whole JavaScript engine: that is what its size is.
. "$(dirname "$0")/../../../support/build-env.sh"
javascript lumenor "$here/lumenor.js" "$examples/wasmpay/wit" --backend qjs --backend-qjs-disable-async --backend-qjs-stub-wasi
