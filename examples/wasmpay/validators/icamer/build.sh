#!/usr/bin/env bash
. "$(dirname "$0")/../../../support/build-env.sh"
java icamer "$here" "$examples/wasmpay/wit"
