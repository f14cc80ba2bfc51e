package dev.belay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ListenAddressTest {
    private final ListenAddress converter = new ListenAddress();

    @ParameterizedTest
    @CsvSource({"8080, 127.0.0.1:8080", ":0, 127.0.0.1:0", "0.0.0.0:80, 0.0.0.0:80", "[::1]:80, [::1]:80"})
    void aHostIsNotNeeded(String text, String address) {
        assertThat(converter.convert(text)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host", "host:", "65536", "127.0.0.1:port"})
    void anythingElseIsTold(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("expected HOST:PORT or a port from 0 to 65535, found '" + text + "'");
    }
}
