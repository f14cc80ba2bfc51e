package dev.belay.bindings.internal;

import dev.belay.wit.name.JavaNames;
import dev.belay.wit.resolve.WitInterface;
import dev.belay.wit.resolve.WitType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The Java names of what is within types, each settled from all its siblings. */
final class Members {
    private Members() {}

    /** Whether a type gets a Java type of its own: one that is only another name for a type does not. */
    static boolean isDeclared(WitType type) {
        return !(type.body() instanceof WitType.Alias);
    }

    /** Whether a class of that name could not hold the types of the interface. */
    static boolean clashes(WitInterface type, String name) {
        return namesWithin(type.types().values()).contains(name);
    }

    /** Every simple name that the types of an interface declare. */
    static Set<String> namesWithin(Collection<WitType> types) {
        var names = new HashSet<String>();
        for (WitType type : types) {
            if (isDeclared(type)) {
                names.add(JavaNames.pascalCase(type.name()));
                if (type.body() instanceof WitType.Variant variant) {
                    names.addAll(cases(type, variant));
                }
            }
        }
        return names;
    }

    /** The names that are cases of variants, which hide types of the same name. */
    static Set<String> caseNames(Collection<WitType> types) {
        var names = new HashSet<String>();
        types.forEach(type -> {
            if (type.body() instanceof WitType.Variant variant) {
                names.addAll(cases(type, variant));
            }
        });
        return names;
    }

    static List<String> cases(WitType type, WitType.Variant variant) {
        var unique = new Unique();
        String around = JavaNames.pascalCase(type.name());
        return variant.cases().stream()
                .map(each -> {
                    String name = JavaNames.pascalCase(each.name());
                    return unique.name(name.equals(around) ? name + "Case" : name);
                })
                .toList();
    }

    static List<String> fields(WitType.Record type) {
        var unique = new Unique();
        return type.fields().stream()
                .map(each -> unique.name(JavaNames.camelCase(each.name())))
                .toList();
    }

    static List<String> constants(List<WitType.Label> labels) {
        var unique = new Unique();
        return labels.stream().map(each -> unique.name(JavaNames.constant(each.name()))).toList();
    }
}
