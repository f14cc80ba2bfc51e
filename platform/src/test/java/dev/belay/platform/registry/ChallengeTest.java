package dev.belay.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ChallengeTest {
    @Test
    void readsWhatRegistriesSay() {
        assertThat(Challenge.all(List.of(
                        "Bearer realm=\"https://auth.example.com/token\",service=\"registry\", scope=\"repository:a/b:pull,push\"",
                        "Basic realm=\"a \\\"b\\\"\"")))
                .containsExactly(
                        new Challenge("bearer", Map.of(
                                "realm", "https://auth.example.com/token", "service", "registry", "scope", "repository:a/b:pull,push")),
                        new Challenge("basic", Map.of("realm", "a \"b\"")));
    }

    @Test
    void readsSeveralInOneHeader() {
        assertThat(Challenge.all(List.of("Negotiate, BASIC Realm = plain , Bearer realm=\"x\"")))
                .extracting(Challenge::scheme)
                .containsExactly("negotiate", "basic", "bearer");
    }

    @Test
    void stopsAtWhatIsNone() {
        assertThat(Challenge.all(List.of("", "\"", "(", "=x", "x".repeat(100_000)))).isEmpty();
        assertThat(Challenge.all(List.of("Basic realm=\"open"))).containsExactly(new Challenge("basic", Map.of("realm", "open")));
    }

    @Property(tries = 3_000)
    void comesToAnEndWhateverStandsThere(@ForAll("headers") String header) {
        assertThat(Challenge.all(List.of(header))).hasSizeLessThanOrEqualTo(header.length());
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.oneOf(
                Arbitraries.strings(), Arbitraries.strings().withChars("ab=\", \t\\;\u0000é").ofMaxLength(40));
    }
}
