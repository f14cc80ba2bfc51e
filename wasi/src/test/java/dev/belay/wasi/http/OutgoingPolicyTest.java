package dev.belay.wasi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingPolicyTest {
    @ParameterizedTest
    @CsvSource({
        "api.example.com,        api.example.com,       true",
        "api.example.com,        API.Example.com:8443,  true",
        "api.example.com,        example.com,           false",
        "api.example.com,        xapi.example.com,      false",
        "api.example.com:8443,   api.example.com:8443,  true",
        "api.example.com:8443,   api.example.com,       false",
        "api.example.com:80,     api.example.com,       true",
        "*.example.com,          a.example.com,         true",
        "*.example.com,          a.b.example.com:81,    true",
        "*.example.com,          example.com,           false",
        "*.example.com,          notexample.com,        false",
        "*.example.com:81,       a.example.com,         false",
        "[::1]:8080,             [::1]:8080,            true",
        "[::1]:8080,             [::1]:8081,            false",
        "*,                      anything.at.all:1,     true",
    })
    void aPatternAllowsWhatItNames(String pattern, String authority, boolean allowed) {
        assertThat(OutgoingPolicy.allow(List.of(pattern))
                        .allows(Authority.parse(authority).orElseThrow(), 80))
                .isEqualTo(allowed);
    }

    @Test
    void nothingIsAllowedByDefault() {
        assertThat(OutgoingPolicy.denyAll().allowsNothing()).isTrue();
        assertThat(OutgoingPolicy.denyAll().allows(new Authority("localhost", 0), 80))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "http://a", "a:b", "a:0", "a:65536", "a.*.com", "**", "user@a", "[::1", "[]"})
    void aWrongPatternIsNamed(String pattern) {
        assertThatThrownBy(() -> OutgoingPolicy.allow(List.of(pattern)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found '" + pattern + "'");
    }
}
