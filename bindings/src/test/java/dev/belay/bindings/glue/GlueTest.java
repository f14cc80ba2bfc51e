package dev.belay.bindings.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.bindings.BindingsException;
import dev.belay.component.wit.WitBinary;
import dev.belay.component.wit.WitTypes;
import dev.belay.wit.resolve.Features;
import dev.belay.wit.resolve.WitWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is generated is held in files beside the WIT: {@code -Dbelay.golden=write} writes them anew. */
class GlueTest {
    private static final Path CASES = Path.of("src/test/resources/dev/belay/bindings");

    @ParameterizedTest
    @EnumSource
    void glueOfEveryTypeIsAsExpected(GlueLanguage language) throws IOException {
        WitWorld world = WitBinary.load(CASES.resolve("shop.wit"), Features.all()).root().worlds().values().iterator().next();
        var files = new ArrayList<>(Glue.files(world, language));
        files.add(Glue.stubs(world, language, "stubs"));
        String all = files.stream().map(f -> "=== " + f.name() + "\n" + f.text()).collect(Collectors.joining("\n"));
        Path golden = CASES.resolve("shop." + language.text() + ".txt");
        if ("write".equals(System.getProperty("belay.golden"))) {
            Files.writeString(golden, all);
        }
        assertThat(all).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "import f: func() -> future<u8>;",
        "import f: func(a: list<stream<u8>>);",
        "export f: async func();",
        "import f: func(a: list<u8, 4>);",
        "import f: func(a: map<string, u8>);",
    })
    void whatThereIsNoGlueForIsRefusedInWords(String item) {
        WitWorld world = WitTypes.parse("package a:b; world w { " + item + " }").packages().root().worlds().get("w");
        for (GlueLanguage language : GlueLanguage.values()) {
            assertThatThrownBy(() -> Glue.files(world, language))
                    .isInstanceOf(BindingsException.class)
                    .hasMessageContaining("$root, function f: ")
                    .hasMessageContaining("there is no glue");
        }
    }
}
