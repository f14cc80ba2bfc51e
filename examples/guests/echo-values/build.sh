#!/usr/bin/env bash
. "$(dirname "$0")/../../support/build-env.sh"
rust "$here/echo-values.rs"
component echo-values "$here/wit"
