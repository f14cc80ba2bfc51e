package dev.belay.wasi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectPatternTest {
    @ParameterizedTest
    @CsvSource({
        "a, a, true", "a, ab, false", "a, a.b, false", "a.b, a, false", "a.b, a.b, true",
        "*, a, true", "*, a.b, false", "a.*, a.b, true", "a.*, a, false", "a.*, a.b.c, false", "*.b, a.b, true",
        ">, a, true", ">, a.b.c, true", "a.>, a, false", "a.>, a.b, true", "a.>, a.b.c, true", "a.>, b.c, false",
        "a.*.>, a.b, false", "a.*.>, a.b.c, true"
    })
    void aPatternHasTheSubjectsThatNatsSays(String pattern, String subject, boolean has) {
        assertThat(SubjectPattern.parse(pattern).matches(subject)).isEqualTo(has);
    }

    @Property(tries = 2_000)
    void matchingIsWhatTheRegularExpressionSays(@ForAll("patterns") String pattern, @ForAll("subjects") String subject) {
        String regex = Arrays.stream(pattern.split("\\."))
                .map(token -> switch (token) {
                    case "*" -> "[^.]+";
                    case ">" -> ".+";
                    default -> Pattern.quote(token);
                })
                .collect(Collectors.joining("\\."));
        assertThat(SubjectPattern.parse(pattern).matches(subject))
                .as(pattern + " " + subject)
                .isEqualTo(subject.matches(regex));
    }

    @Property(tries = 2_000)
    void whateverTheTextItIsAPatternOrAnErrorInOneLine(@ForAll("scraps") String text) {
        try {
            assertThat(SubjectPattern.parse(text)).hasToString(text);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", "\r");
        }
    }

    @Property(tries = 2_000)
    void whatIsASubjectIsMatchedByItselfAndByEverything(@ForAll("scraps") String text) {
        if (Subject.problem(text).isEmpty()) {
            assertThat(SubjectPattern.parse(text).matches(text)).isTrue();
            assertThat(SubjectPattern.parse(">").matches(text)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\r\nPUB x 0", ".", ".a", "a.", "a..b", "a\u0000", "ä", "a.\u010d\u010a"})
    void whatCouldConfuseABusIsNoSubject(String text) {
        assertThat(Subject.problem(text)).isPresent();
        assertThatThrownBy(() -> SubjectPattern.parse(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Message.of(text, new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a*", "*a", "a.b>", ">.a", "a.>.b", "**"})
    void wildcardsStandAlone(String text) {
        assertThatThrownBy(() -> SubjectPattern.parse(text)).hasMessageContaining("whole token");
    }

    @Test
    void aMessageHasNoWildcardsAndNoEndlessSubject() {
        assertThat(Subject.problem("a.*")).hasValueSatisfying(problem -> assertThat(problem).contains("wildcards"));
        assertThat(Subject.problem("a".repeat(512))).isEmpty();
        assertThat(Subject.problem("a".repeat(513))).isPresent();
    }

    @Test
    void aPolicyKeepsToItsPatternsAndGuardsWhatBelongsToTheBus() {
        var policy = SubjectPolicy.allow(List.of("payments.*", "$JS.API.INFO"));
        assertThat(policy.allows("payments.eu")).isTrue();
        assertThat(policy.allows("payments.eu.x")).isFalse();
        assertThat(policy.allows("$JS.API.INFO")).isTrue();
        assertThat(SubjectPolicy.allow(List.of(">")).allows("anything.at.all")).isTrue();
        assertThat(SubjectPolicy.allow(List.of(">", "*.API.INFO")).allows("$JS.API.INFO")).isFalse();
        assertThat(SubjectPolicy.denyAll().allows("a")).isFalse();
    }

    @Provide
    Arbitrary<String> subjects() {
        return Arbitraries.of("a", "b", "ab", "$").list().ofMinSize(1).ofMaxSize(5).map(tokens -> String.join(".", tokens));
    }

    @Provide
    Arbitrary<String> patterns() {
        Arbitrary<List<String>> start = Arbitraries.of("a", "b", "ab", "*").list().ofMinSize(1).ofMaxSize(4);
        return start.flatMap(tokens -> Arbitraries.of("", ".>").map(end -> String.join(".", tokens) + end));
    }

    @Provide
    Arbitrary<String> scraps() {
        return Arbitraries.strings().withChars("ab.*>$ \r\n\u0000\u010a\ud800").ofMaxLength(12);
    }
}
