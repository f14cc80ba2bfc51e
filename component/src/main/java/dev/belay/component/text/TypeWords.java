package dev.belay.component.text;

import dev.belay.component.model.ExternDesc;
import dev.belay.component.model.ExternName;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.Sort;
import dev.belay.component.model.SortIndex;
import dev.belay.component.model.Type;
import dev.belay.component.model.ValTypeRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Component types that fit one line, names and references, as the text format writes them. */
final class TypeWords {
    private final IndexNames names;

    TypeWords(IndexNames names) {
        this.names = names;
    }

    String type(int index) {
        return names.use(Sort.TYPE, index);
    }

    String ref(ValTypeRef ref) {
        return switch (ref) {
            case ValTypeRef.Prim p -> p.type().text();
            case ValTypeRef.Index i -> type(i.type());
        };
    }

    private String optional(Optional<ValTypeRef> ref) {
        return ref.map(r -> " " + ref(r)).orElse("");
    }

    String value(Type.Val type) {
        return switch (type) {
            case Type.Prim t -> t.type().text();
            case Type.Record t -> "(record"
                    + t.fields().stream().map(f -> " (field " + labelled(f) + ")").collect(Collectors.joining()) + ")";
            case Type.Variant t -> "(variant"
                    + t.cases().stream()
                            .map(c -> " (case " + Quoted.string(c.label()) + optional(c.type()) + ")")
                            .collect(Collectors.joining())
                    + ")";
            case Type.ListOf t -> "(list " + ref(t.element()) + ")";
            case Type.FixedList t -> "(list " + ref(t.element()) + " " + Integer.toUnsignedString(t.length()) + ")";
            case Type.Tuple t ->
                "(tuple" + t.types().stream().map(r -> " " + ref(r)).collect(Collectors.joining()) + ")";
            case Type.Flags t -> "(flags" + labels(t.labels()) + ")";
            case Type.Enum t -> "(enum" + labels(t.labels()) + ")";
            case Type.Option t -> "(option " + ref(t.type()) + ")";
            case Type.Result t -> "(result" + optional(t.ok())
                    + t.error().map(e -> " (error " + ref(e) + ")").orElse("") + ")";
            case Type.Own t -> "(own " + type(t.resource()) + ")";
            case Type.Borrow t -> "(borrow " + type(t.resource()) + ")";
            case Type.Stream t -> "(stream" + optional(t.element()) + ")";
            case Type.Future t -> "(future" + optional(t.element()) + ")";
            case Type.MapOf t -> "(map " + ref(t.key()) + " " + ref(t.value()) + ")";
        };
    }

    String function(Type.Func type) {
        return "(func" + (type.async() ? " async" : "")
                + type.params().stream().map(p -> " (param " + labelled(p) + ")").collect(Collectors.joining())
                + result(type.result()) + ")";
    }

    String result(Optional<ValTypeRef> result) {
        return result.map(r -> " (result " + ref(r) + ")").orElse("");
    }

    String resource(Type.Resource type) {
        return "(resource (rep " + new CoreTypeWords(names).value(type.rep()) + ")"
                + type.dtor().map(f -> " (dtor (core func " + names.use(CoreSort.FUNC, f) + "))").orElse("") + ")";
    }

    private String labelled(Type.Field field) {
        return Quoted.string(field.label()) + " " + ref(field.type());
    }

    private static String labels(List<String> labels) {
        return labels.stream().map(l -> " " + Quoted.string(l)).collect(Collectors.joining());
    }

    String name(ExternName name) {
        return Quoted.string(name.name())
                + name.attributes().stream().map(a -> " " + attribute(a)).collect(Collectors.joining());
    }

    private static String attribute(ExternName.Attribute attribute) {
        return switch (attribute) {
            case ExternName.Attribute.Implements a -> "(implements " + Quoted.string(a.interfaceName()) + ")";
            case ExternName.Attribute.VersionSuffix a -> "(versionsuffix " + Quoted.string(a.suffix()) + ")";
            case ExternName.Attribute.ExternalId a -> "(external-id " + Quoted.string(a.id()) + ")";
        };
    }

    /** {@code (func $name (;0;) (type 1))}; {@code mark} is empty where nothing new is defined. */
    String extern(ExternDesc desc, String mark) {
        return "(" + sortOf(desc).text() + (mark.isEmpty() ? "" : " " + mark) + " " + bound(desc) + ")";
    }

    private String bound(ExternDesc desc) {
        return switch (desc) {
            case ExternDesc.CoreModule d -> "(type " + names.use(CoreSort.TYPE, d.coreType()) + ")";
            case ExternDesc.Func d -> "(type " + type(d.type()) + ")";
            case ExternDesc.ValueEq d -> "(eq " + names.use(Sort.VALUE, d.value()) + ")";
            case ExternDesc.ValueOf d -> ref(d.type());
            case ExternDesc.TypeEq d -> "(eq " + type(d.type()) + ")";
            case ExternDesc.SubResource _ -> "(sub resource)";
            case ExternDesc.Component d -> "(type " + type(d.type()) + ")";
            case ExternDesc.Instance d -> "(type " + type(d.type()) + ")";
        };
    }

    static Sort sortOf(ExternDesc desc) {
        return switch (desc) {
            case ExternDesc.CoreModule _ -> Sort.CORE_MODULE;
            case ExternDesc.Func _ -> Sort.FUNC;
            case ExternDesc.ValueEq _, ExternDesc.ValueOf _ -> Sort.VALUE;
            case ExternDesc.TypeEq _, ExternDesc.SubResource _ -> Sort.TYPE;
            case ExternDesc.Component _ -> Sort.COMPONENT;
            case ExternDesc.Instance _ -> Sort.INSTANCE;
        };
    }

    /** {@code (core module 3)}. */
    String use(SortIndex item) {
        return "(" + item.sort().text() + " " + names.use(item.sort(), item.index()) + ")";
    }
}
