package dev.belay.component.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.binary.DistinctImports.Name;
import dev.belay.component.model.Bytes;
import dev.belay.component.validate.ComponentValidator;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DistinctImportsTest {
    private static final String HEAD = "0061736d01000000";
    /** One type, {@code [] -> []}. */
    private static final String TYPE = "010401600000";
    private static final String CUSTOM = "0003" + "0178" + "2a";

    @Test
    void namesThatComeAgainAreNumbered() {
        DistinctImports found = DistinctImports.of(module(imports("a", "f", "a", "g", "a", "f", "a", "f", "b", "f")));
        assertThat(names(found.module())).isEqualTo("a f, a g, a f [v2], a f [v3], b f");
        assertThat(found.written())
                .isEqualTo(Map.of(new Name("a", "f [v2]"), new Name("a", "f"), new Name("a", "f [v3]"), new Name("a", "f")));
        assertThat(ComponentValidator.validateModule(found.module()).imports()).hasSize(5);
        assertThat(CustomSections.of(found.module())).hasSize(1);
    }

    @Test
    void numbersThatAreTakenAreLeftOut() {
        DistinctImports found = DistinctImports.of(module(imports("a", "f", "a", "f", "a", "f [v2]", "a", "f [v2]")));
        assertThat(names(found.module())).isEqualTo("a f, a f [v3], a f [v2], a f [v2] [v2]");
    }

    @Test
    void aModuleWithoutDuplicatesStaysAsItIs() {
        Bytes module = module(imports("a", "f", "b", "f"));
        assertThat(DistinctImports.of(module).module()).isSameAs(module);
    }

    @Test
    void aModuleThatIsCutOffIsRefused() {
        Bytes module = module(imports("a", "f", "a", "f"));
        assertThatThrownBy(() -> DistinctImports.of(module.slice(0, module.size() - 8)))
                .isInstanceOf(InvalidComponentException.class);
    }

    private static String names(Bytes module) {
        return CoreModuleReader.read(module).imports().stream()
                .map(item -> item.module() + " " + item.name())
                .collect(Collectors.joining(", "));
    }

    private static Bytes imports(String... names) {
        var out = new ByteWriter();
        out.u32(names.length / 2);
        for (int i = 0; i < names.length; i += 2) {
            out.name(names[i]);
            out.name(names[i + 1]);
            out.u8(0x00);
            out.u32(0);
        }
        return Bytes.of(out.toByteArray());
    }

    private static Bytes module(Bytes imports) {
        var out = new ByteWriter();
        out.bytes(Bytes.of(HexFormat.of().parseHex(HEAD + TYPE)));
        out.u8(0x02);
        out.u32(imports.size());
        out.bytes(imports);
        out.bytes(Bytes.of(HexFormat.of().parseHex(CUSTOM)));
        return Bytes.of(out.toByteArray());
    }
}
