package dev.belay.runtime.internal.jit;

/**
 * What compiling a module gives.
 *
 * @param interpreted how many functions are left to the interpreter
 * @param classes how many there can be
 * @param classBytes the sum of their sizes
 */
public record CodeCost(int interpreted, int classes, long classBytes) {
    /** Compiles all of a module whose classes are not kept anywhere: writing them is what finds functions to leave out. */
    static CodeCost of(JitCode code) {
        var sizes = new Sizes();
        code.writeAll((_, bytes) -> sizes.add(bytes.length));
        ModuleFacts facts = code.facts();
        int interpreted = 0;
        for (int function = 0; function < facts.functionCount(); function++) {
            if (!facts.isImported(function) && !facts.isCompilable(function)) {
                interpreted++;
            }
        }
        return new CodeCost(interpreted, sizes.count, sizes.sum);
    }

    private static final class Sizes {
        private int count;
        private long sum;

        boolean add(int size) {
            count++;
            sum += size;
            return true;
        }
    }
}
