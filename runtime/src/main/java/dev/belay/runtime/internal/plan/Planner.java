package dev.belay.runtime.internal.plan;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.Alias;
import dev.belay.component.model.At;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.Canon;
import dev.belay.component.model.CanonOption;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.CoreInstance;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.Export;
import dev.belay.component.model.Import;
import dev.belay.component.model.Instance;
import dev.belay.component.model.Section;
import dev.belay.component.model.Sort;
import dev.belay.component.model.SortIndex;
import dev.belay.component.model.Type;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows a valid component's definitions in their order, and those of the components it instantiates. */
public final class Planner {
    /**
     * Components can instantiate each other in doubling steps: this bounds what a small file can ask for, far above what
     * any real composition has.
     */
    public static final int MAX_INSTANCES = 10_000;

    private final List<Bytes> modules = new ArrayList<>();
    private final Map<Bytes, Integer> moduleIndices = new HashMap<>();
    private final List<Plan.InstantiateModule> steps = new ArrayList<>();
    private final List<Plan.Part> parts = new ArrayList<>();
    private final List<Plan.DefinedResource> resources = new ArrayList<>();
    private final Map<String, ExternType> imports = new LinkedHashMap<>();

    private Planner() {}

    /**
     * @param component must be valid
     * @throws InvalidComponentException if it asks for more than {@link #MAX_INSTANCES}, or for a start function
     */
    public static Planned plan(ComponentBinary component) {
        var planner = new Planner();
        planner.parts.add(new Plan.Part(Optional.empty()));
        Map<String, Item> exports =
                planner.follow(component, new Scope(Optional.empty(), 0), Optional.empty());
        var plan = new Plan(
                planner.modules.stream().map(Bytes::size).toList(),
                planner.steps,
                planner.parts,
                planner.resources,
                planner.imports,
                exports);
        return new Planned(plan, planner.modules);
    }

    /**
     * @param given what the imports are met with; empty for the outermost component
     * @return the exports
     */
    private Map<String, Item> follow(ComponentBinary component, Scope scope, Optional<Map<String, Item>> given) {
        var exports = new LinkedHashMap<String, Item>();
        for (At<Section> section : component.sections()) {
            switch (section.it()) {
                case Section.Custom _ -> {}
                case Section.CoreModule(var bytes) -> scope.add(Sort.CORE_MODULE, new Item.Module(module(bytes)));
                case Section.CoreInstances(var items) -> items.forEach(i -> coreInstance(i, scope));
                case Section.CoreTypes(var items) -> items.forEach(t -> scope.coreTypes().add(t.it()));
                case Section.Component(var nested) -> scope.add(Sort.COMPONENT, new Item.Component(nested, scope));
                case Section.Instances(var items) -> items.forEach(i -> instance(i, scope));
                case Section.Aliases(var items) -> items.forEach(a -> alias(a.it(), scope));
                case Section.Types(var items) -> items.forEach(t -> type(t.it(), scope));
                case Section.Canons(var items) -> items.forEach(c -> canon(c.it(), scope));
                case Section.Imports(var items) -> items.forEach(i -> importInto(i.it(), scope, given));
                case Section.Exports(var items) -> items.forEach(e -> export(e.it(), scope, exports));
                case Section.Start _ ->
                    throw InvalidComponentException.invalid(
                            section.offset(), "start functions of components are not supported yet");
                case Section.Values _ ->
                    throw InvalidComponentException.invalid(
                            section.offset(), "value definitions of components are not supported yet");
            }
        }
        return exports;
    }

    private int module(Bytes bytes) {
        return moduleIndices.computeIfAbsent(bytes, b -> {
            modules.add(b);
            return modules.size() - 1;
        });
    }

    private void coreInstance(At<CoreInstance> definition, Scope scope) {
        switch (definition.it()) {
            case CoreInstance.Instantiate(var moduleIndex, var args) -> {
                var givenTo = new LinkedHashMap<String, Plan.CoreExports>();
                args.forEach(arg -> givenTo.put(arg.name(), scope.coreInstance(arg.instance())));
                if (!(scope.get(Sort.CORE_MODULE, moduleIndex) instanceof Item.Module(var module))) {
                    throw InvalidComponentException.invalid(
                            definition.offset(), "instances of imported core modules are not supported");
                }
                if (steps.size() >= MAX_INSTANCES) {
                    throw tooMany(definition.offset());
                }
                steps.add(new Plan.InstantiateModule(module, givenTo));
                scope.addCoreInstance(new Plan.CoreExports.OfInstance(steps.size() - 1));
            }
            case CoreInstance.FromExports(var inline) -> {
                var items = new LinkedHashMap<String, CoreSource>();
                inline.forEach(e -> items.put(e.name(), scope.core(e.sort(), e.index())));
                scope.addCoreInstance(new Plan.CoreExports.Listed(items));
            }
        }
    }

    private void instance(At<Instance> definition, Scope scope) {
        switch (definition.it()) {
            case Instance.Instantiate(var index, var args) -> {
                if (!(scope.get(Sort.COMPONENT, index) instanceof Item.Component(var component, var home))) {
                    throw InvalidComponentException.invalid(
                            definition.offset(), "instances of imported components are not supported");
                }
                var given = new HashMap<String, Item>();
                args.forEach(arg -> given.put(arg.name(), item(arg.value(), scope)));
                if (parts.size() >= MAX_INSTANCES) {
                    throw tooMany(definition.offset());
                }
                parts.add(new Plan.Part(Optional.of(scope.part())));
                var inner = new Scope(Optional.of(home), parts.size() - 1);
                scope.add(Sort.INSTANCE, new Item.Instance(follow(component, inner, Optional.of(given))));
            }
            case Instance.FromExports(var inline) -> {
                var items = new LinkedHashMap<String, Item>();
                inline.forEach(e -> items.put(e.name().name(), item(e.value(), scope)));
                scope.add(Sort.INSTANCE, new Item.Instance(items));
            }
        }
    }

