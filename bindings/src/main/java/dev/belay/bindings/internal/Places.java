package dev.belay.bindings.internal;

import dev.belay.bindings.BindingsException;
import dev.belay.wit.name.JavaNames;
import dev.belay.wit.resolve.WitInterface;
import dev.belay.wit.resolve.WitType;
import dev.belay.wit.resolve.WitWorld;
import dev.belay.wit.resolve.WorldItem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which Java class stands for which interface of a world, on which side of it. */
final class Places {
    /** In the order in which they are taken. */
    private static final List<Teller> TELLERS = List.of(
            new Teller("wasi:logging/logging@0.1.0-draft", JavaClass.of("dev.belay.guest.logging.Log")),
            new Teller("wasi:cli/stderr@0.2.3", JavaClass.of("dev.belay.guest.cli.StandardError")));

    private record Teller(String name, JavaClass type) {}

    private final WitWorld world;
    private final String base;
    private final Map<String, String> given;
    private final Set<String> severalVersions;
    private final Map<WitInterface, JavaClass> imports = new LinkedHashMap<>();
    private final Map<WitInterface, JavaClass> exports = new LinkedHashMap<>();
    private final Set<JavaClass> taken = new HashSet<>();

    /**
     * @param base the Java package that all others go below; may be empty
     * @param given the Java classes of interfaces that exist already, by the interfaces' full names
     */
    Places(WitWorld world, String base, Map<String, String> given) {
        this.world = world;
        this.base = base;
        this.given = given;
        this.severalVersions = severalVersions(world);
        world.imports().forEach((key, item) -> place(key, item, imports, false));
        world.exports().forEach((key, item) -> place(key, item, exports, true));
    }

    WitWorld world() {
        return world;
    }

    /** The class of the world itself, for what it has beside interfaces. */
    JavaClass worldClass() {
        return new JavaClass(packageOf(world.owner()), JavaNames.pascalCase(world.name()) + "World");
    }

    JavaClass imported(WitInterface type) {
        return Optional.ofNullable(imports.get(type)).orElseThrow(() -> missing(type));
    }

    JavaClass exported(WitInterface type) {
        return Optional.ofNullable(exports.get(type)).orElseThrow(() -> missing(type));
    }

    /** The library's class that can say what nobody catches, if the world imports what it says it by. */
    Optional<JavaClass> teller() {
        return TELLERS.stream()
                .filter(each -> world.imports().containsKey(each.name()) && given.containsKey(each.name()))
                .map(Teller::type)
                .findFirst();
    }

    /** Whether there is a class already, that is not to be written. */
    boolean isGiven(JavaClass type) {
        return given.containsValue(type.qualified());
    }

    /**
     * The class whose member a type is.
     *
     * @param root a type that is no alias
     * @param exporting whether it is mentioned by what the world exports
     */
    JavaClass ownerOf(WitType root, boolean exporting) {
        if (root.owner().isEmpty()) {
            return worldClass();
        }
        WitInterface owner = root.owner().get();
        return exporting && exports.containsKey(owner) && !isShared(owner) ? exports.get(owner) : imported(owner);
    }

    /**
     * Whether an exported interface has the types of the imported one: middleware hands on what it was given. Not where
     * there are resources, since those it was given and those it makes are of different types.
     */
    boolean isShared(WitInterface type) {
        return imports.containsKey(type) && type.types().values().stream().noneMatch(Handles::areIn);
    }

    boolean isExported(WitType root, boolean exporting) {
        return exporting && root.owner().filter(exports::containsKey).isPresent();
    }

    private static BindingsException missing(WitInterface type) {
        return new BindingsException(type + ": expected it among the imports or exports of the world");
    }

    private void place(String key, WorldItem item, Map<WitInterface, JavaClass> side, boolean exporting) {
        if (!(item instanceof WorldItem.Interface(var _, var type)) || side.containsKey(type)) {
            return;
        }
        String present = given.get(type.fullName().orElse(key));
        if (present != null && !(exporting && imports.containsKey(type))) {
            side.put(type, JavaClass.of(present));
            return;
        }
        String in = type.name().isPresent()
                ? packageOf(type.owner())
                : packageOf(world.owner()) + "." + JavaNames.packagePart(world.name());
        if (exporting && imports.containsKey(type)) {
            in += ".exports";
        }
        String name = JavaNames.pascalCase(type.name().orElse(key));
        var found = new JavaClass(in, Members.clashes(type, name) ? name + "Interface" : name);
        while (!taken.add(found)) {
            found = found.beside("_");
        }
        side.put(type, found);
    }

    private String packageOf(dev.belay.wit.resolve.WitPackage owner) {
        var name = owner.name();
        String text = JavaNames.packagePart(name.namespace().name()) + "." + JavaNames.packagePart(name.name().name());
        if (severalVersions.contains(name.namespace().name() + ":" + name.name().name())) {
            text += name.version().map(v -> ".v" + v.toString().replaceAll("[^0-9A-Za-z]", "_")).orElse("");
        }
        return base.isEmpty() ? text : base + "." + text;
    }

    /** Packages that the world has interfaces of in more than one version. */
    private static Set<String> severalVersions(WitWorld world) {
        var versions = new HashMap<String, Set<String>>();
        for (var items : List.of(world.imports(), world.exports())) {
            for (WorldItem item : items.values()) {
                if (item instanceof WorldItem.Interface(var _, var type)) {
                    var name = type.owner().name();
                    versions.computeIfAbsent(
                                    name.namespace().name() + ":" + name.name().name(), _ -> new TreeSet<>())
                            .add(name.version().map(Object::toString).orElse(""));
                }
            }
        }
        versions.values().removeIf(each -> each.size() < 2);
        return versions.keySet();
    }
}
