package dev.belay.compose.internal.wac.syntax;

import dev.belay.wit.syntax.Keywords;
import java.util.Set;

/** The words that are no names unless a {@code %} stands before them: those of WIT, and a few more. */
final class Words {
    private static final Set<String> OWN = Set.of("let", "new", "targets");

    private Words() {}

    static boolean isKeyword(String word) {
        return OWN.contains(word) || Keywords.isKeyword(word);
    }
}
