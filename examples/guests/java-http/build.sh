#!/usr/bin/env bash
. "$(dirname "$0")/../../support/build-env.sh"
wit_package "$here/wit"
wasi_wit 0.2.3 http io clocks
java java-http "$here" "$work/wit"
