#!/usr/bin/env bash
. "$(dirname "$0")/../../support/build-env.sh"
rust "$here/http-greedy.rs"
interfaces=$examples/../wasi/src/main/resources/dev/belay/wasi
wit_package "$here/wit" "$interfaces/keyvalue" "$interfaces/logging"
wasi_wit 0.2.3 http io clocks cli
component http-greedy "$work/wit"
