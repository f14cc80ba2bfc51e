#!/usr/bin/env bash
. "$(dirname "$0")/../../support/build-env.sh"
java java-tour "$here" "$here/wit"
