package dev.belay.cli;

import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.runtime.ComponentFunction;
import dev.belay.runtime.Instance;
import dev.belay.runtime.wave.WaveCall;
import dev.belay.wit.name.InterfaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A function that a component exports, itself or in an interface.
 *
 * @param interfaceName in full; empty for a function of the component itself
 */
record ExportedFunction(Optional<String> interfaceName, String name, FunctionType type) {

    /**
     * The one function that a call can mean.
     *
     * @throws Failure if there is none, or more than one
     */
    static ExportedFunction find(ComponentType component, WaveCall call) {
        var all = all(component);
        var found = all.stream()
                .filter(f -> f.name.equals(call.function()))
                .filter(f -> call.interfaceName().isEmpty()
                        || f.interfaceName.filter(its -> isMeant(call.interfaceName().get(), its)).isPresent())
                .toList();
        // A function of the component itself is meant by its name alone, whatever its interfaces have.
        var own = found.stream().filter(f -> f.interfaceName.isEmpty()).findFirst();
        if (own.isPresent() || found.size() == 1) {
            return own.orElseGet(found::getFirst);
        }
        String wanted = call.interfaceName().map(i -> i + "#").orElse("") + call.function();
        throw new Failure(
                found.isEmpty()
                        ? "no exported function '" + wanted + "'; the component exports " + list(all)
                        : "'" + wanted + "' can mean " + list(found) + ": name one of them in full");
    }

    ComponentFunction in(Instance instance) {
        return interfaceName
                .map(its -> instance.function(its, name))
                .orElseGet(() -> instance.function(name))
                .orElseThrow(() -> new IllegalStateException("the instance lacks the exported function " + this));
    }

    private static List<ExportedFunction> all(ComponentType component) {
        var all = new ArrayList<ExportedFunction>();
        component.exports().forEach((export, type) -> {
            if (type instanceof ExternType.Func(FunctionType function)) {
                all.add(new ExportedFunction(Optional.empty(), export, function));
            } else if (type instanceof ExternType.Instance(InstanceType instance)) {
                instance.exports().forEach((name, its) -> {
                    if (its instanceof ExternType.Func(FunctionType function)) {
                        all.add(new ExportedFunction(Optional.of(export), name, function));
                    }
                });
            }
        });
        return all;
    }

    /** In full, without the version, with another compatible version, or the interface's own name only. */
    private static boolean isMeant(String wanted, String export) {
        if (wanted.equals(export)) {
            return true;
        }
        var name = InterfaceName.parse(export);
        return name.isPresent()
                && (wanted.equals(name.get().name())
                        || wanted.equals(name.get().unversioned())
                        || InterfaceName.parse(wanted).filter(name.get()::compatibleWith).isPresent());
    }

    private static String list(List<ExportedFunction> functions) {
        return functions.isEmpty()
                ? "no functions"
                : functions.stream().map(ExportedFunction::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return interfaceName.map(its -> its + "#").orElse("") + name;
    }
}
