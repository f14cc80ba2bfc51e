package dev.belay.component.validate;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.Alias;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.Sort;
import dev.belay.component.type.AnyType;
import dev.belay.component.type.CoreExternType;
import dev.belay.component.type.ExternType;
import java.util.Map;

/** Checks aliases and adds what they stand for. */
final class Aliases {
    private Aliases() {}

    static void define(Alias alias, Scope scope, int offset) {
        switch (alias) {
            case Alias.Export a -> export(a, scope, offset);
            case Alias.CoreExport a -> coreExport(a, scope, offset);
            case Alias.Outer a -> outer(a, scope, offset);
        }
    }

    /** An alias within a component type or an instance type, where only some sorts are allowed. */
    static void declare(Alias alias, Scope scope, int offset) {
        boolean allowed = switch (alias) {
            case Alias.Export a -> a.sort() == Sort.Plain.TYPE || a.sort() == Sort.Plain.INSTANCE;
            case Alias.Outer a -> a.sort() == Sort.Plain.TYPE || a.sort().equals(new Sort.Core(CoreSort.TYPE));
            case Alias.CoreExport _ -> false;
        };
        if (!allowed) {
            throw InvalidComponentException.invalid(
                    offset,
                    "aliases in a component or instance type may only refer to types or instances, not to a "
                            + alias.sort().text());
        }
        define(alias, scope, offset);
    }

    /** The scope {@code count} levels out from {@code scope}. */
    static Scope outerScope(Scope scope, int count, int offset) {
        Scope target = scope;
        for (int i = 0; i != count; i++) {
            if (target.parent.isEmpty()) {
                throw InvalidComponentException.invalid(
                        offset, "invalid outer alias count of " + Integer.toUnsignedString(count)
                                + ": there are only " + i + " scopes around this one");
            }
            target = target.parent.get();
        }
        return target;
    }

    private static void export(Alias.Export alias, Scope scope, int offset) {
        ExternType type = scope.instances.get(alias.instance(), offset).exports().get(alias.name());
        if (type == null) {
            throw InvalidComponentException.invalid(
                    offset, "instance " + alias.instance() + " has no export named `" + alias.name() + "`");
        }
        if (!type.sort().equals(alias.sort().text())) {
            throw InvalidComponentException.invalid(
                    offset,
                    "export `" + alias.name() + "` for instance " + alias.instance() + " is not a " + alias.sort().text()
                            + " but a " + type.sort());
        }
        Externs.addIndex(type, scope, false, offset);
    }

    private static void coreExport(Alias.CoreExport alias, Scope scope, int offset) {
        Map<String, CoreExternType> exports = scope.coreInstances.get(alias.instance(), offset);
        CoreExternType type = exports.get(alias.name());
        if (type == null) {
            throw InvalidComponentException.invalid(
                    offset, "core instance " + alias.instance() + " has no export named `" + alias.name() + "`");
        }
        if (!alias.sort().equals(new Sort.Core(CoreExterns.sort(type)))) {
            throw InvalidComponentException.invalid(
                    offset,
                    "export `" + alias.name() + "` for core instance " + alias.instance() + " is not a "
                            + alias.sort().text() + " but a core " + CoreExterns.sort(type).text());
        }
        switch (type) {
            case CoreExternType.Func t -> scope.coreFuncs.add(t.type(), offset);
            case CoreExternType.Table t -> scope.coreTables.add(t, offset);
            case CoreExternType.Memory t -> scope.coreMemories.add(t, offset);
            case CoreExternType.Global t -> scope.coreGlobals.add(t, offset);
            case CoreExternType.Tag t -> scope.coreTags.add(t, offset);
        }
    }

    private static void outer(Alias.Outer alias, Scope scope, int offset) {
        Scope target = outerScope(scope, alias.count(), offset);
        switch (alias.sort()) {
            case Sort.Core(CoreSort sort) when sort == CoreSort.MODULE ->
                scope.coreModules.add(target.coreModules.get(alias.index(), offset), offset);
            case Sort.Core(CoreSort sort) when sort == CoreSort.TYPE ->
                scope.coreTypes.add(target.coreTypes.get(alias.index(), offset), offset);
            case Sort.Plain.COMPONENT ->
                scope.components.add(target.components.get(alias.index(), offset), offset);
            case Sort.Plain.TYPE -> {
                AnyType type = target.types.get(alias.index(), offset);
                if (crossesComponent(scope, target)) {
                    FreeResources.find(type, scope.validation).ifPresent(resource -> {
                        throw InvalidComponentException.invalid(
                                offset,
                                "an outer alias crosses a component's boundary to type " + alias.index()
                                        + ", which transitively refers to resources not defined in the current component: `"
                                        + resource.name() + "`");
                    });
                }
                scope.types.add(type, offset);
            }
            default ->
                throw InvalidComponentException.invalid(
                        offset,
                        "outer aliases refer to core modules, core types, components and types, not to a "
                                + alias.sort().text());
        }
    }

    private static boolean crossesComponent(Scope from, Scope to) {
        for (Scope scope = from; scope != to; scope = scope.parent.orElse(to)) {
            if (scope.isComponent()) {
                return true;
            }
        }
        return false;
    }
}
