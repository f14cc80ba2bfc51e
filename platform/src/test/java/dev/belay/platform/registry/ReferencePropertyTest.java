package dev.belay.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The parser, against the specification's own regular expressions. */
class ReferencePropertyTest {
    private static final String LABEL = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
    private static final String COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
    private static final Pattern WHOLE = Pattern.compile("(?:oci://)?"
            + "(?:" + LABEL + "(?:\\." + LABEL + ")*|\\[[a-fA-F0-9:.]+\\])(?::(?<port>[0-9]+))?"
            + "/(?<repository>" + COMPONENT + "(?:/" + COMPONENT + ")*)"
            + "(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[a-f0-9]{64})?");

    private static Optional<Reference> parsed(String text) {
        try {
            return Optional.of(Reference.parse(text));
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).startsWith("expected ").contains(" at character ", ", found ").hasSizeLessThan(400);
            return Optional.empty();
        }
    }

    private static boolean isOne(String text) {
        var match = WHOLE.matcher(text);
        if (!match.matches() || match.group("repository").length() > 255) {
            return false;
        }
        String port = match.group("port");
        return port == null || port.length() <= 5 && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65_535;
    }

    @Property(tries = 5_000)
    void takesWhatTheGrammarTakes(@ForAll("nearly") String text) {
        Optional<Reference> reference = parsed(text);
        assertThat(reference.isPresent()).as(text).isEqualTo(isOne(text));
        reference.ifPresent(its -> assertThat(Reference.parse(its.toString())).isEqualTo(its));
    }

    @Property(tries = 2_000)
    void anyTextIsAReferenceOrSaidToBeNone(@ForAll String text) {
        assertThat(parsed(text).isPresent()).isEqualTo(isOne(text));
        parsed("oci://" + text);
    }

    /** Made of what references are made of, in any order. */
    @Provide
    Arbitrary<String> nearly() {
        Arbitrary<String> piece = Arbitraries.oneOf(
                Arbitraries.of("oci://", "localhost", "registry.example.com", "[::1]", ":5000", ":65536", "/", "/bank", "/a_b", "/a__b", "/a.b", "/a--b",
                        ":1.2", ":latest", "@sha256:" + "0a".repeat(32), "@sha256:" + "0A".repeat(32), "@", ":", "-", "_", ".", "A"),
                Arbitraries.strings().withChars("ab0-_./:@A[]").ofMaxLength(4));
        Arbitrary<String> good = Arbitraries.of("localhost/bank", "oci://h:5/a/b:1", "oci://[::1]:5000/bank@sha256:" + "0a".repeat(32));
        return Arbitraries.oneOf(piece.list().ofMaxSize(6).map(its -> String.join("", its)), changed(good, piece));
    }

    private static Arbitrary<String> changed(Arbitrary<String> good, Arbitrary<String> piece) {
        return good.flatMap(text -> Arbitraries.integers().between(0, text.length()).flatMap(at -> piece.map(
                other -> text.substring(0, at) + other + text.substring(at))));
    }
}
