// validate.mjs CALLS: nanoseconds for a call of the validator in ./component.
import './v8.mjs';
import { validation } from './component/component.js';
import { timed } from './timing.mjs';
import { requireApproval, transaction } from './transaction.mjs';

requireApproval(validation.validate(transaction));
timed(Number(process.argv[2]), () => validation.validate(transaction));
// Servers of the shims would keep the process.
process.exit(0);
