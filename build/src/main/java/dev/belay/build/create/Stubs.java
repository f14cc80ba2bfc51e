package dev.belay.build.create;

import dev.belay.bindings.GuestBindings;
import dev.belay.bindings.glue.Glue;
import dev.belay.wit.resolve.WitWorld;
import java.util.List;
import java.util.Map;

/** Sources that implement a world's exports, and trap. */
final class Stubs {
    private Stubs() {}

    static List<ProjectFile> of(WitWorld world, ProjectLanguage language, ProjectName name, Resources resources) {
        if (language == ProjectLanguage.JAVA) {
            return GuestBindings.of(world, "", Map.of()).stubs(name.javaPackage()).stream()
                    .map(f -> new ProjectFile("src/main/java/" + f.path(), f.text(), false))
                    .toList();
        }
        String path = resources.filled(language.source());
        String text = language.glue().map(glue -> Glue.stubs(world, glue, path).text()).orElseGet(() -> JsStubs.of(world));
        return List.of(new ProjectFile(path, text, false));
    }
}
