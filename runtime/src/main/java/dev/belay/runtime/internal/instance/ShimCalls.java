package dev.belay.runtime.internal.instance;

import dev.belay.runtime.internal.core.CoreModule;
import dev.belay.runtime.internal.core.SameShape;
import dev.belay.runtime.internal.core.TableCalls;
import dev.belay.runtime.internal.core.TableCalls.Filling;
import dev.belay.runtime.internal.core.TableCalls.Shim;
import dev.belay.runtime.internal.plan.CoreSource;
import dev.belay.runtime.internal.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Functions of which the plan tells where they lead: shims that call by a table which one module fills and no other reaches.
 * Tools make them where a module imports functions that are lowered into its own memory. They go straight to what they are
 * for, so that neither the shim nor its table is part of a call.
 */
final class ShimCalls {
    /**
     * What a shim's function leads to.
     *
     * @param filledBy the step that puts it into the table: before, a call is a trap
     * @param shape of the shim and of what it leads to
     */
    record Target(CoreSource source, int filledBy, SameShape shape) {}

    private record Function(int step, String name) {}

    private final Map<Function, Target> targets = new HashMap<>();

    private ShimCalls() {}

    static ShimCalls of(Plan plan, List<CoreModule> modules) {
        var calls = new ShimCalls();
        for (int i = 0; i < plan.steps().size(); i++) {
            Optional<Shim> shim = modules.get(plan.steps().get(i).module()).shim();
            if (shim.isPresent()) {
                calls.add(plan, modules, i, shim.get());
            }
        }
        // one that leads to another of them may lead in a circle
        Set<Function> known = Set.copyOf(calls.targets.keySet());
        calls.targets.values().removeIf(target ->
                target.source() instanceof CoreSource.Export(int step, String name) && known.contains(new Function(step, name)));
        return calls;
    }

    Optional<Target> target(int step, String name) {
        return targets.isEmpty() ? Optional.empty() : Optional.ofNullable(targets.get(new Function(step, name)));
    }

    private void add(Plan plan, List<CoreModule> modules, int step, Shim shim) {
        List<Integer> users = users(plan, step, shim.table());
        if (users.size() != 1) {
            return; // nothing fills it, or several may
        }
        int filler = users.getFirst();
        Plan.InstantiateModule filling = plan.steps().get(filler);
        modules.get(filling.module())
                .filling()
                .filter(its -> isTable(filling, its, step, shim.table()))
                .ifPresent(its -> shim.elements().forEach((function, element) -> {
                    TableCalls.Import put = its.functions().get(element);
                    if (put != null) {
                        source(filling, put)
                                .ifPresent(source -> targets.put(
                                        new Function(step, function), new Target(source, filler, new SameShape())));
                    }
                }));
    }

    /** Steps whose modules may import the table: those that are given it, or all that the shim exports. */
    private static List<Integer> users(Plan plan, int step, String table) {
        var users = new ArrayList<Integer>();
        for (int i = 0; i < plan.steps().size(); i++) {
            if (plan.steps().get(i).imports().values().stream().anyMatch(given -> gives(given, step, table))) {
                users.add(i);
            }
        }
        return users;
    }

    private static boolean gives(Plan.CoreExports given, int step, String table) {
        return switch (given) {
            case Plan.CoreExports.OfInstance(int from) -> from == step;
            case Plan.CoreExports.Listed(var items) -> items.values().stream().anyMatch(item -> is(item, step, table));
        };
    }

    private static boolean is(CoreSource source, int step, String name) {
        return source instanceof CoreSource.Export(int from, String exported) && from == step && exported.equals(name);
    }

    private static boolean isTable(Plan.InstantiateModule filling, Filling its, int step, String table) {
        return source(filling, its.table()).filter(source -> is(source, step, table)).isPresent();
    }

    private static Optional<CoreSource> source(Plan.InstantiateModule step, TableCalls.Import wanted) {
        return step.source(wanted.module(), wanted.name());
    }
}
