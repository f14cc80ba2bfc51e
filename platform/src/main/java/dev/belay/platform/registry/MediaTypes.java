package dev.belay.platform.registry;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names of kinds of content, as the specifications and older tools have them. */
final class MediaTypes {
    static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String WASM = "application/wasm";
    static final String WASM_CONFIG = "application/vnd.wasm.config.v0+json";

    private static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    private static final Set<String> INDEXES =
            Set.of("application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json");

    private static final Set<String> COMPONENTS = Set.of(
            WASM,
            "application/vnd.wasm.content.layer.v1+wasm",
            "application/vnd.module.wasm.content.layer.v1+wasm",
            "application/vnd.bytecodealliance.wasm.component.layer.v0+wasm");

    /** What a tool that knows nothing of WebAssembly calls any file. */
    private static final Set<String> ANY = Set.of("application/vnd.oci.image.layer.v1.tar", "application/octet-stream");

    private MediaTypes() {}

    /** Of manifests, for a request's header; with those that are refused in words of ours rather than the registry's. */
    static String manifests() {
        return String.join(", ", List.of(MANIFEST, DOCKER_MANIFEST, String.join(", ", INDEXES.stream().sorted().toList())));
    }

    static boolean isManifest(String type) {
        return type.equals(MANIFEST) || type.equals(DOCKER_MANIFEST);
    }

    static boolean isIndex(String type) {
        return INDEXES.contains(type);
    }

    /** @param title the name of the file that a layer was, if that is known */
    static boolean isComponent(String type, String title) {
        return COMPONENTS.contains(type) || ANY.contains(type) && title.toLowerCase(Locale.ROOT).endsWith(".wasm");
    }
}
