// instance.mjs COUNT: nanoseconds for a fresh instance of the validator in ./component, which imports nothing, and a call.
import './v8.mjs';
import { readFileSync } from 'node:fs';
import { instantiate } from './component/component.js';
import { timed } from './timing.mjs';
import { requireApproval, transaction } from './transaction.mjs';

const modules = new Map();
function coreModule(name) {
  if (!modules.has(name)) {
    modules.set(name, new WebAssembly.Module(readFileSync(new URL(`./component/${name}`, import.meta.url))));
  }
  return modules.get(name);
}
const once = () => instantiate(coreModule, {}, (module, imports) => new WebAssembly.Instance(module, imports))
  .validation.validate(transaction);
requireApproval(once());
timed(Number(process.argv[2]), once);
process.exit(0);
