#!/usr/bin/env bash
. "$(dirname "$0")/../../../examples/support/build-env.sh"
c -O2 "$here"/*.c
component kernels "$here/wit"
