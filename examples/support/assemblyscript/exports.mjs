// Exported names that are none of AssemblyScript's: `export function a` becomes what BELAY_EXPORTS says, `a=NAME`
// separated by spaces.
export default class {
  afterCompile(module) {
    for (const pair of (process.env.BELAY_EXPORTS ?? '').split(' ').filter(Boolean)) {
      const at = pair.indexOf('=');
      const found = module.getExport(pair.slice(0, at));
      if (!found) throw new Error(`expected an export ${pair.slice(0, at)}, found none`);
      module.addFunctionExport(this.binaryen.getExportInfo(found).value, pair.slice(at + 1));
      module.removeExport(pair.slice(0, at));
    }
  }
}
