package dev.belay.build.create;

import dev.belay.bindings.glue.Glue;
import dev.belay.bindings.glue.SourceFile;
import dev.belay.wit.file.WitLoader;
import dev.belay.wit.resolve.Features;
import dev.belay.wit.resolve.Resolver;
import dev.belay.wit.resolve.WitWorld;
import dev.belay.wit.syntax.Keywords;
import dev.belay.wit.syntax.WitFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a new project. */
public final class NewProject {
    /** Of WASI's packages that HTTP needs. */
    private static final List<String> HTTP = List.of("clocks", "http", "io");
    /** The version of it that templates have, and the one that JavaScript's engine ties its `fetch` event to. */
    private static final String HTTP_VERSION = "@0.2.3";

    private static final String FETCH_EVENT_VERSION = "@0.2.10";
    /** A smaller engine, which has no `fetch` event. */
    private static final String QUICKJS = "--backend qjs --backend-qjs-disable-async --backend-qjs-stub-wasi";

    private static final String NOTHING_OF_WASI = "--disable all";

    private final ProjectName name;
    private final ProjectLanguage language;
    private final List<ProjectFile> files = new ArrayList<>();

    private NewProject(ProjectName name, ProjectLanguage language) {
        this.name = name;
        this.language = language;
    }

    /**
     * A project of a template.
     *
     * @throws dev.belay.build.BuildException if the name is none
     */
    public static List<ProjectFile> of(String name, ProjectLanguage language, Template template) {
        return new NewProject(new ProjectName(name), language).of(template);
    }

    /**
     * A project for somebody's world, with stubs of what that exports.
     *
     * @param wit the text of the world's package, with those that it needs
     * @throws dev.belay.build.BuildException if the name is none
     * @throws dev.belay.bindings.BindingsException if the world has what there is no glue for
     */
    public static List<ProjectFile> of(String name, ProjectLanguage language, WitWorld world, String wit) {
        return new NewProject(new ProjectName(name), language).of(world, wit);
    }

    private List<ProjectFile> of(Template template) {
        String engine = template.needsHttp() ? "" : QUICKJS;
        var resources = resources(template.docs(), "", engine);
        files.add(resources.file(template.text() + "/world.wit", "wit/@name@.wit"));
        if (template.needsContract()) {
            files.add(resources.file("wit/platform.wit", "wit/deps/platform.wit"));
        }
        if (template.needsHttp()) {
            HTTP.forEach(each -> files.add(resources.file("wit/" + each + ".wit", "wit/deps/" + each + ".wit")));
        }
        common(resources, template.text());
        String source = language == ProjectLanguage.JAVA
                ? "src/main/java/@package@/" + template.className() + ".java"
                : language.source();
        files.add(resources.file(
                language.text() + "/" + template.text() + "." + source.substring(source.lastIndexOf('.') + 1), source));
        if (template.needsHttp()) {
            language.answering().forEach(each -> files.add(resources.file(language.text() + "/" + each, "src/" + each)));
        }
        if (language == ProjectLanguage.JS) {
            files.replaceAll(f -> f.path().endsWith(".wit")
                    ? new ProjectFile(f.path(), f.text().replace(HTTP_VERSION, FETCH_EVENT_VERSION), false)
                    : f);
        }
        if (language.glue().isPresent()) {
            glue(world());
        }
        if (template == Template.HARNESS) {
            of("sample", language, Template.VALIDATOR)
                    .forEach(f -> files.add(new ProjectFile("sample/" + f.path(), f.text(), f.executable())));
        }
        return List.copyOf(files);
    }

    private List<ProjectFile> of(WitWorld contract, String wit) {
        var resources = resources("A component of the world " + contract.fullName() + ".", escaped(contract), NOTHING_OF_WASI);
        files.add(resources.file("contract/world.wit", "wit/@name@.wit"));
        files.add(new ProjectFile("wit/deps/contract.wit", wit, false));
        WitWorld world = world();
        common(resources, "contract");
        files.addAll(Stubs.of(world, language, name, resources));
        glue(world);
        return List.copyOf(files);
    }

    /** A world's full name in WIT, where a word may be a keyword. */
    private static String escaped(WitWorld world) {
        var owner = world.owner().name();
        return Keywords.escape(owner.namespace().name()) + ":" + Keywords.escape(owner.name().name()) + "/" + Keywords.escape(world.name())
                + owner.version().map(v -> "@" + v).orElse("");
    }

    private Resources resources(String docs, String contract, String options) {
        var values = new LinkedHashMap<String, String>(Map.of(
                "name", name.kebab(),
                "label", name.label(),
                "snake", name.snake(),
                "package", name.javaPackage(),
                "language", language.title(),
                "docs", docs,
                "contract", contract,
                "options", options));
        values.put("needs", Resources.read(language.text() + "/needs.txt").strip());
        return new Resources(values);
    }

    private void common(Resources resources, String kind) {
        files.add(resources.file("README.md", "README.md"));
        files.add(resources.file("gitignore", ".gitignore"));
        files.add(resources.file(kind + "/test.sh", "test.sh"));
        if (language != ProjectLanguage.JAVA) {
            files.add(resources.file(language.text() + "/build.sh", "build.sh"));
        }
        if (language.usesNpm()) {
            files.add(resources.file(language.text() + "/package.json", "package.json"));
        }
    }

    /** The world of the files that there are so far. */
    private WitWorld world() {
        var packages = new ArrayList<List<WitFile>>();
        for (ProjectFile file : files) {
            if (file.path().startsWith("wit/")) {
                packages.add(List.of(WitLoader.parse(file.path(), file.text().getBytes(StandardCharsets.UTF_8))));
            }
        }
        return Optional.ofNullable(Resolver.resolve(packages, Features.all()).root().worlds().get(name.kebab())).orElseThrow();
    }

    private void glue(WitWorld world) {
        language.glue().ifPresent(glue -> {
            for (SourceFile file : Glue.files(world, glue)) {
                files.add(new ProjectFile("glue/" + file.name(), file.text(), false));
            }
        });
    }
}
