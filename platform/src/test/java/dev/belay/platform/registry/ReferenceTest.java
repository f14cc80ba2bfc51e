package dev.belay.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @Test
    void readsAllParts() {
        Reference reference = Reference.parse("oci://Registry.Example.com:5000/banks/north_haven:1.2-rc.1@sha256:" + DIGEST);
        assertThat(reference.host()).isEqualTo("registry.example.com:5000");
        assertThat(reference.repository()).isEqualTo("banks/north_haven");
        assertThat(reference.tag()).contains("1.2-rc.1");
        assertThat(reference.digest().orElseThrow().hex()).isEqualTo(DIGEST);
        assertThat(reference.name()).isEqualTo("north_haven");
        assertThat(reference).hasToString("oci://registry.example.com:5000/banks/north_haven:1.2-rc.1@sha256:" + DIGEST);
    }

    @Test
    void theSchemeMayBeLeftOutWhereNothingElseIsMeant() {
        assertThat(Reference.parse("localhost/bank")).isEqualTo(Reference.parse("oci://localhost/bank"));
        assertThat(Reference.parse("localhost/bank").tag()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "~~                    | the host of a registry at character 1 | the end",
        "oci://                | the host of a registry at character 7 | the end",
        "oci:///bank           | the host of a registry at character 7 | '/'",
        "oci://bank:1          | '/' and a repository at character 13 | the end",
        "oci://h               | '/' and a repository at character 8 | the end",
        "oci://h/              | a small letter or a digit of the repository at character 9 | the end",
        "oci://h/Bank          | a small letter or a digit of the repository at character 9 | 'B'",
        "oci://h/bankA         | a small letter, a digit, '/', ':' or '@' at character 13 | 'A'",
        "oci://h/a//b          | a small letter or a digit of the repository at character 11 | '/'",
        "oci://h/../etc        | a small letter or a digit of the repository at character 9 | '.'",
        "oci://h/a___b         | a small letter or a digit of the repository at character 12 | '_'",
        "oci://h/a:            | a letter, a digit or '_' of the tag at character 11 | the end",
        "oci://h/a:.x          | a letter, a digit or '_' of the tag at character 11 | '.'",
        "oci://h/a:1/b         | the end at character 12 | '/'",
        "oci://h/a@sha512:00   | sha256: at character 11 | 's'",
        "oci://h/a@sha256:00   | 64 hexadecimal digits in small letters at character 20 | the end",
        "oci://-h/a            | a letter or a digit at both ends of a part of the host at character 7 | '-'",
        "oci://h-/a            | a letter or a digit at both ends of a part of the host at character 8 | '-'",
        "oci://h..x/a          | a letter or a digit of the registry's host at character 9 | '.'",
        "oci://h:/a            | a port at character 9 | '/'",
        "oci://h:65536/a       | a port from 1 to 65535 at character 9 | '65536'",
        "oci://h:0/a           | a port from 1 to 65535 at character 9 | '0'",
        "oci://u:p@h/a         | a port at character 9 | 'p'",
        "oci://[::1/a          | ']' after an IPv6 address at character 11 | '/'",
        "https://h/a           | a port at character 7 | '/'",
        "oci://h/a?x=y         | a small letter, a digit, '/', ':' or '@' at character 10 | '?'",
        "oci://h/a%2e          | a small letter, a digit, '/', ':' or '@' at character 10 | '%'"
    })
    void whatIsNoneIsToldWithItsPlace(String text, String expected, String found) {
        assertThatThrownBy(() -> Reference.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected " + expected + " of a reference such as oci://registry.example.com/bank:1.2, found " + found);
    }

    @Test
    void lengthsAreBounded() {
        assertThatThrownBy(() -> Reference.parse("h/" + "a".repeat(256))).hasMessageContaining("a repository of at most 255 characters");
        assertThatThrownBy(() -> Reference.parse("h/a:" + "1".repeat(129))).hasMessageContaining("a tag of at most 128 characters");
        assertThatThrownBy(() -> Reference.parse("a.".repeat(127) + "a/b")).hasMessageContaining("a host of at most 253 characters");
        assertThatThrownBy(() -> Reference.parse("h/a@sha256:" + DIGEST + "0")).hasMessageContaining("the end after 64 digits");
        assertThatThrownBy(() -> Reference.parse("h:" + "9".repeat(1_000) + "/a")).hasMessageContaining("found '99999999…'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost/a", "localhost:5000/a", "127.0.0.1:5000/a", "127.1.2.3/a", "[::1]:5000/a", "LOCALHOST/a"})
    void thisMachineNeedsNoTls(String text) {
        assertThat(Reference.parse(text).isLoopback()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1.example.com/a", "localhost.example.com/a", "10.0.0.1/a", "127.example.com/a", "[::2]/a", "registry.example.com/a"})
    void anyOtherDoes(String text) {
        assertThat(Reference.parse(text).isLoopback()).isFalse();
    }

    @Test
    void registriesAreAskedByTls() {
        assertThat(Reference.parse("registry.example.com/bank").base(Reference::isLoopback)).hasToString("https://registry.example.com/");
        assertThat(Reference.parse("127.0.0.1:5000/bank").base(Reference::isLoopback)).hasToString("http://127.0.0.1:5000/");
    }
}
