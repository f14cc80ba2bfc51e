package dev.belay.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.component.binary.CoreModuleBuilder;
import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import dev.belay.component.wit.WitBinary;
import dev.belay.component.wit.WitTypes;
import dev.belay.wit.resolve.WitWorld;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class ComponentizeTest {
    private static final String WIT = """
            package test:app@1.2.0;
            interface log {
              enum level { low, high }
              write: func(level: level, text: string);
              read: func() -> string;
              unused: func();
            }
            interface counters {
              use log.{level};
              resource counter {
                constructor();
                value: func() -> u32;
              }
              lowest: func() -> level;
            }
            world app {
              import log;
              import now: func() -> u64;
              export counters;
              export greet: func(name: string) -> string;
            }
            """;

    private static WitWorld world() {
        return WitTypes.parse(WIT).packages().findWorld("test:app/app@1.2.0").orElseThrow();
    }

    private static CoreType.Func type(int params, int results) {
        return new CoreType.Func(
                Collections.nCopies(params, CoreValType.I32), Collections.nCopies(results, CoreValType.I32));
    }

    private final CoreModuleBuilder module = new CoreModuleBuilder();

    private void exports(String name, int params, int results) {
        module.export(name, CoreSort.FUNC, module.function(type(params, results), CoreModuleBuilder.Body::unreachable));
    }

    private void exportsAll() {
        exports("greet", 2, 1);
        exports("cabi_post_greet", 1, 0);
        exports("test:app/counters@1.2.0#[constructor]counter", 0, 1);
        exports("test:app/counters@1.2.0#[method]counter.value", 1, 1);
        exports("test:app/counters@1.2.0#[dtor]counter", 1, 0);
        exports("test:app/counters@1.2.0#lowest", 0, 1);
        exports("cabi_realloc", 4, 1);
        module.memory(CoreType.Limits.of(1));
        module.export("memory", CoreSort.MEMORY, 0);
    }

    private byte[] core() {
        return module.build().toByteArray();
    }

    private ComponentizeProblem problem() {
        var caught = org.assertj.core.api.Assertions.catchThrowableOfType(
                ComponentizeException.class,
                () -> Componentize.module("core.wasm", core()).world(world()).component());
        return caught.problem();
    }

    @Test
    void importsWhatIsUsedAndExportsAll() {
        module.importFunction("test:app/log@1.2.0", "write", type(3, 0));
        module.importFunction("test:app/log@1.2.0", "read", type(1, 0));
        module.importFunction("[export]test:app/counters@1.2.0", "[resource-new]counter", type(1, 1));
        exportsAll();
        String wit = WitBinary.text(Componentize.module("core.wasm", core()).world(world()).component());
        assertThat(wit)
                .contains("import test:app/log@1.2.0;", "write: func", "use log.{level};", "resource counter")
                .contains("export greet: func(name: string) -> string;")
                .doesNotContain("unused", "now");
    }

    @Test
    void findsCompatibleVersions() {
        module.importFunction("test:app/log@1.0.7", "read", type(1, 0));
        exportsAll();
        String wit = WitBinary.text(Componentize.module("core.wasm", core()).world(world()).component());
        assertThat(wit).contains("import test:app/log@1.2.0;");
    }

    @Test
    void takesTheWorldThatWasEmbedded() {
        exportsAll();
        byte[] embedded = Componentize.embed(core(), world(), StringEncoding.UTF16);
        byte[] component = Componentize.module("core.wasm", embedded).component();
        assertThat(WitBinary.text(component)).contains("export greet");
        assertThat(dev.belay.component.text.ComponentText.of(
                        dev.belay.component.binary.ComponentDecoder.decode(component), false))
                .contains("string-encoding=utf16");
    }

    @Test
    void saysThatThereIsNoWorld() {
        assertThatThrownBy(() -> Componentize.module("core.wasm", core()).component())
                .isInstanceOf(ComponentizeException.class)
                .hasMessageContaining("component-type");
    }

    @Test
    void saysWhichFunctionWasMeant() {
        module.importFunction("test:app/log@1.2.0", "wrte", type(3, 0));
        exportsAll();
        ComponentizeProblem problem = problem();
        assertThat(problem).isInstanceOf(ComponentizeProblem.UnknownItem.class);
        assertThat(problem.hint()).contains("did you mean `write`?");
    }

    @Test
    void saysWhichInterfaceIsNotThere() {
        module.importFunction("test:app/logs@1.2.0", "write", type(3, 0));
        exportsAll();
        ComponentizeProblem problem = problem();
        assertThat(problem).isInstanceOf(ComponentizeProblem.UnknownInterface.class);
        assertThat(problem.hint()).contains("did you mean `test:app/log@1.2.0`?");
    }

    @Test
    void saysWhichCoreTypeIsWrong() {
        module.importFunction("test:app/log@1.2.0", "write", type(2, 0));
        exportsAll();
        assertThat(problem().message())
                .isEqualTo("core.wasm, import `write` of `test:app/log@1.2.0`: expected a function [i32 i32 i32] -> [], "
                        + "found a function [i32 i32] -> []");
    }

    @Test
    void saysWhichExportIsMissing() {
        exports("greeet", 2, 1);
        assertThat(problem())
                .isInstanceOf(ComponentizeProblem.MissingExport.class)
                .extracting(ComponentizeProblem::message)
                .asString()
                .contains("`test:app/counters@1.2.0#");
    }

    @Test
    void saysThatMemoryIsMissing() {
        module.importFunction("test:app/log@1.2.0", "read", type(1, 0));
        exports("greet", 2, 1);
        exports("test:app/counters@1.2.0#[constructor]counter", 0, 1);
        exports("test:app/counters@1.2.0#[method]counter.value", 1, 1);
        exports("test:app/counters@1.2.0#lowest", 0, 1);
        assertThat(problem()).isInstanceOf(ComponentizeProblem.MissingPart.class);
    }
}
