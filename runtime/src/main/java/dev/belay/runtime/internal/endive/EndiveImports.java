package dev.belay.runtime.internal.endive;

import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.core.CoreModule;
import dev.belay.runtime.internal.jit.DefinedTypes;
import dev.belay.runtime.internal.jit.GivenFunction;
import dev.belay.runtime.internal.typed.TypedCall;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import run.endive.runtime.ImportFunction;
import run.endive.runtime.ImportGlobal;
import run.endive.runtime.ImportMemory;
import run.endive.runtime.ImportTable;
import run.endive.runtime.ImportTag;
import run.endive.runtime.ImportValues;
import run.endive.wasm.UnlinkableException;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.GlobalImport;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.MemoryImport;
import run.endive.wasm.types.TableImport;
import run.endive.wasm.types.TagImport;

/**
 * What a module imports, and how what is given for it gets Endive's form: each import its own, at its index. Functions are the
 * same for all instances, which look for what they were given when they call it.
 */
final class EndiveImports {
    /** Endive's builder of imports collects them in lists first. */
    private static final MethodHandle VALUES = values();

    private final WasmModule module;
    private final Import[] wanted;
    private final List<FunctionImport> functionsWanted = new ArrayList<>();
    private final ImportFunction[] functions;
    /** For modules that import nothing but functions. */
    private final ImportValues functionsAlone;
    private final int globals;
    private final int memories;
    private final int tables;
    private final int tags;

    EndiveImports(WasmModule module) {
        this.module = module;
        this.wanted = new Import[module.importSection().importCount()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = module.importSection().getImport(i);
            if (wanted[i] instanceof FunctionImport function) {
                functionsWanted.add(function);
            }
        }
        this.functions = functions();
        this.globals = module.importSection().count(ExternalType.GLOBAL);
        this.memories = module.importSection().count(ExternalType.MEMORY);
        this.tables = module.importSection().count(ExternalType.TABLE);
        this.tags = module.importSection().count(ExternalType.TAG);
        this.functionsAlone = new Found().values();
    }

    private ImportFunction[] functions() {
        var all = new ImportFunction[functionsWanted.size()];
        for (int i = 0; i < all.length; i++) {
            FunctionImport asked = functionsWanted.get(i);
            FunctionType type = module.typeSection().getType(asked.typeIndex());
            all[i] = new ImportFunction(asked.module(), asked.name(), type, new GivenFunction(i));
        }
        return all;
    }

    /** The functions that are given, by index. */
    IntFunction<TypedCall> functions(CoreModule.Imports given) {
        return index -> {
            FunctionImport asked = functionsWanted.get(index);
            return given.function(index, asked.module(), asked.name());
        };
    }

    /**
     * @throws UnlinkableException if something is not given, or is given with another type
     */
    ImportValues of(CoreModule.Imports given) {
        boolean known = given.areKnownToFit();
        if (known && functions.length == wanted.length) {
            return functionsAlone;
        }
        var found = new Found();
        for (Import each : wanted) {
            if (known && each instanceof FunctionImport) {
                continue;
            }
            CoreItem item = given.find(each.module(), each.name())
                    .orElseThrow(() -> new UnlinkableException(
                            "unknown import: \"" + each.module() + "\" \"" + each.name() + "\" is not given"));
            switch (each) {
                case FunctionImport asked -> require(fits(asked, item), asked);
                case GlobalImport asked -> found.globals[found.nextGlobal++] = global(asked, item);
                case MemoryImport asked -> found.memories[found.nextMemory++] = memory(asked, item);
                case TableImport asked -> found.tables[found.nextTable++] = table(asked, item);
                case TagImport asked -> found.tags[found.nextTag++] = tag(asked, item);
                default -> throw new IllegalStateException("an import of an unknown kind: " + each);
            }
        }
        return found.values();
    }

    private static void require(boolean fits, FunctionImport asked) {
        if (!fits) {
            throw incompatible(asked);
        }
    }

    /**
     * Endive would compare function types by their values' types alone; here also by the groups that define them. What passes
     * is handed on with the type that is asked for.
     */
    private boolean fits(FunctionImport asked, CoreItem item) {
        FunctionType type = module.typeSection().getType(asked.typeIndex());
        return switch (item) {
            case EndiveInstance.Function f -> fits(asked, f);
            case CoreItem.Forwarder f -> f.shim() instanceof EndiveInstance.Function shim && fits(asked, shim);
            case CoreItem.HostFunction f -> EndiveTypes.is(type, f.type());
            case CoreItem.TypedFunction f -> EndiveTypes.is(type, f.type());
            default -> false;
        };
    }

    private boolean fits(FunctionImport asked, EndiveInstance.Function function) {
        return DefinedTypes.isSubtype(
                function.instance().module().typeSection(),
                function.instance().functionType(function.index()),
                module.typeSection(),
                asked.typeIndex());
    }

    private static ImportGlobal global(GlobalImport asked, CoreItem item) {
        if (item instanceof EndiveInstance.Global given && ImportTypes.fits(asked, given.global())) {
            return new ImportGlobal(asked.module(), asked.name(), given.global());
        }
        throw incompatible(asked);
    }

    private static ImportMemory memory(MemoryImport asked, CoreItem item) {
        if (item instanceof EndiveMemory given && ImportTypes.fits(asked, given)) {
            return new ImportMemory(asked.module(), asked.name(), given.view());
        }
        throw incompatible(asked);
    }

    private static ImportTable table(TableImport asked, CoreItem item) {
        if (item instanceof EndiveInstance.Table given && ImportTypes.fits(asked, given.table())) {
            return new ImportTable(asked.module(), asked.name(), given.table());
        }
        throw incompatible(asked);
    }

    private ImportTag tag(TagImport asked, CoreItem item) {
        if (item instanceof EndiveInstance.Tag given
                && DefinedTypes.isSame(
                        given.types(), given.typeIndex(), module.typeSection(), asked.tagType().typeIdx())) {
            return new ImportTag(asked.module(), asked.name(), given.tag());
        }
        throw incompatible(asked);
    }

    private static UnlinkableException incompatible(Import wanted) {
        return new UnlinkableException("incompatible import type: \"" + wanted.module() + "\" \"" + wanted.name()
                + "\" is given with another type");
    }

    private static MethodHandle values() {
        var type = MethodType.methodType(
                void.class, ImportFunction[].class, ImportGlobal[].class, ImportMemory[].class, ImportTable[].class,
                ImportTag[].class);
        try {
            return MethodHandles.privateLookupIn(ImportValues.class, MethodHandles.lookup())
                    .findConstructor(ImportValues.class, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this release of Endive keeps imports in another way: " + e, e);
        }
    }

    /** What was given to one instance, by kind. */
    private final class Found {
        final ImportGlobal[] globals = new ImportGlobal[EndiveImports.this.globals];
        final ImportMemory[] memories = new ImportMemory[EndiveImports.this.memories];
        final ImportTable[] tables = new ImportTable[EndiveImports.this.tables];
        final ImportTag[] tags = new ImportTag[EndiveImports.this.tags];
        int nextGlobal;
        int nextMemory;
        int nextTable;
        int nextTag;

        ImportValues values() {
            try {
                return (ImportValues) VALUES.invokeExact(functions, globals, memories, tables, tags);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("Endive's constructor declares no exception, and threw " + e, e);
            }
        }
    }
}
