package dev.belay.component.model;

/** One declaration within a component type or an instance type. */
public sealed interface Decl {
    record CoreTypeDecl(CoreType type) implements Decl {}

    record TypeDecl(Type type) implements Decl {}

    record AliasDecl(Alias alias) implements Decl {}

    /** In component types only. */
    record ImportDecl(ExternName name, ExternDesc type) implements Decl {}

    record ExportDecl(ExternName name, ExternDesc type) implements Decl {}
}
