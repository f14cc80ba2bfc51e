#!/usr/bin/env bash
. "$(dirname "$0")/../../../examples/support/build-env.sh"
c "$here/greeter.c"
wit_package "$here/wit" "$here/../wit/hello"
component greeter "$work/wit"
