package dev.belay.wit.resolve;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.WitException;
import dev.belay.wit.syntax.Id;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names of one scope, which must differ by more than case. */
final class Names {
    private final String what;
    private final Map<String, Id> taken = new HashMap<>();

    /** @param what a word for what the names are of */
    Names(String what) {
        this.what = what;
    }

    void claim(Id id) {
        @Nullable Id before = taken.putIfAbsent(id.name().toLowerCase(Locale.ROOT), id);
        if (before != null) {
            throw new WitException(
                    new Problem.Duplicate(id.span(), what, id.name(), Optional.of(before.span())));
        }
    }
}
