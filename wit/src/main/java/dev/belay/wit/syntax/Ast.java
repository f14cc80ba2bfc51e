package dev.belay.wit.syntax;

import dev.belay.wit.Span;
import dev.belay.wit.name.Version;
import java.util.List;
import java.util.Optional;

/** The parts of a WIT file, as written. */
public sealed interface Ast {
    Span span();

    /** A name and where it stands. */
    record Id(String name, Span span) implements Ast {}

    /** {@code namespace:name@version}. */
    record PackageName(Id namespace, Id name, Optional<Version> version, Span span) implements Ast {
        /** As WIT writes it. */
        public String text() {
            return namespace.name() + ":" + name.name() + version.map(v -> "@" + v).orElse("");
        }
    }

    /** An interface or world: {@code name}, or {@code ns:pkg/name@version}. */
    record Path(Optional<PackageName> packageName, Id name, Span span) implements Ast {
        public String text() {
            return packageName
                    .map(p -> p.namespace().name() + ":" + p.name().name() + "/" + name.name()
                            + p.version().map(v -> "@" + v).orElse(""))
                    .orElse(name.name());
        }
    }

    /** Documentation and gates of an item. */
    record Meta(
            String docs, Optional<Version> since, Optional<String> unstable, Optional<Version> deprecated) {
        static final Meta NONE = new Meta("", Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A file: its package, if it says so, and what it holds. */
    record File(Optional<PackageName> packageName, Meta meta, List<Item> items, Span span) implements Ast {}

    /** What a package holds. */
    sealed interface Item extends Ast {}

    record Package(PackageName name, Meta meta, List<Item> items, Span span) implements Item {}

    record TopLevelUse(Path path, Optional<Id> as, Span span) implements Item {}

    record Interface(Id name, Meta meta, List<InterfaceItem> items, Span span) implements Item {}

    record World(Id name, Meta meta, List<WorldItem> items, Span span) implements Item {}

    sealed interface InterfaceItem extends Ast {}

    sealed interface WorldItem extends Ast {}

    /** {@code use path.{a, b as c}}. */
    record Use(Path path, List<UsedName> names, Meta meta, Span span) implements InterfaceItem, WorldItem {}

    record UsedName(Id name, Optional<Id> as) {
        public Id local() {
            return as.orElse(name);
        }
    }

    record TypeDef(Id name, TypeBody body, Meta meta, Span span) implements InterfaceItem, WorldItem {}

    record Func(Id name, Signature signature, Meta meta, Span span) implements InterfaceItem {}

    record Signature(boolean async, List<Param> params, Optional<Type> result, Span span) implements Ast {}

    record Param(Id name, Type type) {}

    /** {@code import} or {@code export} of a world. */
    record Extern(boolean export, ExternKind kind, Meta meta, Span span) implements WorldItem {}

    sealed interface ExternKind {}

    record ExternPath(Path path) implements ExternKind {}

    record ExternFunc(Id name, Signature signature) implements ExternKind {}

    record ExternInterface(Id name, List<InterfaceItem> items) implements ExternKind {}

    /** {@code import name: path}: an instance of the interface under a name of its own. */
    record ExternNamed(Id name, Path path) implements ExternKind {}

    record Include(Path path, List<UsedName> names, Meta meta, Span span) implements WorldItem {}

    sealed interface TypeBody {}

    record RecordBody(List<Param> fields) implements TypeBody {}

    record VariantBody(List<Case> cases) implements TypeBody {}

    record EnumBody(List<Id> cases) implements TypeBody {}

    record FlagsBody(List<Id> flags) implements TypeBody {}

    record AliasBody(Type type) implements TypeBody {}

    record ResourceBody(List<ResourceItem> items) implements TypeBody {}

    record Case(Id name, Optional<Type> payload) {}

    /** A method, static function or constructor. */
    record ResourceItem(ResourceItemKind kind, Id name, Signature signature, Meta meta) {}

    enum ResourceItemKind {
        METHOD,
        STATIC,
        CONSTRUCTOR
    }

    /** A type where one is used. */
    sealed interface Type extends Ast {}

    record Primitive(String name, Span span) implements Type {}

    record Named(Id name, Span span) implements Type {}

    record ListType(Type element, Optional<Integer> length, Span span) implements Type {}

    record MapType(Type key, Type value, Span span) implements Type {}

    record OptionType(Type type, Span span) implements Type {}

    record ResultType(Optional<Type> ok, Optional<Type> error, Span span) implements Type {}

    record TupleType(List<Type> types, Span span) implements Type {}

    record BorrowType(Id resource, Span span) implements Type {}

    record OwnType(Id resource, Span span) implements Type {}

    record StreamType(Optional<Type> element, Span span) implements Type {}

    record FutureType(Optional<Type> element, Span span) implements Type {}
}
