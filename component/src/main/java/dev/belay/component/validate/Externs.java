package dev.belay.component.validate;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.Export;
import dev.belay.component.model.ExternDesc;
import dev.belay.component.model.ExternName;
import dev.belay.component.model.Sort;
import dev.belay.component.model.SortIndex;
import dev.belay.component.type.AnyType;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.Subtyping;

/** Checks imports and exports, of components and within their types. */
final class Externs {
    private Externs() {}

    static void importing(ExternName name, ExternDesc desc, Scope scope, int offset) {
        ExternType type = fresh(desc, name.name(), scope, offset);
        scope.importNames.add(name, type, offset);
        scope.validation.sizes().spend(type, scope.validation.effort());
        if (!scope.visibility.imports(type)) {
            throw invalid(
                    offset,
                    type.sort() + " not valid to be used as import: `" + name.name()
                            + "` uses a type that no import before it names");
        }
        introduce(type, scope);
        checkClosed(type, "import", name.name(), scope, offset);
        scope.imports.put(name.name(), type);
        addIndex(type, scope, false, offset);
    }

    /** An export of a component type or an instance type. */
    static void declareExport(ExternName name, ExternDesc desc, Scope scope, int offset) {
        export(name, fresh(desc, name.name(), scope, offset), scope, offset);
    }

    /** An export of a component. */
    static void exporting(Export export, Scope scope, int offset) {
        ExternType actual = use(export.value(), scope, offset);
        ExternType type;
        if (export.type().isPresent()) {
            type = fresh(export.type().get(), export.name().name(), scope, offset);
            scope.validation.sizes().spend(type, scope.validation.effort());
            var check = Subtyping.start();
            if (!check.require(export.name().name(), actual, type)) {
                throw invalid(
                        offset,
                        "ascribed type of export is not compatible with the type of what is exported: "
                                + check.mismatches().getFirst());
            }
        } else {
            scope.validation.sizes().spend(actual, scope.validation.effort());
            type = Reexport.of(export.name().name(), actual, scope.bound);
        }
        export(export.name(), type, scope, offset);
    }

    private static void export(ExternName name, ExternType type, Scope scope, int offset) {
        scope.exportNames.add(name, type, offset);
        scope.validation.sizes().spend(type, scope.validation.effort());
        if (scope.kind != Scope.Kind.INSTANCE_TYPE && !scope.visibility.exports(type)) {
            throw invalid(
                    offset,
                    type.sort() + " not valid to be used as export: `" + name.name()
                            + "` uses a type that no import or export before it names");
        }
        if (type instanceof ExternType.Value value
                && scope.validation.facts().of(value.type()).borrows()) {
            throw invalid(offset, "the exported value `" + name.name() + "` cannot contain a `borrow` type");
        }
        introduce(type, scope);
        checkClosed(type, "export", name.name(), scope, offset);
        scope.exports.put(name.name(), type);
        addIndex(type, scope, scope.isComponent(), offset);
    }

    /** Notes the resource types that an import or export introduces. */
    private static void introduce(ExternType type, Scope scope) {
        switch (type) {
            case ExternType.AbstractResource t -> scope.bound.add(t.variable().origin());
            case ExternType.Instance t -> {
                scope.validation.effort().spend(t.type().exports().size());
                t.type().exports().values().forEach(export -> introduce(export, scope));
            }
            default -> {}
        }
    }

    /** The types of components have no names but their own, so they must not leak what this component keeps to itself. */
    private static void checkClosed(ExternType type, String word, String name, Scope scope, int offset) {
        if (scope.isComponent() && type instanceof ExternType.Component component) {
            FreeResources.find(component.type(), scope.bound, scope.validation).ifPresent(resource -> {
                throw invalid(
                        offset,
                        "component not valid to be used as " + word + ": the type of `" + name + "` refers to resource `"
                                + resource.name() + "`, which is local");
            });
        }
    }

