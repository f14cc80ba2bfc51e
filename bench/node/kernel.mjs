// kernel.mjs CORE-MODULE NAME ARGUMENT CALLS: nanoseconds for a call of an exported function of a core module.
import { readFileSync } from 'node:fs';
import { timed } from './timing.mjs';

const [file, name, argument, calls] = process.argv.slice(2);
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), {});
exports._initialize?.();
timed(Number(calls), () => exports[name](Number(argument)));
