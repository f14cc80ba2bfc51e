package dev.belay.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.binary.CoreModuleBuilder;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import dev.belay.component.wit.WitBinary;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class Preview1Test {
    private static final CoreType.Func WRITE =
            new CoreType.Func(Collections.nCopies(4, CoreValType.I32), List.of(CoreValType.I32));
    private static final CoreType.Func RANDOM =
            new CoreType.Func(Collections.nCopies(2, CoreValType.I32), List.of(CoreValType.I32));
    private static final CoreType.Func OPEN = new CoreType.Func(
            List.of(
                    CoreValType.I32, CoreValType.I32, CoreValType.I32, CoreValType.I32, CoreValType.I32,
                    CoreValType.I64, CoreValType.I64, CoreValType.I32, CoreValType.I32),
            List.of(CoreValType.I32));
    private static final CoreType.Func NOTHING = new CoreType.Func(List.of(), List.of());

    private final CoreModuleBuilder module = new CoreModuleBuilder();

    private void imports(String name, CoreType.Func type) {
        module.importFunction(Componentize.PREVIEW1, name, type);
    }

    private String wit() {
        module.memory(CoreType.Limits.of(1));
        module.export("memory", CoreSort.MEMORY, 0);
        module.export("_start", CoreSort.FUNC, module.function(NOTHING, body -> {}));
        return WitBinary.text(Componentize.module("core.wasm", module.build().toByteArray()).preview1().component());
    }

    @Test
    void whatOnlyWritesImportsStandardOutputOnly() {
        imports("fd_write", WRITE);
        assertThat(wit())
                .contains("import wasi:cli/stdout@0.2.0", "blocking-write-and-flush", "export wasi:cli/run@0.2.0")
                .doesNotContain("filesystem", "clocks", "random", "poll", "environment", "terminal", "blocking-read");
    }

    @Test
    void whatAsksForRandomNumbersImportsNothingElse() {
        imports("random_get", RANDOM);
        assertThat(wit()).contains("get-random-bytes").doesNotContain("wasi:cli/std", "wasi:io", "filesystem");
    }

    @Test
    void whatOpensFilesImportsThem() {
        imports("path_open", OPEN);
        assertThat(wit()).contains("open-at", "get-directories").doesNotContain("unlink-file-at", "wasi:cli/std", "clocks/mono");
    }

    @Test
    void saysWhichFunctionPreview1DoesNotHave() {
        imports("fd_wrte", WRITE);
        module.memory(CoreType.Limits.of(1));
        module.export("memory", CoreSort.MEMORY, 0);
        var making = Componentize.module("core.wasm", module.build().toByteArray()).preview1();
        org.assertj.core.api.Assertions.assertThatThrownBy(making::component)
                .isInstanceOf(ComponentizeException.class)
                .hasMessageContaining("`fd_wrte`");
    }
}
