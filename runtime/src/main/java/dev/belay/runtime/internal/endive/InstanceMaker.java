package dev.belay.runtime.internal.endive;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.ExecutionListener;
import run.endive.runtime.GlobalFactory;
import run.endive.runtime.GlobalInstance;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.runtime.Memory;
import run.endive.runtime.TableFactory;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.DataSegment;
import run.endive.wasm.types.Element;
import run.endive.wasm.types.Export;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.Global;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.Table;
import run.endive.wasm.types.TagSection;
import run.endive.wasm.types.TagType;

/**
 * Makes instances of one module by Endive's constructor. Endive's builder, which nothing else calls that constructor but,
 * works out for every instance what is the same for all of them, and matches imports by comparing all names with all names:
 * that was most of what a small instance costs. What goes to the constructor here has been checked already: the module by
 * {@link ModuleChecks}, imports by {@link EndiveImports}.
 */
final class InstanceMaker {
    private static final MethodHandle CONSTRUCTOR = constructor();
    private static final DataSegment[] NO_SEGMENTS = {};
    private static final FunctionBody[] NO_BODIES = {};
    private static final FunctionType[] NO_TYPES = {};
    private static final int[] NO_FUNCTION_TYPES = {};
    private static final Global[] NO_GLOBALS = {};
    private static final Table[] NO_TABLES = {};

    private final WasmModule module;
    private final Global[] globals;
    private final MemoryLimits[] memoryLimits;
    private final DataSegment[] segments;
    private final FunctionBody[] bodies;
    private final FunctionType[] types;
    private final int[] functionTypes;
    private final Table[] tables;
    private final Table[] emptyTables;
    private final Element[] elements;
    private final TagType @Nullable [] tags;
    private final Map<String, Export> exports;
    private final FixedElements fixed;

    InstanceMaker(WasmModule module) {
        this.module = module;
        this.globals = module.globalSection().globals();
        this.memoryLimits = module.memorySection()
                .map(section -> IntStream.range(0, section.memoryCount())
                        .mapToObj(i -> section.getMemory(i).limits())
                        .toArray(MemoryLimits[]::new))
                .orElseGet(() -> new MemoryLimits[0]);
        this.segments = module.dataSection().dataSegments();
        this.bodies = module.codeSection().functionBodies();
        this.types = module.typeSection().types();
        this.functionTypes = functionTypes(module);
        this.tables = new Table[module.tableSection().tableCount()];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = module.tableSection().getTable(i);
        }
        this.emptyTables = Stream.of(tables).map(BoundedTable::empty).toArray(Table[]::new);
        this.fixed = FixedElements.of(module);
        this.elements = fixed.withoutActive(module.elementSection().elements());
        this.tags = module.tagSection().map(TagSection::types).orElse(null);
        this.exports = new HashMap<>();
        for (int i = 0; i < module.exportSection().exportCount(); i++) {
            Export export = module.exportSection().getExport(i);
            exports.put(export.name(), export);
        }
    }

    /** The exports by name, the same for all instances. */
    Map<String, Export> exports() {
        return exports;
    }

    /** @param listener is told of every instruction, if there is one */
    Instance make(
            ImportValues imports,
            Function<MemoryLimits, Memory> memories,
            TableFactory makeTable,
            Function<Instance, Machine> machines,
            @Nullable ExecutionListener listener) {
        var machine = new Making(machines);
        Instance instance =
                construct(globals, memories(memories), segments, imports, tables, elements, machine, makeTable, listener);
        fixed.fill(instance);
        instance.initialize(false);
        fixed.putBack(instance);
        return instance;
    }

    /**
     * Makes an instance that begins where another was; nothing of it runs.
     *
     * @param memories that begin with those of the image
     */
    Instance restore(
            InstanceImage image,
            ImportValues imports,
            EndiveMemory[] memories,
            BoundedTable[] ownTables,
            Function<Instance, Machine> machines,
            @Nullable ExecutionListener listener) {
        Instance instance = construct(
                NO_GLOBALS, memories, image.data(), imports, NO_TABLES, image.elements(), new Making(machines),
                (_, _) -> {
                    throw new IllegalStateException("tables are made already");
                },
                listener);
        var ownGlobals = new GlobalInstance[globals.length];
        for (int i = 0; i < globals.length; i++) {
            ownGlobals[i] = image.globals().get(i).of(globals[i]);
            ownGlobals[i].setInstance(instance);
        }
        InstanceFields.restore(instance, ownGlobals, ownTables);
        DataSegment[] data = InstanceFields.data(instance);
        int count = imports.memoryCount() + memories.length;
        for (int i = 0; i < count; i++) {
            ((EndiveMemory) instance.memory(i)).segments(data);
        }
        return instance;
    }

    MemoryLimits memory(int index) {
        return memoryLimits[index];
    }

    Table emptyTable(int index) {
        return emptyTables[index];
    }

    private Instance construct(
            Global[] toEvaluate,
            Memory[] memories,
            DataSegment[] data,
            ImportValues imports,
            Table[] toMake,
            @Nullable Element[] itsElements,
            Function<Instance, Machine> machines,
            TableFactory makeTable,
            @Nullable ExecutionListener listener) {
        // dropping a segment changes the array; the constructor copies the others that change
        DataSegment[] own = data.length == 0 ? NO_SEGMENTS : data.clone();
        FunctionType[] typesOfTags = tags == null ? NO_TYPES : types;
        try {
            return (Instance) CONSTRUCTOR.invokeExact(
                    module, toEvaluate, memories, own, NO_BODIES, typesOfTags, NO_FUNCTION_TYPES, imports, toMake, itsElements,
                    tags, exports, machines, makeTable, (GlobalFactory) null, false, false, listener);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Endive's constructor declares no exception, and threw " + e, e);
        }
    }

    /** Makes an instance's machine, and before it lets the constructor's copies go: nothing has looked at them until then. */
    private final class Making implements Function<Instance, Machine> {
        private final Function<Instance, Machine> machines;

        Making(Function<Instance, Machine> machines) {
            this.machines = machines;
        }

        @Override
        public Machine apply(Instance instance) {
            InstanceFields.share(instance, bodies, types, functionTypes);
            return machines.apply(instance);
        }
    }

    private Memory[] memories(Function<MemoryLimits, Memory> make) {
        var memories = new Memory[memoryLimits.length];
        for (int i = 0; i < memories.length; i++) {
            memories[i] = make.apply(memoryLimits[i]);
        }
        return memories;
    }

    private static int[] functionTypes(WasmModule module) {
        int imported = module.importSection().count(ExternalType.FUNCTION);
        int[] types = new int[imported + module.functionSection().functionCount()];
        int next = 0;
        for (int i = 0; i < module.importSection().importCount(); i++) {
            if (module.importSection().getImport(i) instanceof FunctionImport function) {
                types[next++] = function.typeIndex();
            }
        }
        for (int i = 0; next < types.length; i++) {
            types[next++] = module.functionSection().getFunctionType(i);
        }
        return types;
    }

    private static MethodHandle constructor() {
        var type = MethodType.methodType(
                void.class, WasmModule.class, Global[].class, Memory[].class, DataSegment[].class, FunctionBody[].class,
                FunctionType[].class, int[].class, ImportValues.class, Table[].class, Element[].class, TagType[].class,
                Map.class, Function.class, TableFactory.class, GlobalFactory.class, boolean.class, boolean.class,
                ExecutionListener.class);
        try {
            return MethodHandles.privateLookupIn(Instance.class, MethodHandles.lookup())
                    .findConstructor(Instance.class, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this release of Endive makes instances in another way: " + e, e);
        }
    }
}
