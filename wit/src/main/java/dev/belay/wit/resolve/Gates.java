package dev.belay.wit.resolve;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.WitException;
import dev.belay.wit.name.Version;
import dev.belay.wit.syntax.Annotation;
import dev.belay.wit.syntax.Id;
import dev.belay.wit.syntax.Item;
import dev.belay.wit.syntax.Member;
import dev.belay.wit.syntax.Meta;
import dev.belay.wit.syntax.PackageName;
import dev.belay.wit.syntax.TypeItem;
import dev.belay.wit.syntax.WorldMember;

/** The rules of feature gates. */
final class Gates {
    private Gates() {}

    /** A gate must not speak of a version that its package has not reached. */
    static void checkVersion(PackageName owner, Meta meta, Id item) {
        for (Annotation annotation : meta.annotations()) {
            switch (annotation) {
                case Annotation.Since since -> checkReached(owner, since.reached(), item);
                case Annotation.Deprecated deprecated -> checkReached(owner, deprecated.reached(), item);
                case Annotation.Unstable _, Annotation.ExternalId _ -> {
                    // No version.
                }
            }
        }
    }

    private static void checkReached(PackageName owner, Version version, Id item) {
        if (owner.version().isEmpty()) {
            throw new WitException(new Problem.BrokenRule(
                    item.span(), "the gate of `" + item + "` names a version, but package `" + owner + "` has none"));
        }
        if (version.compareTo(owner.version().get()) > 0) {
            throw new WitException(new Problem.BrokenRule(
                    item.span(),
                    "the gate of `" + item + "` names version " + version + ", which package `" + owner
                            + "` has not reached"));
        }
    }

    /** What stands within something that is left out must be left out as well. */
    static void checkAllInactive(Features features, Item item) {
        switch (item) {
            case Item.Interface i -> {
                for (Member member : i.members()) {
                    checkInactive(features, member.meta(), idOf(member), "interface");
                }
            }
            case Item.World w -> {
                for (WorldMember member : w.members()) {
                    checkInactive(features, member.meta(), idOf(member), "world");
                }
            }
            case Item.Use _, Item.Package _ -> {
                // Without gates.
            }
        }
    }

    static void checkAllInactive(Features features, TypeItem.Resource resource) {
        for (TypeItem.Method method : resource.methods()) {
            checkInactive(features, method.meta(), method.name(), "resource");
        }
    }

    private static void checkInactive(Features features, Meta meta, Id item, String outer) {
        if (features.active(meta)) {
            throw new WitException(new Problem.BrokenRule(
                    item.span(), "`" + item + "` must have the gate of the " + outer + " around it, which is left out"));
        }
    }

    private static Id idOf(Member member) {
        return switch (member) {
            case Member.Use use -> use.path().name();
            case Member.Func func -> func.name();
            case TypeItem type -> type.name();
        };
    }

    static Id idOf(WorldMember member) {
        return switch (member) {
            case Member.Use use -> use.path().name();
            case TypeItem type -> type.name();
            case WorldMember.Include include -> include.path().name();
            case WorldMember.Extern extern ->
                switch (extern.target()) {
                    case WorldMember.Target.Interface i -> i.path().name();
                    case WorldMember.Target.Implements i -> i.name();
                    case WorldMember.Target.Func f -> f.name();
                    case WorldMember.Target.Inline i -> i.name();
                };
        };
    }
}
