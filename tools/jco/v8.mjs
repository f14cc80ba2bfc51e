// To be imported before a component is: lets V8 take what the proposals that components use have.
import { setFlagsFromString } from 'node:v8';

// V8 before 11.4 takes arithmetic in constant expressions, which QuickJS's engine has, with a switch only.
const [major, minor] = process.versions.v8.split('.').map(Number);
if (major < 11 || (major === 11 && minor < 4)) {
  setFlagsFromString('--experimental-wasm-extended-const');
}
