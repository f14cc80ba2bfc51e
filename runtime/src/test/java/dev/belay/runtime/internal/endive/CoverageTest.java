package dev.belay.runtime.internal.endive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.model.Bytes;
import dev.belay.runtime.internal.jit.ClassStore;
import dev.belay.runtime.internal.jit.Cutting;
import dev.belay.runtime.internal.jit.JitCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.OpCode;

/** Compiled code is compiled: of the core suite's functions, none is left to the interpreter. */
final class CoverageTest {
    /** May only rise. */
    private static final int FLOOR = 8_050;

    @Test
    void everyFunctionOfTheSuiteIsCompiled() {
        compiles(Cutting.whereNeeded());
    }

    @Test
    void everyFunctionOfTheSuiteIsCompiledInPieces() {
        compiles(new Cutting(0, true, 4, 2));
    }

    private static void compiles(Cutting cutting) {
        var unexpected = new ArrayList<String>();
        var lacking = EnumSet.noneOf(OpCode.class);
        int[] compiled = new int[1];
        int[] interpreted = new int[1];
        CoreSuite.open().binaries().forEach(file -> {
            WasmModule module;
            try {
                module = Parser.parse(file.getValue());
                ModuleChecks.check(module);
            } catch (WasmEngineException | IndexOutOfBoundsException | NullPointerException e) {
                return;
            }
            SortedMap<Integer, Set<OpCode>> left = JitCode.of(ModuleShell.of(module), ModuleSections.bodies(Bytes.of(file.getValue())), cutting, ClassStore.NONE)
                    .leftOut();
            compiled[0] += module.functionSection().functionCount() - left.size();
            interpreted[0] += left.size();
            left.forEach((function, lacks) -> {
                lacking.addAll(lacks);
                if (lacks.isEmpty()) {
                    unexpected.add(file.getKey() + ": " + function);
                }
            });
        });
        System.out.println("core suite: " + compiled[0] + " functions compiled, " + interpreted[0] + " interpreted");
        assertThat(unexpected).isEmpty();
        assertThat(lacking).isEmpty();
        assertThat(compiled[0]).isGreaterThanOrEqualTo(FLOOR);
    }
}
