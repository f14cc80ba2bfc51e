#!/usr/bin/env bash
. "$(dirname "$0")/../../support/build-env.sh"
rust "$here/http-misbehave.rs"
wit_package "$here/wit"
wasi_wit 0.2.3 http io clocks cli
component http-misbehave "$work/wit"
