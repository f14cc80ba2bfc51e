#!/usr/bin/env bash
. "$(dirname "$0")/../../support/build-env.sh"
glue rust "$here/../echo-values/wit"
mkdir "$work/src"
cp "$here/echo.rs" "$work/src/"
rust "$work/src/echo.rs"
component echo-values-rust "$here/../echo-values/wit"
