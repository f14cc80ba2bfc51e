// Parses every NAME.wat of a directory to NAME.parsed.wasm. Texts it cannot parse are named with the reason.
import { parse } from '@bytecodealliance/jco';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const directory = process.argv[2];
for (const file of readdirSync(directory).filter((name) => name.endsWith('.wat')).sort()) {
  const path = join(directory, file);
  try {
    writeFileSync(path.replace(/\.wat$/, '.parsed.wasm'), await parse(readFileSync(path, 'utf8')));
  } catch (error) {
    console.log(`NOT PARSED ${file}: ${String(error.payload ?? error.message ?? error).trim().replace(/\n/g, '\n    ')}`);
  }
}
