package dev.belay.component.text;

import dev.belay.component.binary.NameMaps;
import dev.belay.component.model.Alias;
import dev.belay.component.model.At;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreType.ModuleDecl;
import dev.belay.component.model.Decl;
import dev.belay.component.model.ExternDesc;
import dev.belay.component.model.ExternName;
import dev.belay.component.model.Sort;
import dev.belay.component.model.Type;
import java.util.List;
import java.util.Optional;

/** Prints type definitions, and the aliases that stand among them. */
final class TypeText {
    private final Lines out;
    private final IndexNames names;
    private final TypeWords words;
    private final CoreTypeWords core;

    TypeText(Lines out, IndexNames names) {
        this.out = out;
        this.names = names;
        this.words = new TypeWords(names);
        this.core = new CoreTypeWords(names);
    }

    void type(Type type) {
        switch (type) {
            case Type.Val t -> {
                String text = words.value(t);
                out.line("(type " + names.define(Sort.TYPE) + " " + text + ")");
            }
            case Type.Func t -> {
                String text = words.function(t);
                out.line("(type " + names.define(Sort.TYPE) + " " + text + ")");
            }
            case Type.Resource t -> {
                String text = words.resource(t);
                out.line("(type " + names.define(Sort.TYPE) + " " + text + ")");
            }
            case Type.Component(var decls) -> scope("component", decls);
            case Type.Instance(var decls) -> scope("instance", decls);
        }
    }

    private void scope(String keyword, List<At<Decl>> decls) {
        out.open("(type " + names.define(Sort.TYPE));
        out.open("(" + keyword);
        var inner = new TypeText(out, new IndexNames(NameMaps.none()));
        decls.forEach(decl -> inner.decl(decl.it()));
        out.close();
        out.close();
    }

    private void decl(Decl decl) {
        switch (decl) {
            case Decl.CoreTypeDecl d -> coreType(d.type());
            case Decl.TypeDecl d -> type(d.type());
            case Decl.AliasDecl d -> alias(d.alias());
            case Decl.ImportDecl d -> extern("import", d.name(), d.type());
            case Decl.ExportDecl d -> extern("export", d.name(), d.type());
        }
    }

    void extern(String keyword, ExternName name, ExternDesc type) {
        // The type is written before the new index counts.
        String empty = words.extern(type, "\0");
        String mark = names.define(TypeWords.sortOf(type), Optional.of(name.name()));
        out.line("(" + keyword + " " + words.name(name) + " " + empty.replace("\0", mark) + ")");
    }

    void alias(Alias alias) {
        String text = switch (alias) {
            case Alias.Export a -> "export " + names.use(Sort.INSTANCE, a.instance()) + " " + Quoted.string(a.name());
            case Alias.CoreExport a ->
                "core export " + names.use(CoreSort.INSTANCE, a.instance()) + " " + Quoted.string(a.name());
            case Alias.Outer a -> "outer " + Integer.toUnsignedString(a.count()) + " " + a.index();
        };
        Optional<String> suggested = switch (alias) {
            case Alias.Export a -> Optional.of(a.name());
            case Alias.CoreExport a -> Optional.of(a.name());
            case Alias.Outer _ -> Optional.empty();
        };
        out.line("(alias " + text + " (" + alias.sort().text() + " " + names.define(alias.sort(), suggested) + "))");
    }

    void coreType(CoreType type) {
        switch (type) {
            case CoreType.Rec group -> rec(group, "core type");
            case CoreType.Module(var decls) -> {
                out.open("(core type " + names.define(CoreSort.TYPE));
                out.open("(module");
                var inner = new TypeText(out, new IndexNames(NameMaps.none()));
                decls.forEach(decl -> inner.moduleDecl(decl.it()));
                out.close();
                out.close();
            }
        }
    }

    private void rec(CoreType.Rec group, String keyword) {
        var marks = group.types().stream().map(_ -> names.define(CoreSort.TYPE)).toList();
        if (group.explicit()) {
            out.open("(" + (keyword.startsWith("core") ? "core rec" : "rec"));
        }
        for (int i = 0; i < marks.size(); i++) {
            out.line("(" + (group.explicit() ? "type" : keyword) + " " + marks.get(i) + " "
                    + core.sub(group.types().get(i)) + ")");
        }
        if (group.explicit()) {
            out.close();
        }
    }

    private void moduleDecl(ModuleDecl decl) {
        switch (decl) {
            case ModuleDecl.ImportDecl d -> out.line("(import " + Quoted.string(d.module()) + " "
                    + Quoted.string(d.name()) + " (" + core.extern(d.type(), names.define(CoreTypeWords.sortOf(d.type())))
                    + "))");
            case ModuleDecl.TypeDecl(CoreType.Rec group) -> rec(group, "type");
            case ModuleDecl.TypeDecl(CoreType other) -> coreType(other);
            case ModuleDecl.OuterAlias d -> out.line("(alias outer " + Integer.toUnsignedString(d.count()) + " "
                    + d.index() + " (type " + names.define(CoreSort.TYPE) + "))");
            case ModuleDecl.ExportDecl d ->
                out.line("(export " + Quoted.string(d.name()) + " (" + core.extern(d.type(), "") + "))");
        }
    }
}
