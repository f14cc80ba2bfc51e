package dev.belay.component.binary;

import dev.belay.component.binary.CoreInstruction.Immediate;
import dev.belay.component.binary.CoreModuleContents.Function;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreType.CoreExtern;
import dev.belay.component.model.CoreType.SubType;
import dev.belay.component.model.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import run.endive.wasm.types.OpCode;

/**
 * Gives an adapter that lives in the main module's memory a stack there: what its linker chose for {@code __stack_pointer}
 * means nothing in that memory. The room comes from the main module's allocator where the adapter can say when it is ready,
 * by a global {@code allocation_state}; else the memory grows when the adapter is instantiated.
 */
public final class AdapterStack {
    private static final int PAGE = 1 << 16;
    private static final int ALIGNMENT = 8;
    private static final String POINTER = "__stack_pointer";
    private static final String MAIN_MODULE = "__main_module__";
    private static final String REALLOC = "cabi_realloc";
    private static final CoreType.Func NOTHING_IN_OR_OUT = new CoreType.Func(List.of(), List.of());
    private static final String STATE = "allocation_state";
    /** What {@code allocation_state} says: before, while, and once there is a stack. */
    private static final int NONE = 0, ALLOCATING = 1, ALLOCATED = 2;

    private final CoreModule module;
    private final int pointer;

    private AdapterStack(CoreModule module, int pointer) {
        this.module = module;
        this.pointer = pointer;
    }

    /**
     * @param kept what is left of the adapter, its globals being those of {@code whole}
     * @param whole the adapter with its names
     * @param mainAllocates whether the main module exports an allocator
     */
    public static CoreModule of(CoreModule kept, CoreModule whole, boolean mainAllocates) {
        Optional<Integer> pointer = global(whole, POINTER);
        boolean sharesMemory = kept.outline().imports().stream().anyMatch(i -> i.type() instanceof CoreExtern.Memory);
        if (pointer.isEmpty() || !sharesMemory || !uses(kept, pointer.get())) {
            return kept;
        }
        var stack = new AdapterStack(kept, pointer.get());
        Optional<Integer> state = global(whole, STATE);
        Optional<Integer> realloc = stack.importedRealloc().filter(_ -> mainAllocates);
        return state.isPresent() && realloc.isPresent() ? stack.onFirstCall(state.get(), realloc.get()) : stack.atStart();
    }

    private static Optional<Integer> global(CoreModule module, String name) {
        int imported = module.importedGlobals();
        var names = module.names();
        return IntStream.range(imported, imported + module.defined(CoreExtern.Global.class).size())
                .boxed()
                .filter(i -> names.of(new Sort.Core(CoreSort.GLOBAL), i).filter(name::equals).isPresent())
                .findFirst();
    }

    private static boolean uses(CoreModule module, int global) {
        return module.contents().functions().stream()
                .flatMap(f -> f.body().stream())
                .anyMatch(i -> (i.op() == OpCode.GLOBAL_GET || i.op() == OpCode.GLOBAL_SET)
                        && i.immediates().getFirst().equals(new Immediate.Int(global)));
    }

    private Optional<Integer> importedRealloc() {
        int index = 0;
        for (var item : module.outline().imports()) {
            if (item.type() instanceof CoreExtern.Func) {
                if (item.module().equals(MAIN_MODULE) && item.name().equals(REALLOC)) {
                    return Optional.of(index);
                }
                index++;
            }
        }
        return Optional.empty();
    }

    /** Grows the memory by one page when the module starts. */
    private CoreModule atStart() {
        var body = new ArrayList<CoreInstruction>();
        body.add(constant(1));
        body.add(new CoreInstruction(OpCode.MEMORY_GROW, List.of(new Immediate.Int(0))));
        body.add(constant(PAGE));
        body.add(op(OpCode.I32_MUL));
        setPointer(body);
        module.contents().start().ifPresent(start -> body.add(with(OpCode.CALL, start)));
        int function = module.importedFunctions() + module.contents().functions().size();
        return adding(body, module.contents().functions(), Optional.of(function));
    }

    /** Asks the main module's allocator when one of the exports is called first. */
    private CoreModule onFirstCall(int state, int realloc) {
        var body = new ArrayList<CoreInstruction>();
        body.add(with(OpCode.GLOBAL_GET, state));
        body.add(op(OpCode.I32_EQZ));
        body.add(new CoreInstruction(OpCode.IF, List.of(new Immediate.Block(Optional.empty(), Optional.empty()))));
        body.add(constant(ALLOCATING));
        body.add(with(OpCode.GLOBAL_SET, state));
        for (int argument : new int[] {NONE, 0, ALIGNMENT, PAGE}) {
            body.add(constant(argument));
        }
        body.add(with(OpCode.CALL, realloc));
        setPointer(body);
        body.add(constant(ALLOCATED));
        body.add(with(OpCode.GLOBAL_SET, state));
        body.add(op(OpCode.END));
        int imported = module.importedFunctions();
        int allocate = imported + module.contents().functions().size();
        var reallocs = Set.of("cabi_realloc", "cabi_import_realloc", "cabi_export_realloc");
        var first = new ArrayList<>(module.contents().functions());
        module.outline().exports().stream()
                .filter(e -> e.sort() == CoreSort.FUNC && e.index() >= imported && !reallocs.contains(e.name()))
                .map(e -> e.index() - imported)
                .distinct()
                .forEach(i -> {
                    var calling = new ArrayList<>(List.of(with(OpCode.CALL, allocate)));
                    calling.addAll(first.get(i).body());
                    first.set(i, new Function(first.get(i).locals(), calling));
                });
        return adding(body, first, module.contents().start());
    }

    /** The stack grows downwards, from the end of its page. */
    private void setPointer(List<CoreInstruction> body) {
        body.add(constant(PAGE));
        body.add(op(OpCode.I32_ADD));
        body.add(with(OpCode.GLOBAL_SET, pointer));
    }

    private CoreModule adding(List<CoreInstruction> body, List<Function> functions, Optional<Integer> start) {
        var outline = module.outline();
        var types = new ArrayList<>(outline.types());
        int type = types.stream().mapToInt(group -> group.types().size()).sum();
        types.add(new CoreType.Rec(List.of(SubType.plain(NOTHING_IN_OR_OUT)), false));
        var definitions = new ArrayList<>(outline.definitions());
        definitions.add(new CoreExtern.Func(type));
        var all = new ArrayList<>(functions);
        all.add(new Function(List.of(), body));
        var contents = module.contents();
        return new CoreModule(
                new CoreModuleOutline(types, outline.imports(), definitions, outline.exports()),
                new CoreModuleContents(
                        contents.tables(),
                        contents.globals(),
                        start,
                        contents.elements(),
                        contents.data(),
                        all,
                        contents.custom()));
    }

    private static CoreInstruction constant(int value) {
        return with(OpCode.I32_CONST, value);
    }

    private static CoreInstruction with(OpCode op, int value) {
        return new CoreInstruction(op, List.of(new Immediate.Int(value)));
    }

    private static CoreInstruction op(OpCode op) {
        return new CoreInstruction(op, List.of());
    }
}
