package dev.belay.compose.internal.wac.resolve;

import dev.belay.wit.syntax.FuncType;
import dev.belay.wit.syntax.Id;
import dev.belay.wit.syntax.Item;
import dev.belay.wit.syntax.Member;
import dev.belay.wit.syntax.PackageName;
import dev.belay.wit.syntax.TypeExpr;
import dev.belay.wit.syntax.TypeItem;
import dev.belay.wit.syntax.UsePath;
import dev.belay.wit.syntax.WorldMember;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names in pieces of WIT: of types, those that they declare themselves, and of packages. */
final class References {
    final Set<String> types = new LinkedHashSet<>();
    final Set<String> declared = new LinkedHashSet<>();
    final Map<PackageName, Id> packages = new LinkedHashMap<>();

    References item(Item item) {
        switch (item) {
            case Item.Interface i -> i.members().forEach(this::member);
            case Item.World w -> w.members().forEach(this::worldMember);
            case Item.Use u -> path(u.path());
            case Item.Package p -> p.items().forEach(this::item);
        }
        return this;
    }

    References member(Member member) {
        switch (member) {
            case Member.Use use -> use(use);
            case Member.Func func -> function(func.type());
            case TypeItem type -> type(type);
        }
        return this;
    }

    private void worldMember(WorldMember member) {
        switch (member) {
            case Member.Use use -> use(use);
            case TypeItem type -> type(type);
            case WorldMember.Include include -> path(include.path());
            case WorldMember.Extern extern -> {
                switch (extern.target()) {
                    case WorldMember.Target.Interface(var path) -> path(path);
                    case WorldMember.Target.Implements(var _, var path) -> path(path);
                    case WorldMember.Target.Func(var _, var type) -> function(type);
                    case WorldMember.Target.Inline(var _, var members) -> members.forEach(this::member);
                }
            }
        }
    }

    private void use(Member.Use use) {
        path(use.path());
        use.names().forEach(n -> declared.add(n.local().name()));
    }

    private void path(UsePath path) {
        path.packageName().ifPresent(name -> packages.putIfAbsent(name, name.namespace()));
    }

    References type(TypeItem item) {
        declared.add(item.name().name());
        switch (item) {
            case TypeItem.Alias(_, _, var type) -> expr(type);
            case TypeItem.Record(_, _, var fields) -> fields.forEach(f -> expr(f.type()));
            case TypeItem.Variant(_, _, var cases) -> cases.forEach(c -> expr(c.type()));
            case TypeItem.Enum _, TypeItem.Flags _ -> {
                // Names no types.
            }
            case TypeItem.Resource(_, _, var methods) -> methods.forEach(m -> function(m.type()));
        }
        return this;
    }

    References function(FuncType type) {
        type.params().forEach(p -> expr(p.type()));
        expr(type.result());
        return this;
    }

    private void expr(Optional<TypeExpr> type) {
        type.ifPresent(this::expr);
    }

    private void expr(TypeExpr type) {
        switch (type) {
            case TypeExpr.Prim _ -> {
                // A keyword.
            }
            case TypeExpr.Named(var name) -> types.add(name.name());
            case TypeExpr.ListOf(var element) -> expr(element);
            case TypeExpr.FixedList(var element, int _) -> expr(element);
            case TypeExpr.Option(var some) -> expr(some);
            case TypeExpr.Result(var ok, var error) -> {
                expr(ok);
                expr(error);
            }
            case TypeExpr.Tuple(var types) -> types.forEach(this::expr);
            case TypeExpr.MapOf(var key, var value) -> {
                expr(key);
                expr(value);
            }
            case TypeExpr.Stream(var element) -> expr(element);
            case TypeExpr.Future(var element) -> expr(element);
            case TypeExpr.Own(var resource) -> types.add(resource.name());
            case TypeExpr.Borrow(var resource) -> types.add(resource.name());
        }
    }
}
