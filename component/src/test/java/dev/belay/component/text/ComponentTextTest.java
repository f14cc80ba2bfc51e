package dev.belay.component.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.suite.SuiteCase;
import dev.belay.component.suite.Suites;
import dev.belay.component.validate.ComponentValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentTextTest {
    private static final String GOLDEN = "component/src/test/resources/dev/belay/component/text";

    @ParameterizedTest
    @ValueSource(strings = {"component-model", "wasm-tools-component-model", "wat-inputs"})
    void everyValidComponentOfASuiteIsPrinted(String suite) {
        List<SuiteCase> cases = suite.equals("wat-inputs") ? Suites.components() : Suites.directives(suite);
        int printed = 0;
        for (SuiteCase each : cases) {
            var component = valid(each);
            if (component.isEmpty()) {
                continue;
            }
            printed++;
            String text = ComponentText.of(component.get(), true);
            assertThat(text).as(each.id()).startsWith("(component").endsWith(")\n");
            assertThat(parentheses(text)).as(each.id()).isZero();
            assertThat(ComponentText.of(component.get(), false)).as(each.id()).endsWith(")\n");
        }
        assertThat(printed).isGreaterThan(200);
    }

    /** What a person sees, held as files beside this test: {@code -Dbelay.golden=write} writes them anew. */
    @ParameterizedTest
    @ValueSource(strings = {
        "component-model/resources/multiple-resources:4",
        "component-model/linking/shared-everything-dynamic-linking:4",
        "wasm-tools-component-model/types:137",
        "wasm-tools-component-model/async/task-builtins:11",
        "wasm-tools-component-model/tags:11"
    })
    void looksAsBefore(String id) throws IOException {
        String suite = id.substring(0, id.indexOf('/'));
        var each = Suites.directives(suite).stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
        String text = ComponentText.of(ComponentDecoder.decode(each.binary()), true);
        Path golden = Path.of(System.getProperty("belay.root", ".."), GOLDEN)
                .resolve(id.substring(id.lastIndexOf('/') + 1).replace(':', '-') + ".wat");
        if ("write".equals(System.getProperty("belay.golden"))) {
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    private static Optional<ComponentBinary> valid(SuiteCase each) {
        try {
            var component = ComponentDecoder.decode(each.binary());
            ComponentValidator.validate(component);
            return Optional.of(component);
        } catch (InvalidComponentException e) {
            // One that the suite has for being wrong.
            return Optional.empty();
        }
    }

    /** How many more are opened than closed, outside of strings. */
    private static int parentheses(String text) {
        int open = 0;
        boolean string = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                string = !string;
            } else if (!string) {
                open += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }
        return open;
    }
}
