package dev.belay.wit.resolve;

import dev.belay.wit.syntax.Id;
import dev.belay.wit.syntax.Meta;
import java.util.List;
import java.util.Optional;

/**
 * A function.
 *
 * @param name as components have it: {@code read}, {@code [method]file.read}, {@code [static]file.open}, {@code
 *     [constructor]file}
 * @param item its name as the text has it, and where: {@code read}; {@code constructor} for a constructor
 * @param resource the resource whose function it is
 * @param params with a method's {@code self}
 * @param result with the handle that a constructor returns
 */
public record WitFunction(
        String name,
        Id item,
        Kind kind,
        Optional<WitType> resource,
        Meta meta,
        boolean async,
        List<Param> params,
        Optional<TypeRef> result) {
    public WitFunction {
        params = List.copyOf(params);
    }

    public String itemName() {
        return item.name();
    }

    public enum Kind {
        FREE,
        METHOD,
        STATIC,
        CONSTRUCTOR
    }

    public record Param(String name, TypeRef type) {}

    static String nameOf(Kind kind, String resource, String item) {
        return switch (kind) {
            case FREE -> item;
            case METHOD -> "[method]".concat(resource).concat(".").concat(item);
            case STATIC -> "[static]".concat(resource).concat(".").concat(item);
            case CONSTRUCTOR -> "[constructor]".concat(resource);
        };
    }
}
