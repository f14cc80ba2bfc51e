package dev.belay.cli;

import dev.belay.wit.resolve.TypeRef;
import dev.belay.wit.resolve.WitFunction;
import dev.belay.wit.resolve.WitInterface;
import dev.belay.wit.resolve.WitPackage;
import dev.belay.wit.resolve.WitPackages;
import dev.belay.wit.resolve.WitType;
import dev.belay.wit.resolve.WitWorld;
import dev.belay.wit.resolve.WorldItem;
import dev.belay.wit.syntax.Annotation;
import dev.belay.wit.syntax.Meta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Resolved WIT as JSON: names refer by their full text, so that nothing has to be looked up by number. */
final class WitJson {
    private WitJson() {}

    static Map<String, Object> of(WitPackages packages) {
        return map("packages", packages.packages().stream().map(WitJson::of).toList());
    }

    private static Map<String, Object> of(WitPackage of) {
        var json = map("name", of.name().toString());
        meta(json, of.meta());
        var interfaces = new LinkedHashMap<String, Object>();
        of.interfaces().forEach((name, i) -> interfaces.put(name, of(i)));
        json.put("interfaces", interfaces);
        var worlds = new LinkedHashMap<String, Object>();
        of.worlds().forEach((name, w) -> worlds.put(name, of(w)));
        json.put("worlds", worlds);
        return json;
    }

    private static Map<String, Object> of(WitInterface of) {
        var json = new LinkedHashMap<String, Object>();
        meta(json, of.meta());
        var types = new LinkedHashMap<String, Object>();
        of.types().forEach((name, type) -> types.put(name, of(type)));
        json.put("types", types);
        var functions = new LinkedHashMap<String, Object>();
        of.functions().forEach((name, function) -> functions.put(name, of(function)));
        json.put("functions", functions);
        return json;
    }

    private static Map<String, Object> of(WitWorld of) {
        var json = new LinkedHashMap<String, Object>();
        meta(json, of.meta());
        json.put("imports", items(of.imports()));
        json.put("exports", items(of.exports()));
        return json;
    }

    private static Map<String, Object> items(Map<String, WorldItem> items) {
        var json = new LinkedHashMap<String, Object>();
        items.forEach((name, item) -> {
            Object content = switch (item) {
                case WorldItem.Func(_, var function) -> of(function);
                case WorldItem.Type(_, var type) -> of(type);
                case WorldItem.Interface(_, var type) -> type.fullName().<Object>map(n -> n).orElseGet(() -> of(type));
            };
            json.put(name, map(item.kind(), content));
        });
        return json;
    }

    private static Map<String, Object> of(WitFunction of) {
        var json = new LinkedHashMap<String, Object>();
        meta(json, of.meta());
        json.put("async", of.async());
        json.put("params", of.params().stream()
                .map(p -> Map.of("name", p.name(), "type", ref(p.type())))
                .toList());
        of.result().ifPresent(r -> json.put("result", ref(r)));
        return json;
    }

    private static Map<String, Object> of(WitType of) {
        var json = new LinkedHashMap<String, Object>();
        meta(json, of.meta());
        switch (of.body()) {
            case WitType.Alias(var type) -> json.put("alias", ref(type));
            case WitType.Resource() -> json.put("resource", of.name());
            case WitType.Enum(var cases) -> json.put("enum", cases.stream().map(WitType.Label::name).toList());
            case WitType.Flags(var flags) -> json.put("flags", flags.stream().map(WitType.Label::name).toList());
            case WitType.Record(var fields) -> json.put("record", fields.stream()
                    .map(f -> Map.of("name", f.name(), "type", ref(f.type())))
                    .toList());
            case WitType.Variant(var cases) -> {
                var all = new ArrayList<Map<String, Object>>();
                cases.forEach(c -> {
                    var one = map("name", c.name());
                    c.type().ifPresent(t -> one.put("type", ref(t)));
                    all.add(one);
                });
                json.put("variant", all);
            }
        }
        return json;
    }

    private static Object ref(TypeRef type) {
        return switch (type) {
            case TypeRef.Prim(var keyword) -> keyword;
            case TypeRef.Named(var named) -> name(named);
            case TypeRef.Own(var resource) -> map("own", name(resource));
            case TypeRef.Borrow(var resource) -> map("borrow", name(resource));
            case TypeRef.ListOf(var element) -> map("list", ref(element));
            case TypeRef.FixedList(var element, int length) -> {
                var json = map("list", ref(element));
                json.put("length", Integer.toUnsignedLong(length));
                yield json;
            }
            case TypeRef.Option(var some) -> map("option", ref(some));
            case TypeRef.Tuple(var types) -> map("tuple", types.stream().map(WitJson::ref).toList());
            case TypeRef.MapOf(var key, var value) -> map("map", List.of(ref(key), ref(value)));
            case TypeRef.Stream(var element) -> map("stream", element.map(WitJson::ref).orElse(""));
            case TypeRef.Future(var element) -> map("future", element.map(WitJson::ref).orElse(""));
            case TypeRef.Result(var ok, var error) -> {
                var sides = new LinkedHashMap<String, Object>();
                ok.ifPresent(t -> sides.put("ok", ref(t)));
                error.ifPresent(t -> sides.put("error", ref(t)));
                yield map("result", sides);
            }
        };
    }

    /** {@code wasi:io/streams@0.2.6#input-stream}; of a world's type its name alone. */
    private static Map<String, Object> name(WitType type) {
        return map("type", type.owner().flatMap(WitInterface::fullName).map(n -> n + "#").orElse("") + type.name());
    }

    private static void meta(Map<String, Object> json, Meta meta) {
        if (!meta.docs().isEmpty()) {
            json.put("docs", meta.docs());
        }
        if (!meta.annotations().isEmpty()) {
            json.put("gates", meta.annotations().stream().map(Annotation::text).toList());
        }
    }

    private static Map<String, Object> map(String key, Object value) {
        var map = new LinkedHashMap<String, Object>();
        map.put(key, value);
        return map;
    }
}
