package dev.belay.component.type;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Types in the manner of WIT, for messages: one line, cut off when it gets long. */
public final class TypeText {
    /** Longer text than this, in characters, helps nobody; it also bounds the walk over types that share parts. */
    private static final int MAX_LENGTH = 240;

    private final StringBuilder text = new StringBuilder();

    private TypeText() {}

    public static String of(ValueType type) {
        var printer = new TypeText();
        printer.value(type);
        return printer.finish();
    }

    public static String of(FunctionType type) {
        var printer = new TypeText();
        printer.function(type);
        return printer.finish();
    }

    public static String of(ExternType type) {
        var printer = new TypeText();
        printer.extern(type);
        return printer.finish();
    }

    public static String of(AnyType type) {
        var printer = new TypeText();
        printer.any(type);
        return printer.finish();
    }

    public static String of(CoreExternType type) {
        return CoreTypeText.of(type);
    }

    private String finish() {
        if (text.length() > MAX_LENGTH) {
            text.setLength(MAX_LENGTH - 1);
            text.append('…');
        }
        return text.toString();
    }

    private boolean full() {
        return text.length() > MAX_LENGTH;
    }

    private void extern(ExternType type) {
        switch (type) {
            case ExternType.Func t -> function(t.type());
            case ExternType.Instance t -> instance(t.type());
            case ExternType.Component t -> component(t.type());
            case ExternType.Module t -> module(t.type());
            case ExternType.Value t -> {
                text.append("value ");
                value(t.type());
            }
            case ExternType.TypeEq t -> {
                if (!(t.type() instanceof ResourceType)) {
                    text.append("type ");
                }
                any(t.type());
            }
            case ExternType.AbstractResource t -> any(t.variable());
        }
    }

    private void any(AnyType type) {
        switch (type) {
            case ValueType t -> value(t);
            case FunctionType t -> function(t);
            case InstanceType t -> instance(t);
            case ComponentType t -> component(t);
            case ResourceType t -> text.append("resource ").append(t.name());
        }
    }

    private void function(FunctionType type) {
        text.append(type.async() ? "async func(" : "func(");
        fields(type.params());
        text.append(')');
        type.result().ifPresent(result -> {
            text.append(" -> ");
            value(result);
        });
    }

    private void instance(InstanceType type) {
        text.append("instance { ");
        externs("", type.exports());
        text.append('}');
    }

    private void component(ComponentType type) {
        text.append("component { ");
        externs("import ", type.imports());
        externs("export ", type.exports());
        text.append('}');
    }

    private void module(CoreModuleType type) {
        text.append("core module { ");
        for (var item : type.imports()) {
            if (full()) {
                return;
            }
            text.append("import ").append(item.module()).append(' ').append(item.name()).append(": ");
            text.append(CoreTypeText.of(item.type())).append("; ");
        }
        for (var item : type.exports().entrySet()) {
            if (full()) {
                return;
            }
            text.append("export ").append(item.getKey()).append(": ");
            text.append(CoreTypeText.of(item.getValue())).append("; ");
        }
        text.append('}');
    }

    private void externs(String keyword, Map<String, ExternType> externs) {
        for (var item : externs.entrySet()) {
            if (full()) {
                return;
            }
            text.append(keyword).append(item.getKey()).append(": ");
            extern(item.getValue());
            text.append("; ");
        }
    }

    private void value(ValueType type) {
        if (full()) {
            return;
        }
        switch (type) {
            case ValueType.Prim t -> text.append(t.primitive().text());
            case ValueType.Record t -> {
                text.append("record { ");
                fields(t.fields());
                text.append(" }");
            }
            case ValueType.Variant t -> {
                text.append("variant { ");
                cases(t.cases());
                text.append(" }");
            }
            case ValueType.ListOf t -> of("list", t.element());
            case ValueType.FixedList t -> {
                text.append("list<");
                value(t.element());
                text.append(", ").append(Integer.toUnsignedString(t.length())).append('>');
            }
            case ValueType.Tuple t -> of("tuple", t.types().toArray(ValueType[]::new));
            case ValueType.Flags t -> labels("flags", t.labels());
            case ValueType.Enum t -> labels("enum", t.labels());
            case ValueType.Option t -> of("option", t.type());
            case ValueType.Result t -> result(t);
            case ValueType.Own t -> text.append("own<").append(t.resource().name()).append('>');
            case ValueType.Borrow t -> text.append("borrow<").append(t.resource().name()).append('>');
            case ValueType.Stream t -> of("stream", t.element());
            case ValueType.Future t -> of("future", t.element());
            case ValueType.MapOf t -> of("map", t.key(), t.value());
        }
    }

    private void result(ValueType.Result type) {
        if (type.ok().isEmpty() && type.error().isEmpty()) {
            text.append("result");
            return;
        }
        text.append("result<");
        type.ok().ifPresentOrElse(this::value, () -> text.append('_'));
        type.error().ifPresent(error -> {
            text.append(", ");
            value(error);
        });
        text.append('>');
    }

    private void of(String name, Optional<ValueType> element) {
        if (element.isPresent()) {
            of(name, element.get());
        } else {
            text.append(name);
        }
    }

    private void of(String name, ValueType... parts) {
        text.append(name).append('<');
        for (int i = 0; i < parts.length && !full(); i++) {
            text.append(i == 0 ? "" : ", ");
            value(parts[i]);
        }
        text.append('>');
    }

    private void fields(List<ValueType.Field> fields) {
        for (int i = 0; i < fields.size() && !full(); i++) {
            text.append(i == 0 ? "" : ", ").append(fields.get(i).label()).append(": ");
            value(fields.get(i).type());
        }
    }

    private void cases(List<ValueType.Case> cases) {
        for (int i = 0; i < cases.size() && !full(); i++) {
            text.append(i == 0 ? "" : ", ").append(cases.get(i).label());
            cases.get(i).type().ifPresent(type -> {
                text.append('(');
                value(type);
                text.append(')');
            });
        }
    }

    private void labels(String name, List<String> labels) {
        text.append(name).append(" { ");
        for (int i = 0; i < labels.size() && !full(); i++) {
            text.append(i == 0 ? "" : ", ").append(labels.get(i));
        }
        text.append(" }");
    }
}
