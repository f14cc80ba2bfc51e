#!/usr/bin/env bash
. "$(dirname "$0")/../../support/build-env.sh"
rust "$here/manager.rs"
wit_package "$here/wit" "$examples/wasmpay/wit" "$examples/wit/messaging"
wasi_wit 0.2.3 cli io clocks random filesystem sockets
component manager "$work/wit"
