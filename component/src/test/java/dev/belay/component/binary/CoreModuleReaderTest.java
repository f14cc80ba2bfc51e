package dev.belay.component.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.Bytes;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CoreModuleReaderTest {
    private static final String HEAD = "0061736d01000000";
    /** One type, {@code [] -> []}. */
    private static final String TYPE = "010401600000";
    /** One function of it. */
    private static final String FUNCTION = "03020100";
    /** The body of one function. */
    private static final String CODE = "0a040102000b";

    @Test
    void functionsAndBodiesAreAsMany() {
        assertThat(read(TYPE + FUNCTION + CODE).definitions()).hasSize(1);
        for (String wrong : new String[] {TYPE + FUNCTION, TYPE + CODE}) {
            assertThatThrownBy(() -> read(wrong))
                    .isInstanceOf(InvalidComponentException.class)
                    .hasMessageContaining("function and code section have inconsistent lengths");
        }
    }

    @Test
    void localsHaveABound() {
        String million = "c0843d"; // as LEB128
        assertThatThrownBy(() -> CoreModuleContentsReader.read(
                        module(TYPE + FUNCTION + "0a08" + "01" + "06" + "01" + million + "7f" + "0b")))
                .isInstanceOf(InvalidComponentException.class)
                .hasMessageContaining("more than 50000 locals");
    }

    private static CoreModuleOutline read(String sections) {
        return CoreModuleReader.read(module(sections));
    }

    private static Bytes module(String sections) {
        return Bytes.of(HexFormat.of().parseHex(HEAD + sections));
    }
}
