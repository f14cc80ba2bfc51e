#!/usr/bin/env bash
. "$(dirname "$0")/../../support/build-env.sh"
wit_package "$here/wit" "$examples/wasmpay/wit" "$examples/wit/messaging"
wasi_wit 0.2.3 http io clocks cli
java harness "$here" "$work/wit"
