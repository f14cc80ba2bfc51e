package dev.belay.component.binary;

import dev.belay.component.binary.CoreInstruction.Immediate;
import dev.belay.component.binary.CoreModuleContents.ElementItems;
import dev.belay.component.binary.CoreModuleContents.Elements;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.CoreType.CoreExtern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import run.endive.wasm.types.OpCode;

/**
 * Takes out of a module what some of its exports do without: functions that nothing calls, the imports that only those
 * called, and a memory that none of the others uses. Names and whatever else counts functions goes with them.
 */
public final class CoreModuleTrimmer {
    private final CoreModule module;
    private final int imported;
    private final BitSet reached = new BitSet();
    private final ArrayDeque<Integer> toVisit = new ArrayDeque<>();
    private boolean usesTables;

    private CoreModuleTrimmer(CoreModule module) {
        this.module = module;
        this.imported = module.importedFunctions();
    }

    /** The module with the exports whose names are {@code wanted} and what these need. */
    public static CoreModule keep(CoreModule module, Predicate<String> wanted) {
        return new CoreModuleTrimmer(module).keep(wanted);
    }

    private CoreModule keep(Predicate<String> wanted) {
        var exports = module.outline().exports().stream()
                .filter(e -> wanted.test(e.name()))
                .toList();
        var contents = module.contents();
        exports.stream().filter(e -> e.sort() == CoreSort.FUNC).forEach(e -> reach(e.index()));
        usesTables = exports.stream().anyMatch(e -> e.sort() == CoreSort.TABLE)
                || module.outline().imports().stream().anyMatch(i -> i.type() instanceof CoreExtern.Table);
        contents.start().ifPresent(this::reach);
        contents.globals().forEach(this::visit);
        contents.tables().forEach(value -> value.ifPresent(this::visit));
        visitAll();
        if (usesTables) {
            contents.elements().forEach(this::visit);
            visitAll();
        }
        var renumbered = renumbered();
        return withoutMemory(new CoreModule(outline(exports, renumbered), contents(renumbered)));
    }

    private void reach(int function) {
        if (!reached.get(function)) {
            reached.set(function);
            toVisit.add(function);
        }
    }

    private void visitAll() {
        while (!toVisit.isEmpty()) {
            int function = toVisit.remove();
            if (function >= imported) {
                visit(module.contents().functions().get(function - imported).body());
            }
        }
    }

    private void visit(Elements segment) {
        switch (segment.items()) {
            case ElementItems.Functions(var functions) -> functions.forEach(this::reach);
            case ElementItems.Expressions(var expressions) -> expressions.forEach(this::visit);
        }
    }

    private void visit(List<CoreInstruction> body) {
        for (CoreInstruction instruction : body) {
            if (namesFunction(instruction.op())) {
                reach(functionOf(instruction));
                // What is referred to has to be declared by a segment.
                usesTables |= instruction.op() == OpCode.REF_FUNC;
            } else if (instruction.op().name().startsWith("TABLE_") || instruction.op().name().endsWith("CALL_INDIRECT")) {
                usesTables = true;
            }
        }
    }

    private static boolean namesFunction(OpCode op) {
        return op == OpCode.CALL || op == OpCode.RETURN_CALL || op == OpCode.REF_FUNC;
    }

    private static int functionOf(CoreInstruction instruction) {
        return (int) ((Immediate.Int) instruction.immediates().getFirst()).value();
    }

    private Map<Integer, Integer> renumbered() {
        var numbers = new HashMap<Integer, Integer>();
        reached.stream().forEach(function -> numbers.put(function, numbers.size()));
        return numbers;
    }

    private CoreModuleOutline outline(List<CoreModuleOutline.Export> exports, Map<Integer, Integer> numbers) {
        var outline = module.outline();
        return new CoreModuleOutline(
                outline.types(),
                reachedOf(outline.imports(), item -> item.type() instanceof CoreExtern.Func, 0),
                reachedOf(outline.definitions(), item -> item instanceof CoreExtern.Func, imported),
                exports.stream()
                        .map(e -> e.sort() == CoreSort.FUNC
                                ? new CoreModuleOutline.Export(e.name(), e.sort(), number(numbers, e.index()))
                                : e)
                        .toList());
    }

    private <T> List<T> reachedOf(List<T> items, Predicate<T> isFunction, int first) {
        var kept = new ArrayList<T>();
        int function = first;
        for (T item : items) {
            if (!isFunction.test(item) || reached.get(function++)) {
                kept.add(item);
            }
        }
        return kept;
    }

    private CoreModuleContents contents(Map<Integer, Integer> numbers) {
        var contents = module.contents();
        var functions = new ArrayList<CoreModuleContents.Function>();
        reached.stream().filter(f -> f >= imported).forEach(f -> {
            var function = contents.functions().get(f - imported);
            functions.add(new CoreModuleContents.Function(function.locals(), renumber(function.body(), numbers)));
        });
        return new CoreModuleContents(
                contents.tables().stream().map(v -> v.map(e -> renumber(e, numbers))).toList(),
                contents.globals().stream().map(e -> renumber(e, numbers)).toList(),
                contents.start().map(f -> number(numbers, f)),
                contents.elements().stream().map(e -> renumber(e, numbers)).toList(),
                contents.data(),
                functions,
                contents.custom().stream().filter(c -> !c.name().equals("name")).toList());
    }

    /** A segment of a table that nothing looks into is left empty, so that the numbers of the others stay. */
    private Elements renumber(Elements segment, Map<Integer, Integer> numbers) {
        ElementItems items = switch (segment.items()) {
            case ElementItems.Functions(var functions) -> new ElementItems.Functions(
                    usesTables ? functions.stream().map(f -> number(numbers, f)).toList() : List.of());
            case ElementItems.Expressions(var all) -> new ElementItems.Expressions(
                    usesTables ? all.stream().map(e -> renumber(e, numbers)).toList() : List.of());
        };
        return new Elements(segment.target(), segment.declared(), segment.type(), items);
    }

    private static List<CoreInstruction> renumber(List<CoreInstruction> body, Map<Integer, Integer> numbers) {
        return body.stream()
                .map(instruction -> namesFunction(instruction.op())
                        ? new CoreInstruction(
                                instruction.op(), List.of(new Immediate.Int(number(numbers, functionOf(instruction)))))
                        : instruction)
                .toList();
    }

    private static int number(Map<Integer, Integer> numbers, int function) {
        return Optional.ofNullable(numbers.get(function))
                .orElseThrow(() -> new IllegalStateException("function " + function + " was not reached"));
    }

    private static CoreModule withoutMemory(CoreModule module) {
        if (module.usesMemory()) {
            return module;
        }
        var outline = module.outline();
        return new CoreModule(
                new CoreModuleOutline(
                        outline.types(),
                        outline.imports().stream().filter(i -> !(i.type() instanceof CoreExtern.Memory)).toList(),
                        outline.definitions(),
                        outline.exports()),
                module.contents());
    }
}
