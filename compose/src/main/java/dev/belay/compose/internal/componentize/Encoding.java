package dev.belay.compose.internal.componentize;

import dev.belay.component.model.Canon;
import dev.belay.component.model.CanonOption;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.CoreInstance.InlineExport;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.ExternName;
import dev.belay.component.model.Sort;
import dev.belay.component.model.SortIndex;
import dev.belay.component.type.CoreExternType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.compose.internal.encode.ComponentBuilder;
import dev.belay.compose.internal.encode.CoreDefinitions;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes a component down in the order in which it can be instantiated: imports; the shim; the resources it defines, whose
 * destructors go through the shim; the main module, then the adapters; the fixup, which makes the shim's functions work and
 * calls the module's initialiser; at last the exports.
 */
final class Encoding {
    private final Plan plan;
    private final ComponentBuilder builder = new ComponentBuilder();
    private final CoreDefinitions core = builder.core();
    private final Shim shim = new Shim();
    private final ExportMatcher exports;
    private final Map<CoreInput, Integer> modules = new IdentityHashMap<>();
    private final Map<CoreInput, Integer> instances = new IdentityHashMap<>();
    private final Map<Use, String> shimmed = new IdentityHashMap<>();
    private final Map<CoreInput, String> shimmedRealloc = new IdentityHashMap<>();
    private final Map<ResourceType, Optional<String>> destructors = new LinkedHashMap<>();
    private int shimInstance = -1;
    private int mainMemory = -1;

    Encoding(Plan plan) {
        this.plan = plan;
        this.exports = new ExportMatcher(plan.modules());
    }

    ComponentBinary component() {
        builder.imports(plan.imports());
        plan.modules().forEach(module -> modules.put(module, core.module(module.bytes())));
        planShim();
        if (!shim.isEmpty()) {
            shimInstance = core.instantiate(core.module(shim.module()), Map.of());
        }
        destructors.forEach((resource, dtor) -> builder.resource(resource, dtor.map(this::ofShim)));
        plan.modules().forEach(this::instantiate);
        fixUp();
        plan.world().exports().forEach(this::export);
        return builder.build();
    }

    private void planShim() {
        for (CoreInput module : plan.modules()) {
            for (Use use : plan.usesOf(module)) {
                if (use.target() instanceof CoreImport.Memory
                        && module == plan.main()
                        && use.item().type() instanceof CoreExternType.Memory(var limits)) {
                    shim.memory(limits);
                }
            }
        }
        for (CoreInput module : plan.modules()) {
            for (Use use : plan.usesOf(module)) {
                if (use.item().type() instanceof CoreExternType.Func(CoreType.Func type) && mustWait(module, use.target())) {
                    shimmed.put(use, shim.add(type, () -> function(module, use.target())));
                } else if (needs(use.target()).realloc()) {
                    // The memory is there before the module is, and its allocator is called later than that.
                    shimmedRealloc.computeIfAbsent(module, _ -> shim.add(CoreTypes.REALLOC, () -> realloc(module)));
                }
            }
        }
        plan.world().exports().forEach((name, type) -> {
            if (type instanceof ExternType.Instance(InstanceType instance)) {
                instance.exports().forEach((n, export) -> {
                    if (export instanceof ExternType.AbstractResource(var resource)) {
                        destructors.put(resource.origin(), exports.destructor(name, n)
                                .map(found -> shim.add(CoreTypes.HANDLE_IN, () -> exportOf(found.getKey(), found.getValue()))));
                    }
                });
            }
        });
    }

    /** Whether an import can only be made when its own module, or another that comes after it, is there. */
    private boolean mustWait(CoreInput module, CoreImport target) {
        return target instanceof CoreImport.OfAdapter
                || (hasItsMemory(module) && (needs(target).memory() || needs(target).realloc()));
    }

    /** Whether a module brings the memory that its functions are lifted and lowered with. */
    private boolean hasItsMemory(CoreInput module) {
        return !importsMemory(module) && (module == plan.main() || CoreParts.memory(module).isPresent());
    }

