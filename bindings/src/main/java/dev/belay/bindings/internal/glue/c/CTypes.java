package dev.belay.bindings.internal.glue.c;

import dev.belay.bindings.internal.Unique;
import dev.belay.bindings.internal.glue.Declared;
import dev.belay.bindings.internal.glue.Lines;
import dev.belay.bindings.internal.glue.Parts;
import dev.belay.bindings.internal.glue.Type;
import dev.belay.component.abi.Layout;
import dev.belay.wit.resolve.WitType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Declares types, each after what it is made of. */
final class CTypes {
    private final CNames names;
    private final Lines text;
    private final Set<Object> done = new HashSet<>();
    /** Those whose layout is C's to choose, and has to be the canonical ABI's. */
    private final List<Type> laidOut = new ArrayList<>();
    private final List<Type> toFree = new ArrayList<>();

    CTypes(CNames names, Lines text) {
        this.names = names;
        this.text = text;
    }

    List<Type> laidOut() {
        return laidOut;
    }

    /** Those that get a function which frees what a value holds. */
    List<Type> toFree() {
        return toFree;
    }

    void write(Declared type) {
        type.payloads().forEach(this::write);
        if (!done.add(type)) {
            return;
        }
        String name = names.base(type) + "_t";
        List<Optional<Type>> members = Parts.perMember(type);
        text.blank().lines(CDocs.of(type.docs()));
        switch (type.type().body()) {
            case WitType.Record(var fields) -> {
                text.open("typedef struct");
                for (int i = 0; i < fields.size(); i++) {
                    text.lines(CDocs.of(fields.get(i).docs()));
                    text.line(names.variable(members.get(i).orElseThrow(), CNames.member(fields.get(i).name())) + ";");
                }
                text.close(" " + name + ";");
                laidOut(new Type.Named(type));
            }
            case WitType.Variant(var cases) -> {
                text.open("typedef struct");
                text.line(integer(Layout.discriminantSize(cases.size())) + " tag; /* which case: one of those below */");
                if (members.stream().anyMatch(Optional::isPresent)) {
                    text.open("union");
                    for (int i = 0; i < cases.size(); i++) {
                        String member = CNames.member(cases.get(i).name());
                        members.get(i).ifPresent(t -> text.line(names.variable(t, member) + ";"));
                    }
                    text.close(" val;");
                }
                text.close(" " + name + ";");
                constants(type, cases.stream().map(c -> new WitType.Label(c.name(), c.docs())).toList(), false);
                laidOut(new Type.Named(type));
            }
            case WitType.Enum(var cases) -> {
                text.line("typedef " + integer(Layout.discriminantSize(cases.size())) + " " + name + ";");
                constants(type, cases, false);
            }
            case WitType.Flags(var flags) -> {
                text.line("typedef " + integer(Layout.flagsSize(flags.size())) + " " + name + ";");
                constants(type, flags, true);
            }
            case WitType.Resource _ -> resource(type);
            case WitType.Alias _ -> throw new IllegalStateException("an alias is declared nowhere: " + type);
        }
    }

    private void laidOut(Type type) {
        laidOut.add(type);
        if (type.holds()) {
            toFree.add(type);
            text.line("void " + names.free(type) + "(" + names.type(type) + " *value);");
        }
    }

    private static String integer(int size) {
        return "uint" + 8 * size + "_t";
    }

    private void constants(Declared type, List<WitType.Label> labels, boolean bits) {
        var unique = new Unique();
        for (int i = 0; i < labels.size(); i++) {
            text.lines(CDocs.of(labels.get(i).docs()));
            text.line("#define " + unique.name(names.constant(type, labels.get(i).name())) + " "
                    + (bits ? "(UINT32_C(1) << " + i + ")" : Integer.toString(i)));
        }
    }

    private void resource(Declared type) {
        String base = names.base(type);
        text.line("typedef struct { int32_t handle; } " + base + "_own_t;");
        if (type.part().exporting()) {
            text.line("typedef struct " + base + " " + base + "_t; /* yours to define: what there is of each */");
            text.line(base + "_own_t " + names.helper(base, "_make") + "(" + base + "_t *rep);");
            text.line(base + "_t *" + names.helper(base, "_rep") + "(" + base + "_own_t resource);");
        } else {
            text.line("typedef struct { int32_t handle; } " + base + "_borrow_t;");
            text.line(base + "_borrow_t " + names.helper(base, "_borrow") + "(" + base + "_own_t resource);");
            text.line("void " + names.helper(base, "_borrow_drop") + "(" + base + "_borrow_t resource); /* one that came as an argument */");
        }
        text.line("void " + names.helper(base, "_drop") + "(" + base + "_own_t resource);");
    }

    void write(Type type) {
        switch (type) {
            case Type.Scalar _, Type.Text _ -> {}
            case Type.Named(var named) -> write(named);
            case Type.Handle(var resource, var _) -> write(resource);
            case Type.ListOf(var element) -> {
                write(element);
                structure(type, () -> text.line(names.variable(element, "*ptr") + ";").line("size_t len;"));
            }
            case Type.Option(var some) -> {
                write(some);
                structure(type, () -> text.line("bool is_some;").line(names.variable(some, "val") + ";"));
            }
            case Type.Result(var ok, var error) -> {
                ok.ifPresent(this::write);
                error.ifPresent(this::write);
                structure(type, () -> {
                    text.line("bool is_err;");
                    if (ok.isPresent() || error.isPresent()) {
                        text.open("union");
                        ok.ifPresent(t -> text.line(names.variable(t, "ok") + ";"));
                        error.ifPresent(t -> text.line(names.variable(t, "err") + ";"));
                        text.close(" val;");
                    }
                });
            }
            case Type.Tuple(var types) -> {
                types.forEach(this::write);
                structure(type, () -> {
                    for (int i = 0; i < types.size(); i++) {
                        text.line(names.variable(types.get(i), "f" + i) + ";");
                    }
                });
            }
        }
    }

    private void structure(Type type, Runnable members) {
        if (!done.add(type)) {
            return;
        }
        text.blank().open("typedef struct");
        members.run();
        text.close(" " + names.type(type) + ";");
        laidOut(type);
    }

}
