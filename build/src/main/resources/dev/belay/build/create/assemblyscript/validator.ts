// The rule of one bank: US dollars only.

import { none, some, validation as contract } from '../glue/@snake@_glue';

export namespace validation {
  export function validate(transaction: contract.Transaction): contract.ValidateResponse {
    return transaction.currency == 'USD'
      ? new contract.ValidateResponse(true, none<string>())
      : new contract.ValidateResponse(false, some<string>('Unsupported currency: ' + transaction.currency));
  }
}
