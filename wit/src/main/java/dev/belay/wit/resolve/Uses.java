package dev.belay.wit.resolve;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.WitException;
import dev.belay.wit.syntax.Id;
import dev.belay.wit.syntax.Item;
import dev.belay.wit.syntax.Member;
import dev.belay.wit.syntax.TypeItem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings the types that a {@code use} names into a scope. */
final class Uses {
    private final Resolver resolver;
    private final FileScope file;

    Uses(Resolver resolver, FileScope file) {
        this.resolver = resolver;
        this.file = file;
    }

    /** The interface whose types {@code use} brings into {@code scope}; empty if a feature gate leaves the use out. */
    Optional<WitInterface> resolve(Member.Use use, TypeScope scope) {
        Gates.checkVersion(file.owner().name(), use.meta(), use.path().name());
        Optional<String> inactive = resolver.features().inactiveFeature(use.meta());
        if (inactive.isPresent()) {
            for (Member.Renaming renaming : use.names()) {
                scope.leaveOut(renaming.local(), inactive.get());
            }
            return Optional.empty();
        }
        Declared declared = resolver.paths().resolve(file, use.path(), false);
        WitInterface target = declared.asInterface(resolver, use.path().name());
        for (Member.Renaming renaming : use.names()) {
            @Nullable WitType type = target.types.get(renaming.name().name());
            if (type == null) {
                throw missing(renaming.name(), target, declared);
            }
            scope.use(renaming.local(), type, use.meta());
        }
        return Optional.of(target);
    }

    private WitException missing(Id reference, WitInterface target, Declared declared) {
        String name = reference.name();
        if (target.functions.containsKey(name)) {
            return new WitException(
                    new Problem.WrongKind(reference.span(), name, "a type, which `use` needs", "a function"));
        }
        if (declared.item() instanceof Item.Interface item) {
            for (Member member : item.members()) {
                Optional<String> inactive = resolver.features().inactiveFeature(member.meta());
                if (inactive.isPresent()
                        && member instanceof TypeItem type
                        && type.name().equals(reference)) {
                    return new WitException(new Problem.LeftOut(reference.span(), "type", name, inactive.get()));
                }
            }
        }
        return new WitException(new Problem.Unknown(
                reference.span(), "type", name, "in " + target, List.copyOf(target.types.keySet())));
    }
}
