package dev.belay.wit.resolve;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.Span;
import dev.belay.wit.error.WitException;
import dev.belay.wit.syntax.Item;
import dev.belay.wit.syntax.Meta;
import dev.belay.wit.syntax.PackageName;
import dev.belay.wit.syntax.WitFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code package} lines of the files of one package. */
final class Headers {
    private Headers() {}

    /** The package that the lines name; at least one file must have one, and they must agree. */
    static PackageScope of(List<WitFile> files) {
        @Nullable PackageName name = null;
        Meta meta = Meta.none();
        for (WitFile file : files) {
            if (file.packageName().isEmpty()) {
                continue;
            }
            PackageName here = file.packageName().get();
            if (name != null && !name.equals(here)) {
                throw new WitException(new Problem.BrokenRule(
                        here.namespace().span(),
                        "the files of a package must name the same one: `" + here + "` here, `" + name + "` in "
                                + name.namespace().span().place()));
            }
            if (!meta.docs().isEmpty() && !file.meta().docs().isEmpty()) {
                throw new WitException(new Problem.BrokenRule(
                        here.namespace().span(), "only one file of a package can document the package"));
            }
            meta = meta.docs().isEmpty() ? file.meta() : meta;
            name = here;
        }
        if (name == null) {
            throw new WitException(
                    new Problem.BrokenRule(start(files), "no file of this package names it by `package …;`"));
        }
        return new PackageScope(name, meta);
    }

    private static Span start(List<WitFile> files) {
        for (WitFile file : files) {
            for (Item item : file.items()) {
                switch (item) {
                    case Item.Interface i -> {
                        return i.name().span();
                    }
                    case Item.World w -> {
                        return w.name().span();
                    }
                    case Item.Package p -> {
                        return p.name().namespace().span();
                    }
                    case Item.Use u -> {
                        return u.path().name().span();
                    }
                }
            }
        }
        return Span.nowhere();
    }
}
