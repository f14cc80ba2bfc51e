package dev.belay.runtime;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a component's core code amounts to.
 *
 * @param modules its core modules, each once however many parts have it
 */
public record ComponentCost(List<Module> modules) {
    public ComponentCost {
        modules = List.copyOf(modules);
    }

    /**
     * One core module.
     *
     * @param bytes of its binary
     * @param functions those it defines: imported ones are not counted
     * @param interpreted those of them that the compiler leaves to the interpreter
     * @param classes how many the others are compiled to
     * @param classBytes the sum of the sizes of these
     */
    public record Module(int bytes, int functions, int interpreted, int classes, long classBytes) {
        public int compiled() {
            return functions - interpreted;
        }
    }

    /** The functions of all modules. */
    public long functions() {
        return sum(Module::functions);
    }

    public long compiled() {
        return sum(Module::compiled);
    }

    public long interpreted() {
        return sum(Module::interpreted);
    }

    public long classes() {
        return sum(Module::classes);
    }

    public long classBytes() {
        return sum(Module::classBytes);
    }

    private long sum(ToLongFunction<Module> figure) {
        return modules.stream().mapToLong(figure).sum();
    }
}
