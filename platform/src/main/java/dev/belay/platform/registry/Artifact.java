package dev.belay.platform.registry;

import java.util.LinkedHashMap;
import java.util.List;

/**
 * A component as it is put into a registry: the Wasm OCI artifact layout of the CNCF.
 *
 * @param config what is in the component, in JSON
 * @param manifest in JSON
 */
record Artifact(byte[] component, byte[] config, byte[] manifest) {
    private static final int VERSION = 2;
    /** The time when it was made says nothing of a component; as it is, the same component has the same digest whoever pushes it. */
    private static final String CREATED = "1970-01-01T00:00:00Z";

    static Artifact of(byte[] component, Surface surface) {
        Descriptor layer = Descriptor.of(MediaTypes.WASM, component);
        byte[] config = config(layer, surface);
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("schemaVersion", VERSION);
        manifest.put("mediaType", MediaTypes.MANIFEST);
        manifest.put("config", Descriptor.of(MediaTypes.WASM_CONFIG, config).fields());
        manifest.put("layers", List.of(layer.fields()));
        return new Artifact(component, config, Json.bytes(manifest));
    }

    private static byte[] config(Descriptor layer, Surface surface) {
        var component = new LinkedHashMap<String, Object>();
        component.put("exports", surface.exports());
        component.put("imports", surface.imports());
        surface.target().ifPresent(its -> component.put("target", its));
        var config = new LinkedHashMap<String, Object>();
        config.put("created", CREATED);
        config.put("architecture", "wasm");
        config.put("os", "wasip2");
        config.put("layerDigests", List.of(Reference.text(layer.digest())));
        config.put("component", component);
        return Json.bytes(config);
    }
}
