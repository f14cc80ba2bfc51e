package dev.belay.component.binary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.model.Bytes;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import dev.belay.component.model.Section;
import dev.belay.component.validate.ComponentValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoreModuleTest {
    private static final CoreType.Func NOTHING = new CoreType.Func(List.of(), List.of());
    private static final CoreType.Func NUMBER = new CoreType.Func(List.of(), List.of(CoreValType.I32));

    @Test
    void writesWhatItHasRead() throws IOException {
        var modules = modulesOf("examples/guests/echo-values/echo-values.wasm", "examples/guests/cli-files/cli-files.wasm");
        assertThat(modules).hasSizeGreaterThan(4);
        for (Bytes module : modules) {
            CoreModule read = CoreModule.read(module);
            Bytes written = read.write();
            assertThat(CoreModule.read(written)).isEqualTo(read);
            assertThat(ComponentValidator.validateModule(written)).isEqualTo(ComponentValidator.validateModule(module));
        }
    }

    @Test
    void whatIsLeftOfAModuleIsValidWhicheverExportIsKept() throws IOException {
        for (Bytes module : modulesOf("examples/guests/echo-values/echo-values.wasm")) {
            CoreModule whole = CoreModule.read(module);
            for (var export : whole.outline().exports()) {
                Bytes trimmed = CoreModuleTrimmer.keep(whole, export.name()::equals).write();
                assertThat(ComponentValidator.validateModule(trimmed).exports().keySet()).isEqualTo(Set.of(export.name()));
            }
        }
    }

    @Test
    void importsWhatTheKeptExportsCallOnly() {
        var builder = new CoreModuleBuilder();
        int first = builder.importFunction("host", "first", NOTHING);
        int second = builder.importFunction("host", "second", NOTHING);
        builder.importMemory("env", "memory", CoreType.Limits.of(0));
        int helper = builder.function(NOTHING, body -> body.call(second));
        builder.export("a", CoreSort.FUNC, builder.function(NOTHING, body -> body.call(first)));
        builder.export("b", CoreSort.FUNC, builder.function(NOTHING, body -> body.call(helper)));
        builder.export("c", CoreSort.FUNC, builder.function(
                NUMBER, body -> body.i32Const(0).access(CoreModuleBuilder.Access.LOAD32)));
        CoreModule module = CoreModule.read(builder.build());
        assertThat(importsOf(CoreModuleTrimmer.keep(module, "a"::equals))).containsExactly("first");
        assertThat(importsOf(CoreModuleTrimmer.keep(module, "b"::equals))).containsExactly("second");
        assertThat(importsOf(CoreModuleTrimmer.keep(module, "c"::equals))).containsExactly("memory");
        assertThat(CoreModuleTrimmer.keep(module, "b"::equals).contents().functions()).hasSize(2);
    }

    private static List<String> importsOf(CoreModule module) {
        return module.outline().imports().stream().map(CoreModuleOutline.Import::name).toList();
    }

    private static List<Bytes> modulesOf(String... files) throws IOException {
        var modules = new ArrayList<Bytes>();
        for (String file : files) {
            Path path = Path.of(System.getProperty("belay.root", ".."), file);
            ComponentDecoder.decode(Files.readAllBytes(path)).sections().forEach(section -> {
                if (section.it() instanceof Section.CoreModule(Bytes module)) {
                    modules.add(module);
                }
            });
        }
        return modules;
    }
}
