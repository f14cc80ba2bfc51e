package dev.belay.runtime.wave;

import static dev.belay.component.type.ValueType.CHAR;
import static dev.belay.component.type.ValueType.F32;
import static dev.belay.component.type.ValueType.F64;
import static dev.belay.component.type.ValueType.S8;
import static dev.belay.component.type.ValueType.STRING;
import static dev.belay.component.type.ValueType.U32;
import static dev.belay.component.type.ValueType.U64;
import static dev.belay.component.type.ValueType.U8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.type.ValueType;
import dev.belay.runtime.value.RecordValue;
import dev.belay.runtime.value.ResultValue;
import dev.belay.runtime.value.VariantValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaveTest {
    private static final ValueType BODY = new ValueType.Variant(List.of(
            new ValueType.Case("empty", Optional.empty()),
            new ValueType.Case("body", Optional.of(new ValueType.ListOf(U8))),
            new ValueType.Case("err", Optional.of(STRING))));
    private static final ValueType POINT = new ValueType.Record(List.of(
            new ValueType.Field("must-have", U8), new ValueType.Field("optional", new ValueType.Option(U8))));

    @Test
    void readsNumbersOfEveryWidth() {
        assertThat(Wave.parse(S8, "-128")).isEqualTo(-128);
        assertThat(Wave.parse(U32, "4294967295")).isEqualTo(4294967295L);
        assertThat(Wave.parse(U64, "18446744073709551615")).isEqualTo(-1L);
        assertThat(Wave.parse(F32, "-inf")).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(Wave.parse(F64, "6.022e+23")).isEqualTo(6.022e23);
        assertThat(Wave.parse(F64, "nan")).isEqualTo(Double.NaN);
        assertThat(Wave.print(F64, 1.0e300)).isEqualTo("1e300");
        assertThat(Wave.print(F32, 3f)).isEqualTo("3");
        assertThat(Wave.print(U64, -1L)).isEqualTo("18446744073709551615");
    }

    @Test
    void readsCharsAndStringsWithEscapes() {
        assertThat(Wave.parse(CHAR, "'\\u{1F600}'")).isEqualTo(0x1F600);
        assertThat(Wave.parse(CHAR, "'\"'")).isEqualTo((int) '"');
        assertThat(Wave.parse(STRING, "\"a\\t\\\"b\\\" 👋\"")).isEqualTo("a\t\"b\" 👋");
        assertThat(Wave.print(STRING, "a\n\u0001\"")).isEqualTo("\"a\\n\\u{1}\\\"\"");
        assertThat(Wave.print(CHAR, (int) '\'')).isEqualTo("'\\''");
    }

    @Test
    void readsMultilineStringsWithoutTheirIndentation() {
        assertThat(Wave.parse(STRING, "\"\"\"\nA single line\n\"\"\"")).isEqualTo("A single line");
        assertThat(Wave.parse(STRING, "\"\"\"\r\n    two\r\n      lines\r\n  \"\"\"")).isEqualTo("  two\n    lines");
        assertThat(Wave.parse(STRING, "\"\"\"\n  \"\"\\\"\"\n  \"\"\"")).isEqualTo("\"\"\"\"");
    }

    @Test
    void readsRecordsInAnyOrderAndWithoutTheirAbsentOptions() {
        assertThat(Wave.parse(POINT, "{ optional: 2, must-have: 1, }"))
                .isEqualTo(RecordValue.of("must-have", 1, "optional", Optional.of(2)));
        assertThat(Wave.parse(POINT, "{%must-have: 1} // done")).isEqualTo(RecordValue.of("must-have", 1, "optional", Optional.empty()));
        var allOptional = new ValueType.Record(List.of(new ValueType.Field("x", new ValueType.Option(U8))));
        assertThat(Wave.parse(allOptional, "{:}")).isEqualTo(RecordValue.of("x", Optional.empty()));
        assertThat(Wave.print(allOptional, RecordValue.of("x", Optional.empty()))).isEqualTo("{:}");
    }

    @Test
    void readsVariantsWhoseCasesAreKeywordsByTheirPercentSign() {
        assertThat(Wave.parse(BODY, "empty")).isEqualTo(VariantValue.of("empty"));
        assertThat(Wave.parse(BODY, "%err(\"oops\")")).isEqualTo(VariantValue.of("err", "oops"));
        assertThat(Wave.print(BODY, VariantValue.of("err", "oops"))).isEqualTo("%err(\"oops\")");
        assertThat(Wave.print(BODY, VariantValue.of("body", new byte[] {79, -1}))).isEqualTo("body([79, 255])");
    }

    @Test
    void readsFlatAndExplicitOptionsAndResults() {
        var option = new ValueType.Option(U8);
        assertThat(Wave.parse(option, "7")).isEqualTo(Wave.parse(option, "some(7)")).isEqualTo(Optional.of(7));
        assertThat(Wave.parse(option, "none")).isEqualTo(Optional.empty());
        var result = new ValueType.Result(Optional.of(option), Optional.empty());
        assertThat(Wave.parse(result, "ok(some(7))")).isEqualTo(ResultValue.ok(Optional.of(7)));
        assertThat(Wave.parse(result, "err")).isEqualTo(ResultValue.err());
        assertThat(Wave.parse(new ValueType.Result(Optional.of(STRING), Optional.empty()), "\"flat\""))
                .isEqualTo(ResultValue.ok("flat"));
    }

    @Test
    void readsFlagsTuplesMapsAndFixedLists() {
        assertThat(Wave.parse(new ValueType.Flags(List.of("read", "write", "exec")), "{exec, read,}"))
                .isEqualTo(Set.of("read", "exec"));
        assertThat(Wave.parse(new ValueType.Tuple(List.of(STRING, U8)), "(\"abc\", 123)")).isEqualTo(List.of("abc", 123));
        assertThat(Wave.parse(new ValueType.FixedList(U32, 2), "[1, 2]")).isEqualTo(List.of(1L, 2L));
        var map = new LinkedHashMap<Object, Object>();
        map.put("b", 1);
        map.put("a", 2);
        var mapType = new ValueType.MapOf(STRING, U8);
        assertThat(Wave.parse(mapType, "[(\"b\", 1), (\"a\", 2)]")).isEqualTo(map);
        assertThat(Wave.print(mapType, map)).isEqualTo("[(\"b\", 1), (\"a\", 2)]");
    }
}
