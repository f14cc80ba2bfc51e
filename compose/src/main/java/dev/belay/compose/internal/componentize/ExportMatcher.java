package dev.belay.compose.internal.componentize;

import dev.belay.component.abi.AddressType;
import dev.belay.component.abi.CoreSignature;
import dev.belay.component.type.CoreExternType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.compose.ComponentizeException;
import dev.belay.compose.ComponentizeProblem.MissingExport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the core exports that a world's exports are made of, in the first of some modules that has them. */
final class ExportMatcher {
    private static final String WORLD = "the function";

    private final List<CoreInput> modules;

    ExportMatcher(List<CoreInput> modules) {
        this.modules = modules;
    }

    /**
     * @param instance the exported instance whose function it is; empty for one of the world itself
     * @throws ComponentizeException if no module has it, or has it of another type
     */
    Lifted lifted(Optional<String> instance, String name, FunctionType type) {
        List<String> names = List.of(LegacyNames.function(instance, name), StandardNames.function(instance, name));
        for (CoreInput module : modules) {
            Optional<String> found = find(module, instance, names);
            if (found.isPresent()) {
                return lifted(module, found.get(), type);
            }
        }
        String what = instance.map(i -> "function `" + name + "` of `" + i + "`").orElse(WORLD + " `" + name + "`");
        throw new ComponentizeException(new MissingExport(what, names, functions(modules)));
    }

    /** The core function that is called when the last handle of a resource goes. */
    Optional<Map.Entry<CoreInput, String>> destructor(String instance, String resource) {
        List<String> names =
                List.of(LegacyNames.destructor(instance, resource), StandardNames.destructor(instance, resource));
        for (CoreInput module : modules) {
            Optional<String> found = find(module, Optional.of(instance), names);
            if (found.isPresent()) {
                CoreTypes.require(
                        module.label(), export(found.get()), CoreTypes.HANDLE_IN, type(module, found.get()));
                return Optional.of(Map.entry(module, found.get()));
            }
        }
        return Optional.empty();
    }

    /**
     * The core exports that a world's exports are made of, by their modules.
     *
     * @throws ComponentizeException if one is missing, or of another type
     */
    Map<CoreInput, Set<String>> used(Map<String, ExternType> exports) {
        var used = new IdentityHashMap<CoreInput, Set<String>>();
        exports.forEach((name, type) -> {
            switch (type) {
                case ExternType.Func(var function) -> note(used, lifted(Optional.empty(), name, function));
                case ExternType.Instance(InstanceType instance) -> instance.exports().forEach((item, export) -> {
                    switch (export) {
                        case ExternType.Func(var function) -> note(used, lifted(Optional.of(name), item, function));
                        case ExternType.AbstractResource _ -> destructor(name, item)
                                .ifPresent(found -> namesOf(used, found.getKey()).add(found.getValue()));
                        default -> {}
                    }
                });
                default -> {}
            }
        });
        return used;
    }

    private static void note(Map<CoreInput, Set<String>> used, Lifted lifted) {
        Set<String> names = namesOf(used, lifted.module());
        names.add(lifted.export());
        lifted.postReturn().ifPresent(names::add);
    }

    private static Set<String> namesOf(Map<CoreInput, Set<String>> used, CoreInput module) {
        return used.computeIfAbsent(module, _ -> new HashSet<>());
    }

    private static Lifted lifted(CoreInput module, String export, FunctionType type) {
        var expected = CoreSignature.of(type, AddressType.I32).lifted();
        CoreTypes.require(module.label(), export(export), expected, type(module, export));
        String post = export.startsWith(StandardNames.PREFIX)
                ? StandardNames.postReturn(export)
                : LegacyNames.postReturn(export);
        Optional<String> postReturn = Optional.of(post).filter(module.type().exports()::containsKey);
        postReturn.ifPresent(name ->
                CoreTypes.require(module.label(), export(name), CoreTypes.postReturn(expected), type(module, name)));
        return new Lifted(module, type, export, postReturn);
    }

    /** An export by one of the names, or by one that differs in the interface's version only. */
    private static Optional<String> find(CoreInput module, Optional<String> instance, List<String> names) {
        var exports = module.type().exports();
        Optional<String> exact = names.stream().filter(exports::containsKey).findFirst();
        if (exact.isPresent() || instance.isEmpty()) {
            return exact;
        }
        String member = names.getFirst().substring(instance.get().length());
        return exports.keySet().stream()
                .filter(e -> e.endsWith(member)
                        && Versions.same(e.substring(0, e.length() - member.length()), instance.get()))
                .findFirst();
    }

    private static CoreExternType type(CoreInput module, String name) {
        return java.util.Objects.requireNonNull(module.type().exports().get(name));
    }

    private static String export(String name) {
        return "export `" + name + "`";
    }

    private static List<String> functions(List<CoreInput> modules) {
        var names = new ArrayList<String>();
        for (CoreInput module : modules) {
            new LinkedHashMap<>(module.type().exports()).forEach((name, type) -> {
                if (type instanceof CoreExternType.Func) {
                    names.add(name);
                }
            });
        }
        return names;
    }
}
