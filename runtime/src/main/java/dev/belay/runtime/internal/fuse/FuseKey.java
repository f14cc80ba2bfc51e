package dev.belay.runtime.internal.fuse;

import dev.belay.component.model.Primitive;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a fused class depends on: the layout of a function type, in which resource types are numbers, and whether there is a
 * {@code post-return}. Function types of compositions that have nothing else in common have the same key.
 */
final class FuseKey {
    private final StringBuilder text = new StringBuilder();
    private final List<ResourceType> resources = new ArrayList<>();
    private boolean possible = true;
    private boolean passesBytes;

    private final boolean paramsPassBytes;
    private final boolean resultPassesBytes;

    private FuseKey(FunctionType type, boolean postReturn) {
        text.append(postReturn ? "post " : "");
        type.params().forEach(p -> add(p.type()));
        paramsPassBytes = passesBytes;
        passesBytes = false;
        text.append("->");
        type.result().ifPresent(this::add);
        resultPassesBytes = passesBytes;
    }

    static FuseKey of(FunctionType type, boolean postReturn) {
        return new FuseKey(type, postReturn);
    }

    String text() {
        return text.toString();
    }

    /** Numbered by their place here. */
    List<ResourceType> resources() {
        return resources;
    }

    /** Whether all the types can be passed by synchronous calls. */
    boolean isPossible() {
        return possible;
    }

    /** Whether there are strings or lists among the parameters. */
    boolean paramsPassBytes() {
        return paramsPassBytes;
    }

    boolean resultPassesBytes() {
        return resultPassesBytes;
    }

    int resource(ResourceType type) {
        for (int i = 0; i < resources.size(); i++) {
            if (resources.get(i) == type) {
                return i;
            }
        }
        resources.add(type);
        return resources.size() - 1;
    }

    private void add(ValueType type) {
        switch (type) {
            case ValueType.Prim(var primitive) -> {
                text.append(primitive.text()).append(',');
                possible &= primitive != Primitive.ERROR_CONTEXT;
                passesBytes |= primitive == Primitive.STRING;
            }
            case ValueType.Record t -> all("r", t.fields().stream().map(ValueType.Field::type).toList());
            case ValueType.Tuple t -> all("r", t.types());
            case ValueType.FixedList t -> all("f" + Integer.toUnsignedString(t.length()), List.of(t.element()));
            case ValueType.ListOf t -> {
                passesBytes = true;
                all("l", List.of(t.element()));
            }
            case ValueType.MapOf t -> {
                passesBytes = true;
                all("m", List.of(t.key(), t.value()));
            }
            case ValueType.Variant t ->
                cases(t.cases().stream().map(ValueType.Case::type).toList());
            case ValueType.Option t -> cases(List.of(Optional.empty(), Optional.of(t.type())));
            case ValueType.Result t -> cases(List.of(t.ok(), t.error()));
            case ValueType.Enum t -> text.append('e').append(t.labels().size()).append(',');
            case ValueType.Flags t -> text.append('b').append(t.labels().size()).append(',');
            case ValueType.Own t -> text.append('o').append(resource(t.resource())).append(',');
            case ValueType.Borrow t -> text.append('h').append(resource(t.resource())).append(',');
            case ValueType.Stream _, ValueType.Future _ -> possible = false;
        }
    }

    private void all(String kind, List<ValueType> types) {
        text.append(kind).append('(');
        types.forEach(this::add);
        text.append(')');
    }

    private void cases(List<Optional<ValueType>> cases) {
        text.append("v(");
        for (Optional<ValueType> each : cases) {
            each.ifPresent(this::add);
            text.append('|');
        }
        text.append(')');
    }
}
