#!/usr/bin/env bash
. "$(dirname "$0")/../../support/build-env.sh"
rust_command "$here/cli-files.rs"
command_component cli-files
