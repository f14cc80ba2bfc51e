#!/usr/bin/env bash
. "$(dirname "$0")/../../../support/build-env.sh"
c "$here/terrano.c"
component terrano "$examples/wasmpay/wit"
