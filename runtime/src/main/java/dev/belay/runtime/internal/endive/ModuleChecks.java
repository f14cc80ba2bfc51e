package dev.belay.runtime.internal.endive;

import java.util.HashSet;
import run.endive.wasm.InvalidException;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.Export;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.TagImport;
import run.endive.wasm.types.TagType;

/** Rules of validation that Endive's parser does not check, or only when it instantiates. */
final class ModuleChecks {
    private final WasmModule module;

    private ModuleChecks(WasmModule module) {
        this.module = module;
    }

    /**
     * @throws InvalidException if a rule is broken
     */
    static void check(WasmModule module) {
        var checks = new ModuleChecks(module);
        checks.functionTypes();
        checks.tags();
        checks.tables();
        checks.exports();
    }

    private void functionTypes() {
        var imports = module.importSection();
        for (int i = 0; i < imports.importCount(); i++) {
            if (imports.getImport(i) instanceof FunctionImport function) {
                functionType(function.typeIndex());
            }
        }
        for (int i = 0; i < module.functionSection().functionCount(); i++) {
            functionType(module.functionSection().getFunctionType(i));
        }
    }

    private void functionType(int index) {
        var types = module.typeSection();
        if (index >= types.subTypeCount()
                || types.getSubType(index).compType().funcType() == null) {
            throw new InvalidException("unknown type: a function is of type " + index + ", which is no function type");
        }
    }

    private void tags() {
        var imports = module.importSection();
        for (int i = 0; i < imports.importCount(); i++) {
            if (imports.getImport(i) instanceof TagImport tag) {
                tag(tag.tagType());
            }
        }
        module.tagSection().ifPresent(section -> {
            for (TagType tag : section.types()) {
                tag(tag);
            }
        });
    }

    private void tag(TagType tag) {
        functionType(tag.typeIdx());
        if (!module.typeSection().getType(tag.typeIdx()).returns().isEmpty()) {
            throw new InvalidException("non-empty tag result type: type " + tag.typeIdx());
        }
    }

    /** What a table is filled with can be a global that is imported only: the module's own come later. */
    private void tables() {
        int imported = module.importSection().count(ExternalType.GLOBAL);
        for (int i = 0; i < module.tableSection().tableCount(); i++) {
            int table = i;
            module.tableSection().getTable(i).initialize().stream()
                    .filter(instruction -> instruction.opcode() == OpCode.GLOBAL_GET)
                    .map(instruction -> instruction.operand(0))
                    .filter(global -> global >= imported)
                    .findFirst()
                    .ifPresent(global -> {
                        throw new InvalidException("unknown global " + global + " in the initialiser of table " + table);
                    });
        }
    }

    private void exports() {
        var names = new HashSet<String>();
        for (int i = 0; i < module.exportSection().exportCount(); i++) {
            Export export = module.exportSection().getExport(i);
            if (!names.add(export.name())) {
                throw new InvalidException("duplicate export name \"" + export.name() + "\"");
            }
            if (Integer.compareUnsigned(export.index(), count(export.exportType())) >= 0) {
                throw new InvalidException("unknown " + export.exportType() + " "
                        + Integer.toUnsignedString(export.index()) + ", exported as \"" + export.name() + "\"");
            }
        }
    }

    private int count(ExternalType type) {
        int imported = module.importSection().count(type);
        return imported
                + switch (type) {
                    case FUNCTION -> module.functionSection().functionCount();
                    case TABLE -> module.tableSection().tableCount();
                    case MEMORY -> module.memorySection().map(s -> s.memoryCount()).orElse(0);
                    case GLOBAL -> module.globalSection().globalCount();
                    case TAG -> module.tagSection().map(s -> s.tagCount()).orElse(0);
                };
    }
}
