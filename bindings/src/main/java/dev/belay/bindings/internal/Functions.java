package dev.belay.bindings.internal;

import dev.belay.wit.name.JavaNames;
import dev.belay.wit.resolve.WitFunction;
import java.util.ArrayList;
import java.util.List;

/** How functions are declared. */
final class Functions {
    private final JavaTypes types;

    Functions(JavaTypes types) {
        this.types = types;
    }

    /** {@code Bucket open(String name)}; without a method's own object. */
    String head(WitFunction function, String name, boolean withSelf) {
        return types.returned(function.result()) + " " + name + "(" + params(function, withSelf) + ")";
    }

    String params(WitFunction function, boolean withSelf) {
        Signature signature = Signature.of(function);
        var params = new ArrayList<String>();
        for (int i = firstParam(function, withSelf); i < function.params().size(); i++) {
            params.add(types.of(function.params().get(i).type()) + " " + signature.names().get(i));
        }
        return String.join(", ", params);
    }

    static int firstParam(WitFunction function, boolean withSelf) {
        return function.kind() == WitFunction.Kind.METHOD && !withSelf ? 1 : 0;
    }

    /** The name of a function that belongs to a resource within the class of that resource, or of one that is free. */
    static String plainName(WitFunction function) {
        return JavaNames.camelCase(function.itemName());
    }

    static List<WitFunction> ofResource(Iterable<WitFunction> all, String resource) {
        var its = new ArrayList<WitFunction>();
        all.forEach(f -> {
            if (f.resource().filter(r -> r.name().equals(resource)).isPresent()) {
                its.add(f);
            }
        });
        return its;
    }
}
