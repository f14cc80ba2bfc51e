package dev.belay.compose.internal.componentize;

import dev.belay.component.abi.AddressType;
import dev.belay.component.abi.CoreSignature;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.CoreExternType;
import dev.belay.component.type.CoreModuleType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.compose.ComponentizeException;
import dev.belay.compose.ComponentizeProblem.MissingPart;
import dev.belay.compose.ComponentizeProblem.UnknownInterface;
import dev.belay.compose.ComponentizeProblem.UnknownItem;
import dev.belay.compose.ComponentizeProblem.WrongType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what meets each import of a core module, and refuses those that nothing meets. */
final class ImportMatcher {
    static final String MAIN_MODULE = "__main_module__";
    private static final String ENVIRONMENT = "env";

    private final ComponentType world;
    private final Map<String, CoreInput> adapters;
    private final CoreInput main;

    ImportMatcher(ComponentType world, CoreInput main, Map<String, CoreInput> adapters) {
        this.world = world;
        this.main = main;
        this.adapters = adapters;
    }

    /**
     * @throws ComponentizeException if something that the module imports is not there, or of another type
     */
    List<Use> match(CoreInput module) {
        return module.type().imports().stream()
                .map(item -> new Use(item, target(module, module.written(item))))
                .toList();
    }

    private CoreImport target(CoreInput module, CoreModuleType.Import item) {
        if (item.type() instanceof CoreExternType.Memory && item.module().equals(ENVIRONMENT)) {
            return new CoreImport.Memory();
        }
        if (module == main && adapters.get(item.module()) instanceof CoreInput adapter) {
            requireExport(module, item, adapter);
            return new CoreImport.OfAdapter(item.module(), item.name());
        }
        if (module != main && item.module().equals(MAIN_MODULE)) {
            requireExport(module, item, main);
            return new CoreImport.OfMain(item.name());
        }
        if (module != main && item.module().equals(MainMemory.MODULE)) {
            return mainMemory(module, item);
        }
        if (!(item.type() instanceof CoreExternType.Func)) {
            throw new ComponentizeException(
                    new WrongType(module.label(), place(item), "a function", CoreTypes.word(item.type())));
        }
        return canonical(module, item);
    }

    private static CoreImport mainMemory(CoreInput module, CoreModuleType.Import item) {
        var known = MainMemory.functions();
        var type = known.get(item.name());
        if (type == null) {
            throw new ComponentizeException(new UnknownItem(
                    module.label(), Optional.of(item.module()), "function", item.name(), List.copyOf(known.keySet())));
        }
        CoreTypes.require(module.label(), place(item), type, item.type());
        return new CoreImport.OfMainMemory(item.name());
    }

    private static void requireExport(CoreInput importer, CoreModuleType.Import item, CoreInput exporter) {
        CoreExternType export = exporter.type().exports().get(item.name());
        if (export == null) {
            throw new ComponentizeException(new MissingPart(
                    exporter.label(), "a function", List.of(item.name()), "an import of " + importer.label()));
        }
        if (item.type() instanceof CoreExternType.Func(var expected)) {
            CoreTypes.require(exporter.label(), "export `" + item.name() + "`", expected, export);
        }
    }

    private CoreImport canonical(CoreInput module, CoreModuleType.Import item) {
        CoreImport found = switch (ImportName.parse(item.module(), item.name())) {
            case ImportName.Function(var of, String name, boolean async) -> function(module, item, of, name, async);
            case ImportName.Drop(var of, String name, boolean exported) ->
                new CoreImport.ResourceDrop(resource(module, item, of, name, exported));
            case ImportName.New(var of, String name) ->
                new CoreImport.ResourceNew(resource(module, item, of, name, true));
            case ImportName.Rep(var of, String name) ->
                new CoreImport.ResourceRep(resource(module, item, of, name, true));
            case ImportName.OfExport(var of, String name) ->
                throw new ComponentizeException(new UnknownItem(module.label(), of, "function", name, List.of(
                        "[resource-new]…", "[resource-rep]…", "[resource-drop]…")));
        };
        var expected = switch (found) {
            case CoreImport.Lowered(_, _, FunctionType type, boolean async) -> {
                var signature = CoreSignature.of(type, AddressType.I32);
                yield async ? signature.loweredAsync() : signature.lowered();
            }
            case CoreImport.ResourceDrop _ -> CoreTypes.HANDLE_IN;
            default -> CoreTypes.HANDLE_IN_AND_OUT;
        };
        CoreTypes.require(module.label(), place(item), expected, item.type());
        return found;
    }

    private CoreImport function(
            CoreInput module, CoreModuleType.Import item, Optional<String> of, String name, boolean async) {
        Optional<String> instance = of.map(n -> interfaceName(module, item, n, world.imports(), "import"));
        Map<String, ExternType> items = items(instance, world.imports());
        if (items.get(name) instanceof ExternType.Func(FunctionType type)) {
            return new CoreImport.Lowered(instance, name, type, async);
        }
        throw new ComponentizeException(new UnknownItem(
                module.label(), instance, "function", name, names(items, ExternType.Func.class)));
    }

    private ResourceType resource(
            CoreInput module, CoreModuleType.Import item, Optional<String> of, String name, boolean exported) {
        Map<String, ExternType> all = exported ? world.exports() : world.imports();
        Optional<String> instance = of.map(n -> interfaceName(module, item, n, all, exported ? "export" : "import"));
        Map<String, ExternType> items = items(instance, all);
        return switch (items.get(name)) {
            case ExternType.AbstractResource(var resource) -> resource.origin();
            case ExternType.TypeEq(ResourceType resource) -> resource.origin();
            case null, default -> throw new ComponentizeException(new UnknownItem(
                    module.label(), instance, "resource", name, names(items, ExternType.AbstractResource.class)));
        };
    }

    private String interfaceName(
            CoreInput module, CoreModuleType.Import item, String name, Map<String, ExternType> all, String what) {
        List<String> known = names(all, ExternType.Instance.class);
        return Versions.find(name, known)
                .orElseThrow(() -> new ComponentizeException(
                        new UnknownInterface(module.label(), name, item.name(), what, known)));
    }

    private static Map<String, ExternType> items(Optional<String> instance, Map<String, ExternType> all) {
        return instance.isPresent() && all.get(instance.get()) instanceof ExternType.Instance(InstanceType type)
                ? type.exports()
                : all;
    }

    private static List<String> names(Map<String, ExternType> all, Class<? extends ExternType> kind) {
        return all.entrySet().stream()
                .filter(e -> kind.isInstance(e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String place(CoreModuleType.Import item) {
        return "import `" + item.name() + "` of `" + item.module() + "`";
    }
}
