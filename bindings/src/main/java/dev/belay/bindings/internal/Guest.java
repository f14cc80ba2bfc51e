package dev.belay.bindings.internal;

import dev.belay.bindings.BindingsException;
import dev.belay.bindings.JavaFile;
import dev.belay.wit.resolve.WitWorld;
import dev.belay.wit.resolve.WorldItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All files for a component. */
public final class Guest {
    private static final String EXPORTS = "Exports";

    /** An interface to implement, and what writes its exports. */
    private record Export(Content content, JavaClass type, Helpers helpers) {}

    private final WitWorld world;
    private final Places places;
    private final List<JavaFile> api = new ArrayList<>();
    private final Map<String, Export> exports = new LinkedHashMap<>();

    public Guest(WitWorld world, String base, Map<String, String> given) {
        Unbound.refuse(world, Side.GUEST);
        this.world = world;
        this.places = new Places(world, base, given);
        world.imports().forEach((key, item) -> {
            if (item instanceof WorldItem.Interface(var _, var type) && !places.isGiven(places.imported(type))) {
                imported(Content.of(key, type), places.imported(type));
            }
        });
        Content own = Content.of(world, false);
        if (!own.isEmpty()) {
            imported(own, places.worldClass());
        }
        world.exports().forEach((key, item) -> {
            if (item instanceof WorldItem.Interface(var _, var type)) {
                exported(key, Content.of(key, type), places.exported(type), !places.isShared(type));
            }
        });
        Content free = Content.of(world, true);
        if (!free.functions().isEmpty()) {
            exported(Content.ROOT, free, places.worldClass().beside(EXPORTS), false);
        }
    }

    private void imported(Content content, JavaClass type) {
        var helpers = new Helpers();
        api.add(new ImportedClass(content, type, places, helpers).file());
        api.add(new AbiClass(content, type, places, false, helpers).file());
    }

    private void exported(String key, Content content, JavaClass type, boolean withTypes) {
        var helpers = new Helpers();
        // What the exports ask for must be known before the class that has it is written.
        new ExportsClass(content, type, places, helpers).file("Object");
        if (!places.isGiven(type)) {
            api.add(new ExportedInterface(content, type, places).file(withTypes));
            var moved = withTypes ? content : new Content(content.name(), "", List.of(), content.functions());
            api.add(new AbiClass(moved, type, places, true, helpers).file());
        }
        exports.put(key, new Export(content, type, helpers));
    }

    public List<JavaFile> api() {
        return List.copyOf(api);
    }

    public Map<String, String> toImplement() {
        var all = new LinkedHashMap<String, String>();
        exports.forEach((key, export) -> all.put(key, export.type().qualified()));
        return all;
    }

    public List<JavaFile> exports(Map<String, String> implementations) {
        var files = new ArrayList<JavaFile>();
        var linked = new ArrayList<String>();
        exports.forEach((key, export) -> {
            String its = Optional.ofNullable(implementations.get(key))
                    .orElseThrow(() -> new BindingsException("export " + key + ": expected a class that implements "
                            + export.type().qualified() + ", found none"));
            files.add(new ExportsClass(export.content(), export.type(), places, export.helpers()).file(its));
            linked.add(export.type().beside(EXPORTS).qualified());
        });
        files.add(main(linked));
        return files;
    }

    /** @param in the package of the classes */
    public List<JavaFile> stubs(String in) {
        var unique = new Unique();
        return exports.values().stream()
                .map(export -> {
                    var own = new JavaClass(in, unique.name("My" + export.type().name()));
                    return new StubClass(export.content(), export.type(), own, places).file();
                })
                .toList();
    }

    public String mainClass() {
        return mainType().qualified();
    }

    private JavaClass mainType() {
        return places.worldClass().beside("Main");
    }

    private JavaFile main(List<String> linked) {
        var text = new SourceText(mainType(), Set.of());
        text.line("/** The program of world " + world.name() + ". */");
        text.open("public final class " + mainType().name()).line("private " + mainType().name() + "() {}");
        text.blank().open("public static void main(" + text.use("java.lang.String") + "[] args)");
        linked.forEach(each -> text.line(text.use(each) + ".link();"));
        return text.close().close().file();
    }
}
