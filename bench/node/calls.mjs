// calls.mjs FUNCTION CALLS: nanoseconds for each of the calls that the guest in ./component makes in a loop of its own.
import { runs } from './component/component.js';

const [name, calls] = process.argv.slice(2);
const n = Number(calls);
for (let round = -3; round < 9; round++) {
  const start = process.hrtime.bigint();
  runs[name](n);
  if (round >= 0) {
    console.log(Number(process.hrtime.bigint() - start) / n);
  }
}
process.exit(0);
