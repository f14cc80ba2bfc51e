package dev.belay.bindings.internal.glue.c;

import dev.belay.bindings.internal.glue.Declared;
import dev.belay.bindings.internal.glue.Lines;
import dev.belay.bindings.internal.glue.Parts;
import dev.belay.bindings.internal.glue.Type;
import dev.belay.wit.resolve.WitType;
import java.util.List;
import java.util.Optional;

/**
 * Writes what frees values: all they hold, or only their memory, when handles in them were given away with a result.
 */
final class CFrees {
    private final CNames names;
    private final Lines text;
    /** Whether handles stay as they are. */
    private boolean memoryOnly;

    CFrees(CNames names, Lines text) {
        this.names = names;
        this.text = text;
    }

    void write(List<Type> types) {
        types.forEach(this::function);
        memoryOnly = true;
        types.stream().filter(Type::holdsHandles).forEach(this::function);
    }

    /** The function that frees the memory of a value whose handles are somebody else's by now. */
    static String release(CNames names, Type type) {
        return type.holdsHandles() ? names.helper("belay_release_" + names.base(type), "") : names.free(type);
    }

    private void function(Type type) {
        String head = "void " + (memoryOnly ? release(names, type) : names.free(type)) + "(" + names.type(type) + " *value)";
        text.blank().open(memoryOnly ? "static __attribute__((unused)) " + head : head);
        switch (type) {
            case Type.ListOf(var element) -> {
                if (needed(element)) {
                    text.open("for (size_t i = 0; i < value->len; i++)");
                    one(element, "value->ptr[i]");
                    text.close();
                }
                text.open("if (value->len != 0)").line("free(value->ptr);").close();
                text.line("*value = (" + names.type(type) + ") { 0 };");
            }
            case Type.Option(var some) -> when("value->is_some", some, "value->val");
            case Type.Result(var ok, var error) -> {
                ok.ifPresent(t -> when("!value->is_err", t, "value->val.ok"));
                error.ifPresent(t -> when("value->is_err", t, "value->val.err"));
            }
            case Type.Tuple(var all) -> {
                for (int i = 0; i < all.size(); i++) {
                    one(all.get(i), "value->f" + i);
                }
            }
            case Type.Named(var named) -> named(named);
            default -> throw new IllegalStateException("nothing to free in " + type);
        }
        text.line("(void) value;").close();
    }

    private void named(Declared named) {
        List<Optional<Type>> members = Parts.perMember(named);
        switch (named.type().body()) {
            case WitType.Record(var fields) -> {
                for (int i = 0; i < fields.size(); i++) {
                    one(members.get(i).orElseThrow(), "value->" + CNames.member(fields.get(i).name()));
                }
            }
            case WitType.Variant(var cases) -> {
                for (int i = 0; i < cases.size(); i++) {
                    String value = "value->val." + CNames.member(cases.get(i).name());
                    String condition = "value->tag == " + i;
                    members.get(i).ifPresent(t -> when(condition, t, value));
                }
            }
            default -> throw new IllegalStateException("nothing to free in " + named);
        }
    }

    private boolean needed(Type type) {
        return type.holds() && !(memoryOnly && type instanceof Type.Handle);
    }

    private void when(String condition, Type type, String value) {
        if (needed(type)) {
            text.open("if (" + condition + ")");
            one(type, value);
            text.close();
        }
    }

    private void one(Type type, String value) {
        if (!needed(type)) {
            return;
        }
        switch (type) {
            case Type.Handle(var resource, boolean owned) when owned ->
                text.line(names.helper(names.base(resource), "_drop") + "(" + value + ");");
            case Type.Handle(var resource, var _) -> {
                if (!resource.part().exporting()) {
                    text.line(names.helper(names.base(resource), "_borrow_drop") + "(" + value + ");");
                }
            }
            default -> text.line((memoryOnly ? release(names, type) : names.free(type)) + "(&" + value + ");");
        }
    }
}
