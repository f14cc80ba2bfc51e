#!/usr/bin/env bash
# Builds file-tour.wasm.
. "$(dirname "$0")/../../support/build-env.sh"

c_command "$here/file-tour.c"
command_component file-tour
