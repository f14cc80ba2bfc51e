package dev.belay.component.validate;

import java.util.Optional;

/** Whether a text can be the name of an import or export, for those who take names from people. */
public final class NameRules {
    private NameRules() {}

    /** What is wrong with a name, as the predicate of a sentence about it, such as {@code has `a b`, which …}. */
    public static Optional<String> problem(String name) {
        try {
            NameParser.parse(name);
            return Optional.empty();
        } catch (NameParser.BadName e) {
            return Optional.of(e.problem());
        }
    }
}