    private boolean importsMemory(CoreInput module) {
        return plan.usesOf(module).stream().anyMatch(use -> use.target() instanceof CoreImport.Memory);
    }

    private static Needs needs(CoreImport target) {
        return target instanceof CoreImport.Lowered lowered
                ? Needs.lowered(lowered.type(), lowered.async())
                : Needs.NOTHING;
    }

    private void instantiate(CoreInput module) {
        var byModule = new LinkedHashMap<String, List<InlineExport>>();
        for (Use use : plan.usesOf(module)) {
            var exported = use.target() instanceof CoreImport.Memory
                    ? new InlineExport(use.item().name(), CoreSort.MEMORY, mainMemory("a module that imports it"))
                    : new InlineExport(use.item().name(), CoreSort.FUNC, importOf(module, use));
            byModule.computeIfAbsent(use.item().module(), _ -> new ArrayList<>()).add(exported);
        }
        var args = new LinkedHashMap<String, Integer>();
        byModule.forEach((name, items) -> args.put(name, core.instance(items)));
        instances.put(module, core.instantiate(Objects.requireNonNull(modules.get(module)), args));
    }

    private int importOf(CoreInput module, Use use) {
        String ofShim = shimmed.get(use);
        return ofShim != null ? ofShim(ofShim) : function(module, use.target());
    }

    private int ofShim(String export) {
        return core.exportOf(shimInstance, export, CoreSort.FUNC);
    }

    /** The core function itself, without a shim. */
    private int function(CoreInput module, CoreImport target) {
        return switch (target) {
            case CoreImport.Lowered lowered -> lower(module, lowered);
            case CoreImport.ResourceDrop(var resource) -> core.function(new Canon.ResourceDrop(builder.typeIndex(resource)));
            case CoreImport.ResourceNew(var resource) -> core.function(new Canon.ResourceNew(builder.typeIndex(resource)));
            case CoreImport.ResourceRep(var resource) -> core.function(new Canon.ResourceRep(builder.typeIndex(resource)));
            case CoreImport.OfAdapter(String adapter, String name) ->
                exportOf(Objects.requireNonNull(plan.adapters().get(adapter)), name);
            case CoreImport.OfMain(String name) -> exportOf(plan.main(), name);
            case CoreImport.OfMainMemory(String name) -> core.exportOf(mainMemoryInstance(), name, CoreSort.FUNC);
            case CoreImport.Memory _ -> throw new IllegalStateException("no function");
        };
    }

    private int exportOf(CoreInput module, String name) {
        return core.exportOf(Objects.requireNonNull(instances.get(module)), name, CoreSort.FUNC);
    }

    private int lower(CoreInput module, CoreImport.Lowered lowered) {
        SortIndex function = lowered.instance().isPresent()
                ? builder.exportOf(builder.imported(lowered.instance().get()), lowered.function(), Sort.FUNC)
                : builder.imported(lowered.function());
        Needs needs = needs(lowered);
        var options = options(module, needs, "import `" + lowered.function() + "`");
        if (needs.realloc()) {
            String waiting = shimmedRealloc.get(module);
            options.add(new CanonOption.Realloc(waiting != null ? ofShim(waiting) : realloc(module)));
        }
        if (lowered.async()) {
            options.add(new CanonOption.Async());
        }
        return core.function(new Canon.Lower(function.index(), options));
    }

    private int realloc(CoreInput module) {
        return CoreParts.importRealloc(module)
                .map(name -> exportOf(module, name))
                .orElseGet(() -> CoreParts.importRealloc(plan.main())
                        .map(name -> exportOf(plan.main(), name))
                        .orElseThrow(() -> CoreParts.noRealloc(module, "an import that receives lists or strings")));
    }

    private List<CanonOption> options(CoreInput module, Needs needs, String wanting) {
        var options = new ArrayList<CanonOption>();
        if (needs.memory()) {
            options.add(new CanonOption.Memory(memory(module, wanting)));
        }
        if (needs.encoding()) {
            options.add(module.encoding().orElse(plan.encoding()));
        }
        return options;
    }

