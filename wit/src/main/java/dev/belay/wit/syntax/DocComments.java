package dev.belay.wit.syntax;

import java.util.stream.Collectors;

/** Documentation that comes from elsewhere than from WIT. */
public final class DocComments {
    private DocComments() {}

    /** The text without what WIT must not hold; lines end with {@code \n}. */
    public static String clean(String text) {
        return text.lines()
                .map(line -> line.codePoints()
                        .filter(c -> !TextRules.isForbidden(c) && c != '\r')
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }
}
