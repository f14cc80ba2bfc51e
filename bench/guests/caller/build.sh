#!/usr/bin/env bash
. "$(dirname "$0")/../../../examples/support/build-env.sh"
c -O2 "$here/caller.c"
wit_package "$here/wit" "$here/../wit/calls"
component caller "$work/wit"
