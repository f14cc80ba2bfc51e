package dev.belay.teavm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.build.BuildException;
import dev.belay.build.JavaBuild;
import dev.belay.build.JavaProject;
import dev.belay.component.wit.WitBinary;
import dev.belay.runtime.Component;
import dev.belay.runtime.ComponentFunction;
import dev.belay.runtime.Instance;
import dev.belay.runtime.Linker;
import dev.belay.runtime.Trap;
import dev.belay.runtime.value.ResourceHandle;
import dev.belay.runtime.value.ResultValue;
import dev.belay.runtime.value.VariantValue;
import dev.belay.wit.resolve.Features;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components of Java sources. A build takes seconds: there is one that works here, and one that does not. */
class JavaBuildTest {
    private static final Path ROOT = Path.of("..");
    private static final Path GUESTS = Path.of("src/test/guests");
    private static final String VALUES = "belay:guests/values@0.1.0";

    @TempDir
    private Path work;

    @Test
    void valuesOfEveryTypeComeBackAndResourcesEnd() {
        byte[] built = build("echo", ROOT.resolve("examples/guests/echo-values/wit"));
        Component component = Component.load(built);
        assertThat(component.type().imports()).isEmpty();
        try (Instance instance = new Linker().link(component).instantiate()) {
            same(instance, "echo-u8", 200);
            same(instance, "echo-u32", 4_000_000_000L);
            same(instance, "echo-f32", 1.5f);
            same(instance, "echo-string", "ünïcödé 😀");
            same(instance, "echo-nested", List.of(List.of("a", ""), List.of(), List.of("b")));
            same(instance, "echo-pairs", List.of(List.of("a", 255), List.of("b", 0)));
            same(instance, "echo-shape", VariantValue.of("side", 2.25));
            same(instance, "echo-shape", VariantValue.of("id", Long.MIN_VALUE));
            same(instance, "echo-shape", VariantValue.of("label", "x"));
            same(instance, "echo-shape", VariantValue.of("corners", List.of(1f, -2f)));
            same(instance, "echo-color", "blue");
            same(instance, "echo-months", Set.of("jan", "dec"));
            same(instance, "echo-bits", Set.of("b0", "b31"));
            same(instance, "echo-option-option", Optional.of(Optional.empty()));
            same(instance, "echo-result-mixed", new ResultValue.Err(Optional.of(2f)));
            same(instance, "echo-result-ok", new ResultValue.Ok(Optional.of(7)));
            Object[] many = {1, -2, 3L, 4L, 5f, 6d, true, 97, "i", 1, -2, 3L, 4L, 5f, 6d, false, 98};
            assertThat(function(instance, "echo-many").call(many)).contains(List.of(many));
            resourcesEnd(instance);
            theHeapIsCollected(instance);
            assertThatThrownBy(() -> function(instance, "nothing").call()).isInstanceOf(Trap.class);
        }
    }

    private static void resourcesEnd(Instance instance) {
        var one = (ResourceHandle) function(instance, "[constructor]counter").call(3L).orElseThrow();
        var two = (ResourceHandle) function(instance, "[constructor]counter").call(4L).orElseThrow();
        assertThat(function(instance, "[static]counter.sum").call(List.of(one, two))).contains(7L);
        assertThat(function(instance, "[method]counter.add").call(one, 10L)).contains(13L);
        var same = (ResourceHandle) function(instance, "echo-counter").call(one).orElseThrow();
        assertThat(function(instance, "peek").call(same)).contains(13L);
        var merged = (ResourceHandle) function(instance, "[static]counter.merge").call(same, two).orElseThrow();
        assertThat(function(instance, "live-counters").call()).contains(1L);
        merged.close();
        assertThat(function(instance, "live-counters").call()).contains(0L);
    }

    /** Much more goes through than memory holds. */
    private static void theHeapIsCollected(Instance instance) {
        String text = "0123456789".repeat(10_000);
        IntStream.range(0, 200).forEach(i -> same(instance, "echo-string", text));
    }

    @Test
    void whatCannotBeCompiledIsShownWithItsLine() {
        assertThatThrownBy(() -> build("broken", ROOT.resolve("examples/wasmpay/wit")))
                .isInstanceOf(BuildException.class)
                .hasMessageEndingWith("""
                        Validator.java:10:33: error: Class java.lang.ProcessHandle was not found
                                String home = java.lang.ProcessHandle.current().toString();
                                                        ^
                          in broken.Validator.validate(Transaction)""");
    }

    private byte[] build(String guest, Path wit) {
        var world = WitBinary.load(wit, Features.all()).root().worlds().values().iterator().next();
        List<Path> library = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> each.contains("guest") || each.contains("teavm-interop") || each.contains("jspecify"))
                .map(Path::of)
                .toList();
        var project = new JavaProject(List.of(GUESTS.resolve(guest)), library, world, "", JavaProject.DEFAULT_HEAP);
        return new JavaBuild(new TeaVmCompiler()).component(project, work);
    }

    private static ComponentFunction function(Instance instance, String name) {
        return instance.function(VALUES, name).orElseThrow();
    }

    private static void same(Instance instance, String name, Object value) {
        assertThat(function(instance, name).call(value)).as(name).contains(value);
    }
}
