package dev.belay.wit.resolve;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.WitException;
import dev.belay.wit.syntax.Id;
import dev.belay.wit.syntax.Item;
import dev.belay.wit.syntax.Meta;
import org.jspecify.annotations.Nullable;

/** An interface or world that a package declares, and what has become of it. */
final class Declared {
    private final Id name;
    private final Meta meta;
    private final Item item;
    private final FileScope file;
    private boolean inProgress;
    private @Nullable WitInterface resolvedInterface;
    private @Nullable WitWorld resolvedWorld;

    Declared(Item.Interface item, FileScope file) {
        this.name = item.name();
        this.meta = item.meta();
        this.item = item;
        this.file = file;
    }

    Declared(Item.World item, FileScope file) {
        this.name = item.name();
        this.meta = item.meta();
        this.item = item;
        this.file = file;
    }

    Id name() {
        return name;
    }

    Meta meta() {
        return meta;
    }

    Item item() {
        return item;
    }

    boolean isInterface() {
        return item instanceof Item.Interface;
    }

    String kind() {
        return isInterface() ? "interface" : "world";
    }

    /** The interface, resolved now if it was not before. */
    WitInterface asInterface(Resolver resolver, Id reference) {
        if (!(item instanceof Item.Interface ast)) {
            throw new WitException(
                    new Problem.WrongKind(reference.span(), reference.name(), "an interface", "a world"));
        }
        if (resolvedInterface == null) {
            enter(resolver);
            resolvedInterface = new InterfaceResolver(resolver, file).resolve(ast);
            leave(resolver);
        }
        return resolvedInterface;
    }

    WitWorld asWorld(Resolver resolver, Id reference) {
        if (!(item instanceof Item.World ast)) {
            throw new WitException(
                    new Problem.WrongKind(reference.span(), reference.name(), "a world", "an interface"));
        }
        if (resolvedWorld == null) {
            enter(resolver);
            resolvedWorld = new WorldResolver(resolver, file).resolve(ast);
            leave(resolver);
        }
        return resolvedWorld;
    }

    private void enter(Resolver resolver) {
        if (inProgress) {
            throw new WitException(new Problem.Cycle(name.span(), kind(), name.name()));
        }
        inProgress = true;
        resolver.enter(name.span());
    }

    private void leave(Resolver resolver) {
        resolver.leave();
        inProgress = false;
    }
}
