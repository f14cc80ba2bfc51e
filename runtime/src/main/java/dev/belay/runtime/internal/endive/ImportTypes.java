package dev.belay.runtime.internal.endive;

import run.endive.runtime.GlobalInstance;
import run.endive.runtime.Memory;
import run.endive.runtime.TableInstance;
import run.endive.wasm.types.GlobalImport;
import run.endive.wasm.types.MemoryImport;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.MutabilityType;
import run.endive.wasm.types.TableImport;
import run.endive.wasm.types.ValType;

/** Whether what is given for an import that is no function is of the type that is asked for. */
final class ImportTypes {
    private ImportTypes() {}

    static boolean fits(GlobalImport asked, GlobalInstance given) {
        if (asked.mutabilityType() != given.getMutabilityType()) {
            return false;
        }
        return asked.mutabilityType() == MutabilityType.Var
                ? asked.type().equals(given.getType())
                : ValType.matches(given.getType(), asked.type());
    }

    static boolean fits(TableImport asked, TableInstance given) {
        return asked.entryType().equals(given.elementType())
                && given.limits().min() >= asked.limits().min()
                && given.limits().max() <= asked.limits().max()
                && given.limits().shared() == asked.limits().shared();
    }

    /** A memory may have grown: its size is what it has now. */
    static boolean fits(MemoryImport asked, Memory given) {
        int max = asked.limits().maximumPages();
        return given.pages() >= asked.limits().initialPages()
                && given.maximumPages() <= (max == MemoryLimits.MAX_PAGES ? Memory.RUNTIME_MAX_PAGES : max)
                && given.shared() == asked.limits().shared();
    }
}
