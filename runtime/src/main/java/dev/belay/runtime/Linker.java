package dev.belay.runtime;

import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.Mismatch;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.Subtyping;
import dev.belay.runtime.internal.abi.RuntimeResource;
import dev.belay.runtime.internal.instance.LinkedPlan;
import dev.belay.wit.name.InterfaceName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Host interfaces by name, to link components against. Not thread-safe; what it links is. */
public final class Linker {
    private final Map<String, HostInterface> interfaces = new LinkedHashMap<>();
    private final Map<String, Plain> functions = new LinkedHashMap<>();

    private record Plain(FunctionType type, HostFunction function) {}

    /** Adds an interface; a later one of the same name replaces an earlier one. */
    public Linker define(HostInterface hostInterface) {
        interfaces.put(hostInterface.name(), hostInterface);
        return this;
    }

    public Linker define(Collection<HostInterface> hostInterfaces) {
        hostInterfaces.forEach(this::define);
        return this;
    }

    /** Adds a function that the component imports by a plain name. */
    public Linker define(String name, FunctionType type, HostFunction function) {
        functions.put(name, new Plain(type, function));
        return this;
    }

    /**
     * Meets every import of {@code component}: an interface by its name or, where there is none of that name, by the
     * highest compatible version of it.
     *
     * @throws LinkException if an import is missing or does not fit; it lists all of them
     */
    public LinkedComponent link(Component component) {
        var check = Subtyping.start();
        var problems = new ArrayList<String>();
        var hostFunctions = new HashMap<List<String>, HostFunction>();
        component.plan().imports().forEach((name, expected) -> {
            switch (expected) {
                case ExternType.Instance(InstanceType wanted) ->
                    linkInterface(name, wanted, check, problems, hostFunctions);
                case ExternType.Func _ -> {
                    Plain plain = functions.get(name);
                    if (plain == null) {
                        problems.add(missing("function", name, functions.keySet()));
                    } else {
                        check.require(name, new ExternType.Func(plain.type()), expected);
                        hostFunctions.put(List.of(name), plain.function());
                    }
                }
                case ExternType.TypeEq _ -> {}
                default ->
                    problems.add("import '" + name + "': a " + expected.sort()
                            + " cannot be given by the host; compose the component with one that exports it");
            }
        });
        check.mismatches().stream().map(Mismatch::toString).forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new LinkException(problems);
        }
        return new LinkedComponent(
                component,
                new LinkedPlan(component.plan(), component.modules(), hostFunctions, resources(check.bindings()),
                        component.isSnapshotted()));
    }

    private void linkInterface(
            String name,
            InstanceType wanted,
            Subtyping check,
            List<String> problems,
            Map<List<String>, HostFunction> hostFunctions) {
        Optional<HostInterface> found = find(name);
        if (found.isEmpty()) {
            if (needsHost(wanted)) {
                problems.add(missing("interface", name, interfaces.keySet()));
            }
            return;
        }
        HostInterface host = found.get();
        check.require(name, new ExternType.Instance(host.type()), new ExternType.Instance(wanted));
        wanted.exports().keySet().forEach(function -> host.function(function)
                .ifPresent(implementation -> hostFunctions.put(List.of(name, function), implementation)));
    }

    /** Whether the interface has more than names for types. */
    private static boolean needsHost(InstanceType wanted) {
        return wanted.exports().values().stream().anyMatch(export -> !(export instanceof ExternType.TypeEq));
    }

    private Optional<HostInterface> find(String name) {
        HostInterface exact = interfaces.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        return InterfaceName.parse(name).flatMap(wanted -> interfaces.values().stream()
                .filter(i -> InterfaceName.parse(i.name()).filter(wanted::compatibleWith).isPresent())
                .max(Comparator.comparing(i ->
                        InterfaceName.parse(i.name()).orElseThrow().version().orElseThrow())));
    }

    private Map<ResourceType, RuntimeResource> resources(Map<ResourceType, ResourceType> bindings) {
        var destructors = new IdentityHashMap<ResourceType, Consumer<Object>>();
        interfaces.values().forEach(i -> destructors.putAll(i.destructors()));
        var runtime = new IdentityHashMap<ResourceType, RuntimeResource>();
        var byVariable = new IdentityHashMap<ResourceType, RuntimeResource>();
        bindings.forEach((variable, host) -> byVariable.put(
                variable,
                runtime.computeIfAbsent(
                        host,
                        h -> RuntimeResource.ofHost(h.toString(), destructors.getOrDefault(h, _ -> {})))));
        return byVariable;
    }

    private static String missing(String what, String name, Collection<String> known) {
        String others = known.isEmpty() ? "the host gives none" : "the host gives " + near(name, known);
        return "import '" + name + "': expected this " + what + ", found none; " + others;
    }

    /** Those of the same package, if there are any; otherwise how many there are. */
    private static String near(String name, Collection<String> known) {
        String start = name.substring(0, Math.max(0, name.indexOf('/')));
        List<String> siblings = start.isEmpty()
                ? List.of()
                : known.stream().filter(k -> k.startsWith(start + "/")).sorted().toList();
        return siblings.isEmpty() ? known.size() + " others" : String.join(", ", siblings);
    }
}
