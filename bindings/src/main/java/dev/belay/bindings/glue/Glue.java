package dev.belay.bindings.glue;

import dev.belay.bindings.BindingsException;
import dev.belay.bindings.internal.glue.Parts;
import dev.belay.bindings.internal.glue.assemblyscript.AsGlue;
import dev.belay.bindings.internal.glue.c.CGlue;
import dev.belay.bindings.internal.glue.rust.RustGlue;
import dev.belay.bindings.internal.glue.zig.ZigGlue;
import dev.belay.wit.resolve.WitWorld;
import java.util.List;

/** The sources that connect a component in some language with the canonical ABI. */
public final class Glue {
    private Glue() {}

    /**
     * Types, functions to call, and what connects them. These are written anew when the WIT changes.
     *
     * @throws BindingsException if the world has what there is no glue for
     */
    public static List<SourceFile> files(WitWorld world, GlueLanguage language) {
        var parts = new Parts(world);
        return switch (language) {
            case C -> new CGlue(parts).files();
            case RUST -> new RustGlue(parts).files();
            case ZIG -> new ZigGlue(parts).files();
            case ASSEMBLYSCRIPT -> new AsGlue(parts).files();
        };
    }

    /**
     * A source that implements whatever the world exports, and compiles: each function traps.
     *
     * @param name of the file
     * @throws BindingsException if the world has what there is no glue for
     */
    public static SourceFile stubs(WitWorld world, GlueLanguage language, String name) {
        var parts = new Parts(world);
        return switch (language) {
            case C -> new CGlue(parts).stubs(name);
            case RUST -> new RustGlue(parts).stubs(name);
            case ZIG -> new ZigGlue(parts).stubs(name);
            case ASSEMBLYSCRIPT -> new AsGlue(parts).stubs(name);
        };
    }
}
