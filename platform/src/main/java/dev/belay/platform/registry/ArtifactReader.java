package dev.belay.platform.registry;

import dev.belay.platform.spec.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Finds the component in the manifest of an artifact. What is wrong is said without the reference. */
final class ArtifactReader {
    private static final int VERSION = 2;
    private static final String SHA256 = "sha256:";
    private static final String TITLE = "org.opencontainers.image.title";
    /** Of an index; more nobody reads. */
    private static final int SHOWN = 8;

    private ArtifactReader() {}

    /**
     * @param type that the registry gave the manifest; the manifest's own counts before it
     * @param mostBytes of a component
     * @throws RegistryException if there is none, or more than one
     */
    static Descriptor component(byte[] manifest, String type, long mostBytes) {
        JsonNode root;
        try {
            root = Json.read(manifest);
        } catch (JacksonException e) {
            throw new RegistryException("expected a manifest in JSON, " + Json.found(e));
        }
        String its = Json.text(root, "mediaType").orElse(type);
        if (MediaTypes.isIndex(its) || root.path("manifests").isArray()) {
            throw new RegistryException("expected the manifest of one component, found an index of several; name one by its digest: " + choices(root));
        }
        if (root.path("schemaVersion").intValue(0) != VERSION || !MediaTypes.isManifest(its)) {
            throw new RegistryException("expected a manifest of " + MediaTypes.MANIFEST + ", found '" + Words.printable(its) + "'");
        }
        JsonNode layers = root.path("layers");
        if (!layers.isArray() || layers.size() != 1) {
            throw new RegistryException("expected one layer, the component, found " + (layers.isArray() ? layers.size() : "none"));
        }
        return layer(layers.get(0), mostBytes);
    }

    private static Descriptor layer(JsonNode layer, long mostBytes) {
        String type = Json.text(layer, "mediaType").orElse("");
        if (!MediaTypes.isComponent(type, Json.text(layer.path("annotations"), TITLE).orElse(""))) {
            throw new RegistryException("expected a layer of " + MediaTypes.WASM + ", found '" + Words.printable(type)
                    + "': it holds no component, or was pushed without saying that it does");
        }
        String digest = Json.text(layer, "digest").orElse("");
        JsonNode size = layer.path("size");
        if (!size.isIntegralNumber() || !size.canConvertToLong() || size.longValue() < 0) {
            throw new RegistryException("expected the size of the layer, found none");
        }
        if (size.longValue() > mostBytes) {
            throw new RegistryException("too large: expected at most " + (mostBytes >> 20) + " MiB, found " + size.longValue() + " bytes");
        }
        return new Descriptor(type, digest(digest).orElseThrow(() -> new RegistryException(
                "expected the layer's digest, " + SHA256 + " and 64 digits, found '" + Words.printable(digest) + "'")), size.longValue());
    }

    static Optional<Digest> digest(String text) {
        try {
            return text.startsWith(SHA256) ? Optional.of(new Digest(text.substring(SHA256.length()))) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String choices(JsonNode index) {
        List<String> choices = new ArrayList<>();
        for (JsonNode each : index.path("manifests")) {
            digest(Json.text(each, "digest").orElse("")).ifPresent(digest -> choices.add("@" + Reference.text(digest) + platform(each.path("platform"))));
            if (choices.size() == SHOWN) {
                break;
            }
        }
        return choices.isEmpty() ? "it names none" : String.join(", ", choices);
    }

    private static String platform(JsonNode platform) {
        String both = Json.text(platform, "os").orElse("") + "/" + Json.text(platform, "architecture").orElse("");
        return both.equals("/") ? "" : " (" + Words.printable(both) + ")";
    }
}
