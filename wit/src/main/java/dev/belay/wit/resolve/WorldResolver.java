package dev.belay.wit.resolve;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.WitException;
import dev.belay.wit.syntax.Id;
import dev.belay.wit.syntax.Item;
import dev.belay.wit.syntax.Member;
import dev.belay.wit.syntax.Meta;
import dev.belay.wit.syntax.TypeItem;
import dev.belay.wit.syntax.UsePath;
import dev.belay.wit.syntax.WorldMember;
import dev.belay.wit.syntax.WorldMember.Direction;
import dev.belay.wit.syntax.WorldMember.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves one world. */
final class WorldResolver {
    private final Resolver resolver;
    private final FileScope file;

    WorldResolver(Resolver resolver, FileScope file) {
        this.resolver = resolver;
        this.file = file;
    }

    WitWorld resolve(Item.World item) {
        var world = new WitWorld(item.name().name(), file.owner().result(), item.meta());
        var content = new WorldContent(world);
        var types = new TypeScope(resolver, Optional.empty());
        var functions = new FunctionResolver(resolver.features(), file.owner().name(), types);
        List<TypeItem> definitions = declareTypes(item, content, types);
        types.resolveAll(definitions);
        types.types().forEach((name, type) ->
                world.declaredImports.put(name, new WorldItem.Type(type.meta(), type)));
        addMethods(definitions, content, functions);
        for (WorldMember member : item.members()) {
            if (member instanceof WorldMember.Extern extern && isActive(extern)) {
                addExtern(content, functions, extern);
            }
        }
        for (WorldMember member : item.members()) {
            if (member instanceof WorldMember.Include include && isActive(include)) {
                Inclusion.of(include, resolver.paths().resolveWorld(file, include.path())).into(content);
            }
        }
        new Elaboration(world, item.name()).run();
        return world;
    }

    private boolean isActive(WorldMember member) {
        Gates.checkVersion(file.owner().name(), member.meta(), Gates.idOf(member));
        return resolver.features().active(member.meta());
    }

    private List<TypeItem> declareTypes(Item.World item, WorldContent content, TypeScope types) {
        var uses = new Uses(resolver, file);
        var definitions = new ArrayList<TypeItem>();
        for (WorldMember member : item.members()) {
            if (member instanceof Member.Use use) {
                for (Member.Renaming renaming : use.names()) {
                    content.claim(Direction.IMPORT, renaming.local());
                }
                uses.resolve(use, types);
            } else if (member instanceof TypeItem type) {
                content.claim(Direction.IMPORT, type.name());
                Gates.checkVersion(file.owner().name(), type.meta(), type.name());
                types.declare(type);
                definitions.add(type);
            }
        }
        return definitions;
    }

    private void addMethods(List<TypeItem> definitions, WorldContent content, FunctionResolver functions) {
        for (TypeItem item : definitions) {
            if (item instanceof TypeItem.Resource resource && resolver.features().active(resource.meta())) {
                for (WitFunction method : functions.methods(resource)) {
                    content.add(
                            Direction.IMPORT,
                            new Id(method.name(), resource.name().span()),
                            new WorldItem.Func(method.meta(), method));
                }
            }
        }
    }

    private void addExtern(WorldContent content, FunctionResolver functions, WorldMember.Extern extern) {
        Meta meta = extern.meta();
        Direction direction = extern.direction();
        switch (extern.target()) {
            case Target.Interface target -> {
                WitInterface type = resolver.paths().resolveInterface(file, target.path());
                content.addOnce(direction, target.path().name(), new WorldItem.Interface(meta, type));
            }
            case Target.Implements target -> {
                WitInterface type = implemented(target.path());
                content.add(direction, target.name(), new WorldItem.Interface(meta, type));
            }
            case Target.Inline target -> {
                WitInterface type = new InterfaceResolver(resolver, file).resolveInline(meta, target.members());
                content.add(direction, target.name(), new WorldItem.Interface(meta, type));
            }
            case Target.Func target -> content.add(
                    direction,
                    target.name(),
                    new WorldItem.Func(meta, functions.free(meta, target.name(), target.type())));
        }
    }

    private WitInterface implemented(UsePath path) {
        Declared declared = resolver.paths().resolve(file, path, false);
        if (!declared.isInterface()) {
            throw new WitException(new Problem.WrongKind(
                    path.name().span(), path.name().name(), "an interface", "a world"));
        }
        return declared.asInterface(resolver, path.name());
    }
}
