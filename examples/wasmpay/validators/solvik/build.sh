#!/usr/bin/env bash
. "$(dirname "$0")/../../../support/build-env.sh"
zig "$here/solvik.zig"
component solvik "$examples/wasmpay/wit"