    private static InvalidComponentException tooMany(int offset) {
        return InvalidComponentException.invalid(
                offset, "the component asks for more than " + MAX_INSTANCES + " instances");
    }

    private static Item item(SortIndex at, Scope scope) {
        return scope.get(at.sort(), at.index());
    }

    private static void alias(Alias alias, Scope scope) {
        switch (alias) {
            case Alias.Export(var sort, var instance, var name) ->
                scope.add(sort, TypeResolver.exported(scope, instance, name));
            case Alias.CoreExport(var sort, var instance, var name) ->
                scope.addCore(coreSort(sort), coreExport(scope.coreInstance(instance), name));
            case Alias.Outer(var sort, var count, var index) -> {
                if (sort instanceof Sort.Core(var core) && core == CoreSort.TYPE) {
                    scope.coreTypes().add(scope.out(count).coreTypes().get(index));
                } else {
                    scope.add(sort, scope.out(count).get(sort, index));
                }
            }
        }
    }

    private static CoreSort coreSort(Sort sort) {
        return ((Sort.Core) sort).sort();
    }

    private static CoreSource coreExport(Plan.CoreExports instance, String name) {
        return switch (instance) {
            case Plan.CoreExports.OfInstance(var step) -> new CoreSource.Export(step, name);
            case Plan.CoreExports.Listed(var items) ->
                Optional.ofNullable(items.get(name))
                        .orElseThrow(() -> new IllegalStateException("validated alias of a missing core export " + name));
        };
    }

    private void type(Type type, Scope scope) {
        if (type instanceof Type.Resource(_, var destructor)) {
            var resource = ResourceType.fresh("#" + resources.size());
            resources.add(new Plan.DefinedResource(
                    resource, scope.part(), destructor.map(f -> scope.core(CoreSort.FUNC, f))));
            scope.add(Sort.TYPE, new Item.Type(resource));
        } else {
            scope.add(Sort.TYPE, new Item.Type(TypeResolver.resolve(type, scope)));
        }
    }

    private static void canon(Canon canon, Scope scope) {
        switch (canon) {
            case Canon.Lift(var core, var options, var type) ->
                scope.add(
                        Sort.FUNC,
                        new Item.Lifted(
                                scope.part(),
                                scope.core(CoreSort.FUNC, core),
                                options(options, scope),
                                (FunctionType) TypeResolver.type(type, scope)));
            case Canon.Lower(var func, var options) ->
                scope.addCore(
                        CoreSort.FUNC,
                        new CoreSource.Lowered(
                                (Item.Func) scope.get(Sort.FUNC, func), options(options, scope), scope.part()));
            case Canon.ResourceNew(var type) ->
                scope.addCore(
                        CoreSort.FUNC,
                        new CoreSource.ResourceNew(TypeResolver.resource(type, scope), scope.part()));
            case Canon.ResourceDrop(var type) ->
                scope.addCore(
                        CoreSort.FUNC,
                        new CoreSource.ResourceDrop(TypeResolver.resource(type, scope), scope.part()));
            case Canon.ResourceRep(var type) ->
                scope.addCore(
                        CoreSort.FUNC,
                        new CoreSource.ResourceRep(TypeResolver.resource(type, scope), scope.part()));
            default -> scope.addCore(CoreSort.FUNC, AsyncBuiltins.of(canon, scope));
        }
    }

    private static AbiOptions options(List<CanonOption> options, Scope scope) {
        var encoding = CanonOption.StringEncoding.UTF8;
        Optional<CoreSource> memory = Optional.empty();
        Optional<CoreSource> realloc = Optional.empty();
        Optional<CoreSource> postReturn = Optional.empty();
        boolean async = false;
        for (CanonOption option : options) {
            switch (option) {
                case CanonOption.StringEncoding e -> encoding = e;
                case CanonOption.Memory(var m) -> memory = Optional.of(scope.core(CoreSort.MEMORY, m));
                case CanonOption.Realloc(var f) -> realloc = Optional.of(scope.core(CoreSort.FUNC, f));
                case CanonOption.PostReturn(var f) -> postReturn = Optional.of(scope.core(CoreSort.FUNC, f));
                case CanonOption.Async() -> async = true;
                case CanonOption.Callback _ -> {}
            }
        }
        return new AbiOptions(encoding, memory, realloc, postReturn, async);
    }

    private void importInto(Import definition, Scope scope, Optional<Map<String, Item>> given) {
        String name = definition.name().name();
        ExternType type = TypeResolver.extern(definition.type(), scope, name);
        if (given.isEmpty()) {
            imports.put(name, type);
            scope.add(TypeResolver.sort(type), TypeResolver.imported(List.of(name), type));
            return;
        }
        Item item = given.get().get(name);
        if (item == null) {
            throw new IllegalStateException("validated instance lacks argument '" + name + "'");
        }
        scope.add(TypeResolver.sort(type), item);
    }

    private static void export(Export definition, Scope scope, Map<String, Item> exports) {
        Item item = item(definition.value(), scope);
        exports.put(definition.name().name(), item);
        scope.add(definition.value().sort(), item);
    }
}
