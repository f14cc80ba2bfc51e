package dev.belay.runtime.internal.plan;

import dev.belay.component.model.CoreType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The core types of a scope, as far as planning needs them: function types, and places for all others. */
final class CoreTypes {
    private final List<Optional<CoreType.Func>> types = new ArrayList<>();

    void add(CoreType type) {
        switch (type) {
            case CoreType.Module _ -> types.add(Optional.empty());
            case CoreType.Rec rec ->
                rec.types().forEach(sub -> types.add(
                        sub.type() instanceof CoreType.Func f ? Optional.of(f) : Optional.empty()));
        }
    }

    void add(Optional<CoreType.Func> type) {
        types.add(type);
    }

    Optional<CoreType.Func> get(int index) {
        return types.get(index);
    }
}
