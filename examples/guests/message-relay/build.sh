#!/usr/bin/env bash
. "$(dirname "$0")/../../support/build-env.sh"
rust "$here/message-relay.rs"
wit_package "$here/wit" "$examples/wit/messaging"
component message-relay "$work/wit"
