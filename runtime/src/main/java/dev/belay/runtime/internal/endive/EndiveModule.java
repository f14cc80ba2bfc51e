package dev.belay.runtime.internal.endive;

import dev.belay.runtime.ComponentCost;
import dev.belay.runtime.internal.core.CoreBudget;
import dev.belay.runtime.internal.core.CoreImage;
import dev.belay.runtime.internal.core.CoreInstance;
import dev.belay.runtime.internal.core.CoreModule;
import dev.belay.runtime.internal.core.TableCalls;
import dev.belay.runtime.internal.jit.FunctionBodies;
import dev.belay.runtime.internal.core.TickCounter;
import dev.belay.runtime.internal.jit.Interpreter;
import dev.belay.runtime.internal.jit.JitCode;
import dev.belay.runtime.internal.jit.JitMachine;
import dev.belay.runtime.internal.memory.LinearMemory;
import dev.belay.runtime.internal.memory.MemoryImage;
import dev.belay.runtime.internal.typed.TypedCall;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.IntFunction;
import run.endive.runtime.ImportValues;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.ExecutionListener;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.runtime.Memory;
import run.endive.runtime.TableInstance;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.ActiveDataSegment;
import run.endive.wasm.types.DataSegment;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.Table;

/** A parsed module, and the memory images that its data segments leave. */
final class EndiveModule implements CoreModule {
    private final EndiveImports imports;
    private final InstanceMaker maker;
    private final int bytes;
    private final int functions;
    private final boolean starts;
    private final AtomicReferenceArray<MemoryImage> images;
    private final boolean fixedSegments;
    private final Optional<JitCode> code;
    private final Optional<TableCalls.Shim> shim;
    private final Optional<TableCalls.Filling> filling;

    /**
     * @param bytes the size of its binary
     * @param code the functions compiled; empty for the interpreter
     */
    EndiveModule(WasmModule module, int bytes, FunctionBodies bodies, Optional<JitCode> code) {
        this.imports = new EndiveImports(module);
        this.maker = new InstanceMaker(module);
        this.bytes = bytes;
        this.functions = module.functionSection().functionCount();
        this.starts = module.startSection().isPresent();
        this.code = code;
        this.shim = ShimModules.shim(module, bodies);
        this.filling = ShimModules.filling(module);
        int memories = module.memorySection().map(s -> s.memoryCount()).orElse(0);
        this.images = new AtomicReferenceArray<>(memories);
        this.fixedSegments = hasFixedSegments(module.dataSection().dataSegments());
    }

    private Function<Instance, Machine> machines(Imports given, CoreBudget budget) {
        IntFunction<TypedCall> functions = imports.functions(given);
        return instance -> code.isPresent()
                ? new JitMachine(instance, code.get(), budget, functions)
                : new Interpreter(instance, new TickCounter(budget.call()), functions);
    }

    private static @Nullable ExecutionListener listener(CoreBudget budget) {
        return budget.call().isFueled() ? Interpreter.branches(new TickCounter(budget.call())) : null;
    }

    @Override
    public CoreInstance instantiate(Imports imports, CoreBudget budget) {
        budget.addInstance();
        try {
            ImportValues given = this.imports.of(imports);
            Instance instance = maker.make(
                    given,
                    new Memories(budget),
                    (table, initial) -> table(table, initial, budget),
                    machines(imports, budget),
                    listener(budget));
            return new EndiveInstance(maker.exports(), instance, null);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw Traps.of(e);
        }
    }

    @Override
    public boolean runsCode() {
        return starts;
    }

    @Override
    public CoreInstance restore(Imports imports, CoreBudget budget, CoreImage image) {
        var known = (InstanceImage) image;
        budget.addInstance();
        try {
            Instance instance = maker.restore(
                    known,
                    this.imports.of(imports),
                    memories(known, budget),
                    tables(known, budget),
                    machines(imports, budget),
                    listener(budget));
            return new EndiveInstance(maker.exports(), instance, known);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw Traps.of(e);
        }
    }

    private EndiveMemory[] memories(InstanceImage image, CoreBudget budget) {
        var memories = new EndiveMemory[image.memories().size()];
        for (int i = 0; i < memories.length; i++) {
            MemoryLimits limits = maker.memory(i);
            budget.addMemory();
            memories[i] = new EndiveMemory(
                    LinearMemory.of(image.memories().get(i), limits.maximumPages(), budget), limits);
        }
        return memories;
    }

    private BoundedTable[] tables(InstanceImage image, CoreBudget budget) {
        var tables = new BoundedTable[image.tables().size()];
        for (int i = 0; i < tables.length; i++) {
            TableImage table = image.tables().get(i);
            budget.addTable(table.references().length);
            tables[i] = new BoundedTable(maker.emptyTable(i), table, budget);
        }
        return tables;
    }

    @Override
    public Optional<TableCalls.Shim> shim() {
        return shim;
    }

    @Override
    public Optional<TableCalls.Filling> filling() {
        return filling;
    }

    @Override
    public ComponentCost.Module cost() {
        return code.map(JitCode::cost)
                .map(its -> new ComponentCost.Module(bytes, functions, its.interpreted(), its.classes(), its.classBytes()))
                .orElseGet(() -> new ComponentCost.Module(bytes, functions, functions, 0, 0));
    }

    private static TableInstance table(Table table, int initial, CoreBudget budget) {
        budget.addTable(table.limits().min());
        return new BoundedTable(BoundedTable.empty(table), (int) table.limits().min(), initial, budget);
    }

    /** Whether every active segment starts at a constant, so that all instances begin with the same memory. */
    private static boolean hasFixedSegments(DataSegment[] segments) {
        for (DataSegment segment : segments) {
            if (segment instanceof ActiveDataSegment active && !isConstant(active.offsetInstructions())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isConstant(List<Instruction> offset) {
        return offset.stream()
                .allMatch(i -> i.opcode() == OpCode.I32_CONST || i.opcode() == OpCode.END);
    }

    /** Makes the memories of one instance, in order. */
    private final class Memories implements Function<MemoryLimits, Memory> {
        private final CoreBudget budget;
        private int next;

        Memories(CoreBudget budget) {
            this.budget = budget;
        }

        @Override
        public Memory apply(MemoryLimits limits) {
            int index = next++;
            budget.addMemory();
            var memory = new LinearMemory(limits.initialPages(), limits.maximumPages(), budget);
            if (!fixedSegments) {
                return new EndiveMemory(memory, limits);
            }
            return new EndiveMemory(memory, limits, () -> images.get(index), image -> images.set(index, image));
        }
    }
}
