#!/usr/bin/env bash
. "$(dirname "$0")/../../support/build-env.sh"
glue zig "$here/../echo-values/wit"
zig "$here/echo.zig" glue "$work/glue/echo_values_glue.zig"
component echo-values-zig "$here/../echo-values/wit"
