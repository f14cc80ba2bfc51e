package dev.belay.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.reflect.AccessFlag;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds, among a project's classes, those that implement what its component exports. No class is run. */
final class Implementations {
    private final Path classes;
    private final URLClassLoader all;
    private final Map<String, Set<String>> supertypes = new HashMap<>();

    private Implementations(Path classes, URLClassLoader all) {
        this.classes = classes;
        this.all = all;
    }

    /**
     * @param wanted Java interfaces by the names of exports
     * @return classes by the names of exports
     * @throws BuildException if an interface has no implementation, or several
     */
    static Map<String, String> find(Path classes, List<Path> classPath, Map<String, String> wanted) {
        var urls = new ArrayList<URL>();
        try {
            urls.add(classes.toUri().toURL());
            for (Path each : classPath) {
                urls.add(each.toUri().toURL());
            }
            try (var all = new URLClassLoader(urls.toArray(URL[]::new), null)) {
                return new Implementations(classes, all).find(wanted);
            }
        } catch (MalformedURLException e) {
            throw new BuildException("no class path: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> find(Map<String, String> wanted) throws IOException {
        var found = new LinkedHashMap<String, List<String>>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                ClassModel model = ClassFile.of().parse(Files.readAllBytes(file));
                if (isUsable(model)) {
                    String name = model.thisClass().asInternalName();
                    wanted.forEach((export, type) -> {
                        if (supertypes(name).contains(type.replace('.', '/'))) {
                            found.computeIfAbsent(export, _ -> new ArrayList<>()).add(name);
                        }
                    });
                }
            }
        }
        var chosen = new LinkedHashMap<String, String>();
        wanted.forEach((export, type) -> chosen.put(export, one(export, type, found.getOrDefault(export, List.of()))));
        return chosen;
    }

    private static String one(String export, String type, List<String> found) {
        if (found.size() != 1) {
            String what = found.isEmpty() ? "none" : String.join(" and ", found).replace('/', '.');
            throw new BuildException("export " + export + ": expected one public class that implements " + type
                    + " and has a constructor without parameters, found " + what);
        }
        return found.getFirst().replace('/', '.').replace('$', '.');
    }

    private static boolean isUsable(ClassModel model) {
        return model.flags().has(AccessFlag.PUBLIC)
                && !model.flags().has(AccessFlag.ABSTRACT)
                && model.methods().stream().anyMatch(m -> m.methodName().equalsString("<init>")
                        && m.methodType().equalsString("()V")
                        && m.flags().has(AccessFlag.PUBLIC));
    }

    private Set<String> supertypes(String name) {
        Set<String> known = supertypes.get(name);
        if (known != null) {
            return known;
        }
        var names = new HashSet<String>();
        supertypes.put(name, names); // ends a cycle, which no compiler makes
        read(name).ifPresent(model -> {
            Stream.concat(model.superclass().stream(), model.interfaces().stream())
                    .map(ClassEntry::asInternalName)
                    .forEach(each -> {
                        names.add(each);
                        names.addAll(supertypes(each));
                    });
        });
        return names;
    }

    private Optional<ClassModel> read(String name) {
        try (InputStream in = all.getResourceAsStream(name + ".class")) {
            return in == null ? Optional.empty() : Optional.of(ClassFile.of().parse(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
