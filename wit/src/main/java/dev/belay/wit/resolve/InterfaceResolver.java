package dev.belay.wit.resolve;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.WitException;
import dev.belay.wit.syntax.Id;
import dev.belay.wit.syntax.Item;
import dev.belay.wit.syntax.Member;
import dev.belay.wit.syntax.Meta;
import dev.belay.wit.syntax.TypeItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves one interface. */
final class InterfaceResolver {
    private final Resolver resolver;
    private final FileScope file;

    InterfaceResolver(Resolver resolver, FileScope file) {
        this.resolver = resolver;
        this.file = file;
    }

    WitInterface resolve(Item.Interface item) {
        return resolve(Optional.of(item.name().name()), item.meta(), item.members());
    }

    /** An interface written within a world. */
    WitInterface resolveInline(Meta meta, List<Member> members) {
        return resolve(Optional.empty(), meta, members);
    }

    private WitInterface resolve(Optional<String> name, Meta meta, List<Member> members) {
        var result = new WitInterface(name, file.owner().result(), meta);
        var types = new TypeScope(resolver, Optional.of(result));
        declare(members, types);
        var uses = new Uses(resolver, file);
        var items = new ArrayList<TypeItem>();
        for (Member member : members) {
            if (member instanceof Member.Use use) {
                uses.resolve(use, types).ifPresent(result.dependencies::add);
            } else if (member instanceof TypeItem item) {
                items.add(item);
            }
        }
        types.resolveAll(items);
        result.types.putAll(types.types());
        addFunctions(result, members, types);
        return result;
    }

    private void declare(List<Member> members, TypeScope types) {
        var names = new Names("in this interface the name");
        for (Member member : members) {
            switch (member) {
                case Member.Use use -> {
                    for (Member.Renaming renaming : use.names()) {
                        names.claim(renaming.local());
                    }
                }
                case TypeItem item -> {
                    claim(names, item.meta(), item.name());
                    types.declare(item);
                }
                case Member.Func func -> {
                    claim(names, func.meta(), func.name());
                    types.declareFunction(func.name());
                }
            }
        }
    }

    private void claim(Names names, Meta meta, Id name) {
        names.claim(name);
        Gates.checkVersion(file.owner().name(), meta, name);
    }

    private void addFunctions(WitInterface result, List<Member> members, TypeScope types) {
        Features features = resolver.features();
        var functions = new FunctionResolver(features, file.owner().name(), types);
        for (Member member : members) {
            if (!features.active(member.meta())) {
                continue;
            }
            if (member instanceof Member.Func func) {
                add(result, functions.free(func.meta(), func.name(), func.type()), func.name());
            } else if (member instanceof TypeItem.Resource resource) {
                for (WitFunction method : functions.methods(resource)) {
                    add(result, method, resource.name());
                }
            }
        }
    }

    private static void add(WitInterface result, WitFunction function, Id name) {
        if (result.functions.putIfAbsent(function.name(), function) != null) {
            throw new WitException(
                    new Problem.Duplicate(name.span(), "function", function.name(), Optional.empty()));
        }
    }
}
