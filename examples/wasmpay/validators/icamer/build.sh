#!/usr/bin/env bash
. "$(dirname "$0")/../../../support/build-env.sh"
wit_package "$here/wit" "$examples/wasmpay/wit"
wasi_wit 0.2.3 filesystem io clocks
java icamer "$here" "$work/wit"
