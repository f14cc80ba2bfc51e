package dev.belay.build.create;

import dev.belay.bindings.glue.GlueLanguage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a project can be written in. */
public enum ProjectLanguage {
    JAVA("java", "Java", Optional.empty(), "", List.of()),
    RUST("rust", "Rust", Optional.of(GlueLanguage.RUST), "src/lib.rs", List.of("answer.rs")),
    C("c", "C", Optional.of(GlueLanguage.C), "src/@snake@.c", List.of("answer.h", "answer.c")),
    JS("js", "JavaScript", Optional.empty(), "src/main.js", List.of()),
    ZIG("zig", "Zig", Optional.of(GlueLanguage.ZIG), "src/main.zig", List.of("answer.zig")),
    ASSEMBLYSCRIPT(
            "assemblyscript", "AssemblyScript", Optional.of(GlueLanguage.ASSEMBLYSCRIPT), "src/main.ts", List.of("answer.ts"));

    private final String text;
    private final String title;
    private final Optional<GlueLanguage> glue;
    private final String source;
    private final List<String> answering;

    ProjectLanguage(String text, String title, Optional<GlueLanguage> glue, String source, List<String> answering) {
        this.text = text;
        this.title = title;
        this.glue = glue;
        this.source = source;
        this.answering = answering;
    }

    /** As users write it. */
    public String text() {
        return text;
    }

    /** For people. */
    String title() {
        return title;
    }

    /** Whether glue is generated, and which. */
    Optional<GlueLanguage> glue() {
        return glue;
    }

    /** Where its source goes. */
    String source() {
        return source;
    }

    /** What comes beside it in projects that answer requests. */
    List<String> answering() {
        return answering;
    }

    boolean usesNpm() {
        return this == JS || this == ASSEMBLYSCRIPT;
    }

    public static Optional<ProjectLanguage> of(String text) {
        return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
    }

    public static List<String> texts() {
        return Arrays.stream(values()).map(ProjectLanguage::text).toList();
    }
}
