package dev.belay.component.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.model.Bytes;
import org.junit.jupiter.api.Test;

class QuotedTest {
    @Test
    void stringsEscapeWhatWouldEndOrHideThem() {
        assertThat(Quoted.string("a\"b\\c\n\t\r")).isEqualTo("\"a\\\"b\\\\c\\n\\t\\r\"");
        assertThat(Quoted.string("\0\u007f\u202e")).isEqualTo("\"\\u{0}\\u{7f}\\u{202e}\"");
        assertThat(Quoted.string("größe 😀")).isEqualTo("\"größe \\u{1f600}\"");
    }

    @Test
    void bytesAreHexadecimalUnlessPrintable() {
        assertThat(Quoted.bytes(Bytes.of((byte) 'a', (byte) '"', (byte) '\\', (byte) 0, (byte) 0xff, (byte) ' ')))
                .isEqualTo("\"a\\22\\5c\\00\\ff \"");
    }

    @Test
    void identifiersAreQuotedWhereTheyMustBe() {
        assertThat(Quoted.identifier("wasi:io/poll@0.2.0")).isEqualTo("$wasi:io/poll@0.2.0");
        assertThat(Quoted.identifier("[method]r.m")).isEqualTo("$\"[method]r.m\"");
    }

    @Test
    void floatsAreExact() {
        assertThat(FloatWords.of(Float.floatToRawIntBits(0.1f))).isEqualTo("0x1.99999ap-4 (;=0.1;)");
        assertThat(FloatWords.of(0x7fc00000)).isEqualTo("nan");
        assertThat(FloatWords.of(0xffa00001)).isEqualTo("-nan:0x200001");
        assertThat(FloatWords.of(Double.doubleToRawLongBits(Double.NEGATIVE_INFINITY))).isEqualTo("-inf");
        assertThat(FloatWords.of(1L)).isEqualTo("0x0.0000000000001p-1022 (;=4.9E-324;)");
    }
}
