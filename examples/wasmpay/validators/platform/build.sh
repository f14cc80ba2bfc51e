#!/usr/bin/env bash
. "$(dirname "$0")/../../../support/build-env.sh"
rust "$here/platform.rs"
component platform "$examples/wasmpay/wit"
