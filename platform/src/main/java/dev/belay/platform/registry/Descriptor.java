package dev.belay.platform.registry;

import dev.belay.platform.spec.Digest;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a manifest says of some bytes. */
record Descriptor(String mediaType, Digest digest, long size) {
    static Descriptor of(String mediaType, byte[] bytes) {
        return new Descriptor(mediaType, Digest.of(bytes), bytes.length);
    }

    Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("mediaType", mediaType);
        fields.put("digest", Reference.text(digest));
        fields.put("size", size);
        return fields;
    }
}
