#!/usr/bin/env bash
. "$(dirname "$0")/../../../support/build-env.sh"
contract=wasmpay:platform/validation@0.1.0#validate
assemblyscript "$here/meridia.ts" "validate=$contract" "after=cabi_post_$contract"
component meridia "$examples/wasmpay/wit"
