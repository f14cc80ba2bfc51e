package dev.belay.component.validate;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.ExternName;
import dev.belay.component.model.ExternName.Attribute;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names of the imports of a scope, or of its exports: their grammar, that they are strongly unique, and what a name
 * with an annotation says about a function.
 */
final class ExternNames {
    private static final String SELF = "self";

    private final String word;
    private final boolean introducing;
    private final Map<String, String> taken = new HashMap<>();
    private final Map<String, ResourceType> resources = new HashMap<>();

    /**
     * @param word {@code import} or {@code export}, for messages
     */
    ExternNames(String word) {
        this(word, true);
    }

    private ExternNames(String word, boolean introducing) {
        this.word = word;
        this.introducing = introducing;
    }

    /** The names of an instance that is put together from definitions: no resource type gets its name there. */
    static ExternNames ofBundle() {
        return new ExternNames("export", false);
    }

    /** Checks the name of one import or export and takes it. */
    void add(ExternName name, ExternType type, int offset) {
        Name parsed = parse(name.name(), offset);
        checkAttributes(name, parsed, type, offset);
        checkAnnotation(parsed, type, offset);
        String previous = taken.putIfAbsent(parsed.unique(), name.name());
        if (previous != null) {
            throw invalid(
                    offset, "name `" + name.name() + "` conflicts with previous name `" + previous + "`");
        }
        if (introducing && parsed instanceof Name.Plain plain) {
            resource(type).ifPresent(resource -> resources.put(key(plain.label()), resource));
        }
    }

    private Name parse(String text, int offset) {
        try {
            return NameParser.parse(text);
        } catch (NameParser.BadName e) {
            throw invalid(offset, "name `" + text + "` is not valid: it " + e.problem());
        }
    }

    private void checkAttributes(ExternName name, Name parsed, ExternType type, int offset) {
        boolean implementing = false;
        boolean suffixed = false;
        boolean external = false;
        for (Attribute attribute : name.attributes()) {
            boolean again;
            switch (attribute) {
                case Attribute.Implements a -> {
                    again = implementing;
                    implementing = true;
                    checkImplements(name.name(), parsed, a.interfaceName(), type, offset);
                }
                case Attribute.VersionSuffix a -> {
                    again = suffixed;
                    suffixed = true;
                    checkVersionSuffix(name.name(), parsed, a.suffix(), type, offset);
                }
                case Attribute.ExternalId _ -> {
                    again = external;
                    external = true;
                }
            }
            if (again) {
                throw invalid(offset, "name `" + name.name() + "` has an attribute twice");
            }
        }
    }

    private void checkImplements(String name, Name parsed, String interfaceName, ExternType type, int offset) {
        try {
            NameParser.parseInterface(interfaceName);
        } catch (NameParser.BadName e) {
            throw invalid(
                    offset, "name `" + name + "` implements `" + interfaceName + "`, which must be an interface but "
                            + e.problem());
        }
        if (!(type instanceof ExternType.Instance)) {
            throw invalid(offset, "only instances can have an `implements`, and `" + name + "` is a " + type.sort());
        }
        if (!(parsed instanceof Name.Plain)) {
            throw invalid(offset, "name `" + name + "` is not valid with `implements`: it must be a plain name");
        }
    }

    private void checkVersionSuffix(String name, Name parsed, String suffix, ExternType type, int offset) {
        if (!(type instanceof ExternType.Instance)) {
            throw invalid(offset, "only instances can have a version suffix, and `" + name + "` is a " + type.sort());
        }
        Optional<String> version =
                parsed instanceof Name.Interface i ? i.version().filter(InterfaceVersion::isCanonical) : Optional.empty();
        if (version.isEmpty()) {
            throw invalid(offset, "name `" + name + "` has a version suffix but no canonical version before it");
        }
        if (!InterfaceVersion.isSemver(version.get() + suffix)) {
            throw invalid(
                    offset, "invalid interface version `" + version.get() + suffix + "` of `" + name
                            + "`: it is no semantic version");
        }
    }

    private void checkAnnotation(Name name, ExternType type, int offset) {
        switch (name) {
            case Name.Plain _, Name.Interface _ -> {}
            case Name.Dependency n -> {
                if (!word.equals("import")) {
                    throw invalid(offset, "name `" + n.text() + "` is not valid: dependencies can only be imported");
                }
            }
            case Name.Constructor n -> checkConstructor(n.resource(), function("[constructor]", type, offset), offset);
            case Name.Method n -> checkMethod(n.resource(), function("[method]", type, offset), offset);
            case Name.Static n -> {
                function("[static]", type, offset);
                if (!resources.containsKey(key(n.resource()))) {
                    throw invalid(
                            offset,
                            "static resource name is not known in this context: there is no resource `" + n.resource()
                                    + "` among the preceding " + word + "s");
                }
            }
        }
    }

    private FunctionType function(String annotation, ExternType type, int offset) {
        if (type instanceof ExternType.Func func) {
            return func.type();
        }
        throw invalid(offset, "what is named with " + annotation + " is not a func but a " + type.sort());
    }

    private void checkConstructor(String label, FunctionType type, int offset) {
        if (type.async()) {
            throw invalid(offset, "the constructor of `" + label + "` cannot be async");
        }
        if (type.result().isEmpty()) {
            throw invalid(offset, "the constructor of `" + label + "` should return one value");
        }
        ValueType result = type.result().get();
        if (result instanceof ValueType.Result r && r.ok().isPresent()) {
            result = r.ok().get();
        }
        if (!(result instanceof ValueType.Own own)) {
            throw invalid(
                    offset,
                    "the constructor of `" + label + "` should return `(own $T)` or `(result (own $T))`");
        }
        checkResource(label, own.resource(), offset);
    }

    private void checkMethod(String label, FunctionType type, int offset) {
        if (type.params().isEmpty()) {
            throw invalid(offset, "a method of `" + label + "` should have at least one argument");
        }
        var self = type.params().getFirst();
        if (!self.label().equals(SELF)) {
            throw invalid(
                    offset, "a method of `" + label + "` should have a first argument called `self`, not `" + self.label() + "`");
        }
        if (!(self.type() instanceof ValueType.Borrow borrow)) {
            throw invalid(offset, "a method of `" + label + "` should take a first argument of `(borrow $T)`");
        }
        checkResource(label, borrow.resource(), offset);
    }

    private void checkResource(String label, ResourceType actual, int offset) {
        ResourceType expected = resources.get(key(label));
        if (expected == null) {
            throw invalid(
                    offset,
                    "resource used in function does not have a name in this context: there is no resource `" + label
                            + "` among the preceding " + word + "s");
        }
        // Another name for the same resource type will not do: it has no methods of its own.
        if (expected != actual) {
            throw invalid(
                    offset,
                    "function does not match expected resource name `" + label + "`: its type has resource `"
                            + actual.name() + "`");
        }
    }

    private static Optional<ResourceType> resource(ExternType type) {
        return switch (type) {
            case ExternType.AbstractResource t -> Optional.of(t.variable());
            case ExternType.TypeEq t when t.type() instanceof ResourceType resource -> Optional.of(resource);
            default -> Optional.empty();
        };
    }

    private static String key(String label) {
        return label.toLowerCase(Locale.ROOT);
    }

    private InvalidComponentException invalid(int offset, String problem) {
        return InvalidComponentException.invalid(offset, word + " " + problem);
    }
}
