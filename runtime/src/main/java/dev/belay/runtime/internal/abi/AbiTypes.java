package dev.belay.runtime.internal.abi;

import dev.belay.component.model.Primitive;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import dev.belay.runtime.Trap;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Works out {@link AbiType}s, each type object once. Not thread-safe. */
public final class AbiTypes {
    private final Function<ResourceType, RuntimeResource> resources;
    private final Map<ValueType, AbiType> known = new IdentityHashMap<>();

    public AbiTypes(Function<ResourceType, RuntimeResource> resources) {
        this.resources = resources;
    }

    /**
     * @throws Trap if the type is one that asynchronous components only have
     */
    public AbiType of(ValueType type) {
        AbiType seen = known.get(type);
        if (seen == null) {
            seen = make(type);
            known.put(type, seen);
        }
        return seen;
    }

    private AbiType make(ValueType type) {
        return switch (type) {
            case ValueType.Prim(var p) when p == Primitive.STRING -> StringAbi.INSTANCE;
            case ValueType.Prim(var p) when p != Primitive.ERROR_CONTEXT -> new PrimitiveAbi(p);
            case ValueType.Record t ->
                new RecordAbi(t, t.fields().stream().map(f -> of(f.type())).toList());
            case ValueType.Tuple t -> new SequenceAbi(t, t.types().stream().map(this::of).toList());
            case ValueType.FixedList t -> new FixedListAbi(t, of(t.element()));
            case ValueType.ListOf(ValueType.Prim(var p)) when p == Primitive.U8 -> BytesAbi.INSTANCE;
            case ValueType.ListOf t -> new ListAbi(t, of(t.element()));
            case ValueType.MapOf t -> new MapAbi(t, of(new ValueType.Tuple(List.of(t.key(), t.value()))));
            case ValueType.Variant t ->
                new VariantAbi(
                        t,
                        VariantShape.variant(t),
                        t.cases().stream().map(c -> c.type().map(this::of)).toList());
            case ValueType.Enum t ->
                new VariantAbi(
                        t, VariantShape.enumeration(t), Collections.nCopies(t.labels().size(), Optional.empty()));
            case ValueType.Option t ->
                new VariantAbi(t, VariantShape.OPTION, List.of(Optional.empty(), Optional.of(of(t.type()))));
            case ValueType.Result t ->
                new VariantAbi(t, VariantShape.RESULT, List.of(t.ok().map(this::of), t.error().map(this::of)));
            case ValueType.Flags t -> new FlagsAbi(t);
            case ValueType.Own t -> new HandleAbi(t, resources.apply(t.resource()), true);
            case ValueType.Borrow t -> new HandleAbi(t, resources.apply(t.resource()), false);
            case ValueType.Prim _, ValueType.Stream _, ValueType.Future _ ->
                throw new Trap(Trap.Kind.ASYNC_UNSUPPORTED);
        };
    }
}
