package dev.belay.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {
    @ParameterizedTest
    @CsvSource({"127.0.0.1:8080, 127.0.0.1, 8080", "localhost:0, localhost, 0", "[::1]:65535, ::1, 65535"})
    void isReadAndWrittenAlike(String text, String host, int port) {
        var address = new HostPort(host, port);
        assertThat(HostPort.parse(text)).contains(address);
        assertThat(address).hasToString(text);
        assertThat(URI.create(address.url(false)).getPort()).isEqualTo(port);
        assertThat(address.url(true)).isEqualTo("https://" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "8080", ":8080", "host", "host:", "host:x", "host:-1", "host:65536", "host:99999999999"})
    void whatIsNoneIsNotRead(String text) {
        assertThat(HostPort.parse(text)).isEmpty();
    }

    @Test
    void thereAreSoManyPorts() {
        assertThatThrownBy(() -> new HostPort("host", 65_536)).hasMessage("expected a port from 0 to 65535, found 65536");
    }
}
