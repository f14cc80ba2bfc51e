package dev.belay.wasi.messaging;

import java.util.List;

/**
 * Some subjects, as NATS writes them: {@code *} stands for one token, {@code >} at the end for one or more. {@code
 * payments.*} has {@code payments.eu} but not {@code payments.eu.x}; {@code payments.>} has both, and not {@code payments}.
 */
public final class SubjectPattern {
    private static final String ONE = "*";
    private static final String REST = ">";

    private final String text;
    private final List<String> tokens;

    private SubjectPattern(String text, List<String> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /**
     * @throws IllegalArgumentException if the text is no pattern
     */
    public static SubjectPattern parse(String text) {
        Subject.syntaxProblem(text).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        List<String> tokens = List.of(text.split("\\.", -1));
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            boolean wild = token.equals(ONE) || token.equals(REST) && i == tokens.size() - 1;
            if (!wild && (token.contains(ONE) || token.contains(REST))) {
                throw new IllegalArgumentException(
                        "expected '*' as a whole token, and '>' as the last, in a pattern of subjects, found "
                                + Subject.quoted(text));
            }
        }
        return new SubjectPattern(text, tokens);
    }

    public boolean matches(String subject) {
        int at = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (at > subject.length()) {
                return false;
            }
            String token = tokens.get(i);
            if (token.equals(REST)) {
                return true;
            }
            int dot = subject.indexOf('.', at);
            int end = dot < 0 ? subject.length() : dot;
            if (!token.equals(ONE) && !(token.length() == end - at && subject.startsWith(token, at))) {
                return false;
            }
            at = end + 1;
        }
        return at > subject.length();
    }

    /** Whether it begins with a wildcard, and so has subjects of every kind. */
    boolean beginsWild() {
        return tokens.getFirst().equals(ONE) || tokens.getFirst().equals(REST);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SubjectPattern its && text.equals(its.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
