package dev.belay.wasi.virt;

import dev.belay.component.binary.CoreModule;
import dev.belay.component.binary.CoreModuleTrimmer;
import dev.belay.component.model.Bytes;
import dev.belay.component.type.ComponentType;
import dev.belay.component.wit.WitTypes;
import dev.belay.compose.Componentize;
import dev.belay.wasi.WasiWit;
import dev.belay.wasi.config.ConfigInterfaces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the component of the harness's modules and those generated. */
final class Harness {
    private static final String WORLD = "belay:virtual/harness";
    private static final String CONFIG_VERSION = "@0.2.0-rc.1";
    private static final String EXPORTED = "[export]";
    private static final String CONTENT = "content";
    private static final Set<String> PARTS = Set.of("memory", "cabi_realloc");

    private final Surroundings surroundings;
    private final Interfaces interfaces;

    Harness(Surroundings surroundings, Users user) {
        this.surroundings = surroundings;
        this.interfaces = new Interfaces(surroundings, user);
    }

    /** The components to put below a user, by what they are called in messages; none if there is nothing to provide. */
    Map<String, byte[]> parts() {
        var parts = new LinkedHashMap<String, byte[]>();
        if (!interfaces.own().isEmpty() || !interfaces.denied().isEmpty()) {
            parts.put("virtual surroundings", component());
        }
        if (!interfaces.deniedApart().isEmpty()) {
            ComponentType world = world(Set.of(), interfaces.deniedApart());
            Set<String> denied = versioned(interfaces.deniedApart());
            parts.put("what is denied", Componentize.module("the harness", DenyModule.of(world, denied)).world(world).component());
        }
        return parts;
    }

    byte[] component() {
        ComponentType world = world(
                interfaces.host(), Stream.concat(interfaces.own().stream(), interfaces.denied().stream()).toList());
        var core = CoreModuleTrimmer.keep(CoreModule.read(Bytes.of(resource("virt.wasm"))), this::isWanted);
        var making = Componentize.module("the harness", core.write().toByteArray()).world(world);
        making.adapter(
                CONTENT, GeneratedModules.content(ContentImage.of(surroundings), interfaces.ownStreams()));
        GeneratedModules.neverCalled(core, this::isAllowed).forEach(making::adapter);
        if (!interfaces.denied().isEmpty()) {
            making.adapter("denied", DenyModule.of(world, versioned(interfaces.denied())));
        }
        return making.component();
    }

    private boolean isWanted(String export) {
        String name = export.startsWith("cabi_post_") ? export.substring("cabi_post_".length()) : export;
        return PARTS.contains(export) || interfaces.own().contains(Users.bare(name));
    }

    private boolean isAllowed(String module) {
        return module.equals(CONTENT)
                || (module.startsWith(EXPORTED)
                        ? interfaces.own().contains(Users.bare(module.substring(EXPORTED.length())))
                        : interfaces.host().contains(Users.bare(module)));
    }

    private static ComponentType world(Collection<String> imports, Collection<String> exports) {
        var text = new StringBuilder("package belay:virtual;\nworld harness {\n");
        lines(text, "import", imports);
        lines(text, "export", exports);
        text.append("}\n");
        List<String> sources = new ArrayList<>(List.of(text.toString()));
        sources.addAll(WasiWit.sources());
        sources.add(ConfigInterfaces.source());
        return WitTypes.parse(sources.toArray(String[]::new))
                .worldType(WORLD)
                .orElseThrow(() -> new IllegalStateException("no world " + WORLD));
    }

    private static void lines(StringBuilder text, String keyword, Collection<String> names) {
        names.forEach(name -> text.append("  ").append(keyword).append(' ').append(versioned(name)).append(";\n"));
    }

    private static Set<String> versioned(Set<String> names) {
        return names.stream().map(Harness::versioned).collect(Collectors.toSet());
    }

    private static String versioned(String name) {
        return name.equals(Interfaces.STORE) ? name + CONFIG_VERSION : WasiWit.versioned(name);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Harness.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
