package dev.belay.runtime.internal.endive;

import dev.belay.component.model.Bytes;
import dev.belay.runtime.internal.jit.JitCode;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.CodeSection;

/** Modules without the bodies of their functions and without custom sections: all that instances need. */
final class ModuleShell {
    private ModuleShell() {}

    /**
     * Of a module that is known to be valid: no function body is parsed.
     *
     * @return empty if it cannot be parsed after all
     */
    static Optional<WasmModule> ofKnown(Bytes module) {
        try {
            byte[] without = ModuleSections.withoutBodies(module);
            return Optional.of(of(Parser.builder()
                    .withValidation(false)
                    .build()
                    .parse(() -> new ByteArrayInputStream(without))));
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    static WasmModule of(WasmModule module) {
        var shell = WasmModule.builder()
                .withValidation(false)
                .setTypeSection(module.typeSection())
                .setImportSection(module.importSection())
                .setFunctionSection(module.functionSection())
                .setTableSection(module.tableSection())
                .setGlobalSection(module.globalSection())
                .setExportSection(module.exportSection())
                .setElementSection(module.elementSection())
                .setDataSection(module.dataSection())
                .setCodeSection(noBodies(module.functionSection().functionCount()));
        module.memorySection().ifPresent(shell::setMemorySection);
        module.startSection().ifPresent(shell::setStartSection);
        module.dataCountSection().ifPresent(shell::setDataCountSection);
        module.tagSection().ifPresent(shell::setTagSection);
        return shell.build();
    }

    private static CodeSection noBodies(int count) {
        var code = CodeSection.builder();
        for (int i = 0; i < count; i++) {
            code.addFunctionBody(JitCode.NO_BODY);
        }
        return code.build();
    }
}
