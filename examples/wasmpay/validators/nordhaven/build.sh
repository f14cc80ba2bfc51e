#!/usr/bin/env bash
. "$(dirname "$0")/../../../support/build-env.sh"
rust "$here/nordhaven.rs"
component nordhaven "$examples/wasmpay/wit"
