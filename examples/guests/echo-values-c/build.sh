#!/usr/bin/env bash
. "$(dirname "$0")/../../support/build-env.sh"
glue c "$here/../echo-values/wit"
c -I"$work/glue" "$here/echo.c" "$work/glue/echo_values_glue.c"
component echo-values-c "$here/../echo-values/wit"