    /** The one that a module's own functions are lifted and lowered with. */
    private int memory(CoreInput module, String wanting) {
        return module != plan.main() && hasItsMemory(module)
                ? CoreParts.memory(module)
                        .map(name -> core.exportOf(Objects.requireNonNull(instances.get(module)), name, CoreSort.MEMORY))
                        .orElseThrow()
                : mainMemory(wanting);
    }

    private int mainMemoryInstance() {
        if (mainMemory < 0) {
            var names = new LinkedHashSet<String>();
            plan.modules().forEach(module -> plan.usesOf(module).forEach(use -> {
                if (use.target() instanceof CoreImport.OfMainMemory(String name)) {
                    names.add(name);
                }
            }));
            var memory = new InlineExport(MainMemory.IMPORTED_AS, CoreSort.MEMORY, mainMemory("an adapter"));
            mainMemory = core.instantiate(
                    core.module(MainMemory.module(names)),
                    Map.of(MainMemory.IMPORTED_FROM, core.instance(List.of(memory))));
        }
        return mainMemory;
    }

    private int mainMemory(String wanting) {
        if (importsMemory(plan.main())) {
            return core.exportOf(shimInstance, Shim.MEMORY, CoreSort.MEMORY);
        }
        String name = CoreParts.memory(plan.main()).orElseThrow(() -> CoreParts.noMemory(plan.main(), wanting));
        return core.exportOf(
                Objects.requireNonNull(instances.get(plan.main())), name, CoreSort.MEMORY);
    }

    private void fixUp() {
        Optional<String> initialize = CoreParts.initialize(plan.main());
        if (!shim.hasFunctions() && initialize.isEmpty()) {
            return;
        }
        var items = new ArrayList<InlineExport>();
        List<Integer> actual = shim.actual();
        for (int i = 0; i < actual.size(); i++) {
            items.add(new InlineExport(Integer.toString(i), CoreSort.FUNC, actual.get(i)));
        }
        initialize.ifPresent(name -> items.add(new InlineExport("start", CoreSort.FUNC, exportOf(plan.main(), name))));
        if (shim.hasFunctions()) {
            int table = core.exportOf(shimInstance, Shim.TABLE, CoreSort.TABLE);
            items.add(new InlineExport(Shim.TABLE, CoreSort.TABLE, table));
        }
        core.instantiate(core.module(shim.fixup(initialize.isPresent())), Map.of("", core.instance(items)));
    }

    private void export(String name, ExternType type) {
        switch (type) {
            case ExternType.Func(var function) -> builder.export(
                    ExternName.of(name), lift(exports.lifted(Optional.empty(), name, function)));
            case ExternType.Instance(InstanceType instance) -> exportInstance(name, instance);
            default -> {} // types of the world, which are among its imports
        }
    }

    private void exportInstance(String name, InstanceType type) {
        var lifted = new LinkedHashMap<String, SortIndex>();
        type.exports().forEach((n, export) -> {
            if (export instanceof ExternType.Func(var function)) {
                lifted.put(n, lift(exports.lifted(Optional.of(name), n, function)));
            }
        });
        SortIndex instance = new ExportedInstance(builder).of(type, lifted);
        SortIndex exported = builder.export(ExternName.of(name), instance);
        builder.renamed(type, exported);
    }

    private SortIndex lift(Lifted lifted) {
        Needs needs = Needs.lifted(lifted.type(), false);
        CoreInput module = lifted.module();
        String wanting = "export `" + lifted.export() + "`";
        var options = options(module, needs, wanting);
        if (needs.realloc()) {
            options.add(new CanonOption.Realloc(CoreParts.exportRealloc(module)
                    .map(name -> exportOf(module, name))
                    .orElseThrow(() -> CoreParts.noRealloc(module, wanting))));
        }
        lifted.postReturn().ifPresent(name -> options.add(new CanonOption.PostReturn(exportOf(module, name))));
        return core.lift(new Canon.Lift(exportOf(module, lifted.export()), options, builder.typeIndex(lifted.type())));
    }
}
