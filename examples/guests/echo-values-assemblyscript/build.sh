#!/usr/bin/env bash
. "$(dirname "$0")/../../support/build-env.sh"
glue assemblyscript "$here/../echo-values/wit"
mkdir "$work/src"
cp "$here/echo.ts" "$work/src/main.ts"
assemblyscript_glue "$work/glue/echo_values_exports.ts" "$work/glue/echo_values_names.mjs"
component echo-values-assemblyscript "$here/../echo-values/wit"