    /** What a definition is, by its index, using it up if it is a value. */
    static ExternType use(SortIndex definition, Scope scope, int offset) {
        int index = definition.index();
        return switch (definition.sort()) {
            case Sort.Plain.FUNC -> new ExternType.Func(scope.funcs.get(index, offset));
            case Sort.Plain.TYPE -> new ExternType.TypeEq(scope.types.get(index, offset));
            case Sort.Plain.COMPONENT -> new ExternType.Component(scope.components.get(index, offset));
            case Sort.Plain.INSTANCE -> new ExternType.Instance(scope.instances.get(index, offset));
            case Sort.Plain.VALUE -> {
                ValueSlot value = scope.values.get(index, offset);
                value.consume(index, offset);
                yield new ExternType.Value(value.type());
            }
            case Sort.Core(CoreSort sort) when sort == CoreSort.MODULE ->
                new ExternType.Module(scope.coreModules.get(index, offset));
            case Sort.Core core ->
                throw invalid(offset, "a " + core.text() + " cannot be exported or passed to a component: only core modules can");
        };
    }

    /** Adds the index that an import, export or alias introduces. */
    static void addIndex(ExternType type, Scope scope, boolean consumed, int offset) {
        switch (type) {
            case ExternType.Func t -> scope.funcs.add(t.type(), offset);
            case ExternType.Instance t -> scope.instances.add(t.type(), offset);
            case ExternType.Component t -> scope.components.add(t.type(), offset);
            case ExternType.Module t -> scope.coreModules.add(t.type(), offset);
            case ExternType.TypeEq t -> scope.types.add(t.type(), offset);
            case ExternType.AbstractResource t -> scope.types.add(t.variable(), offset);
            case ExternType.Value t -> {
                var slot = new ValueSlot(t.type(), offset);
                if (consumed) {
                    slot.consume(scope.values.size(), offset);
                }
                scope.values.add(slot, offset);
            }
        }
    }

    /** The type that an import or export is declared to have, with names and abstract resources of its own. */
    private static ExternType fresh(ExternDesc desc, String name, Scope scope, int offset) {
        return switch (desc) {
            case ExternDesc.CoreModule d -> {
                if (scope.coreTypes.get(d.coreType(), offset) instanceof CoreTypeDef.Module module) {
                    yield new ExternType.Module(module.type());
                }
                throw invalid(offset, "core type index " + d.coreType() + " is not a module type");
            }
            case ExternDesc.Func d -> {
                if (scope.types.get(d.type(), offset) instanceof FunctionType type) {
                    yield new ExternType.Func(type);
                }
                throw notA("function type", d.type(), offset);
            }
            case ExternDesc.ValueEq d ->
                new ExternType.Value(scope.values.get(d.value(), offset).type());
            case ExternDesc.ValueOf d -> new ExternType.Value(ValueTypes.resolve(d.type(), scope, offset));
            case ExternDesc.TypeEq d -> {
                AnyType type = scope.types.get(d.type(), offset);
                yield new ExternType.TypeEq(Naming.renamed(type, name));
            }
            case ExternDesc.SubResource _ ->
                new ExternType.AbstractResource(ResourceType.fresh(name));
            case ExternDesc.Component d -> {
                if (scope.types.get(d.type(), offset) instanceof ComponentType type) {
                    yield new ExternType.Component(type);
                }
                throw notA("component type", d.type(), offset);
            }
            case ExternDesc.Instance d -> {
                if (scope.types.get(d.type(), offset) instanceof InstanceType type) {
                    yield new ExternType.Instance(
                            Naming.instance(type, new Renaming(scope.validation.effort())));
                }
                throw notA("instance type", d.type(), offset);
            }
        };
    }

    static InvalidComponentException notA(String what, int index, int offset) {
        return invalid(offset, "type index " + index + " is not " + (what.matches("[aeiou].*") ? "an " : "a ") + what);
    }

    private static InvalidComponentException invalid(int offset, String message) {
        return InvalidComponentException.invalid(offset, message);
    }
}
