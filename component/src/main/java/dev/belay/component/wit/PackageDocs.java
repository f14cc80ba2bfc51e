package dev.belay.component.wit;

import dev.belay.component.model.At;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.Section;
import dev.belay.wit.resolve.WitPackage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documentation and feature gates of packages, which components have no place for: they are kept in custom sections named
 * {@code package-docs}, each a byte that says in which format it is, and JSON. Other tools write and read the same.
 */
public final class PackageDocs {
    static final String SECTION = "package-docs";
    /** With documentation only; it reads as the next one does. */
    private static final int FORMAT_DOCS = 0;
    /** With stability, and with imports and exports apart. */
    private static final int FORMAT = 1;

    private final Map<String, ItemDocs> named;
    private final ItemDocs unnamed;

    private PackageDocs(Map<String, ItemDocs> named, ItemDocs unnamed) {
        this.named = named;
        this.unnamed = unnamed;
    }

    static PackageDocs none() {
        return new PackageDocs(Map.of(), ItemDocs.NONE);
    }

    /** What a component's sections say; one that cannot be read says nothing. */
    static PackageDocs of(ComponentBinary component) {
        var named = new HashMap<String, ItemDocs>();
        ItemDocs unnamed = ItemDocs.NONE;
        for (At<Section> section : component.sections()) {
            if (section.it() instanceof Section.Custom(String name, Bytes data) && name.equals(SECTION)) {
                Map<?, ?> read = read(data).orElse(Map.of());
                if (read.get("package") instanceof String its) {
                    named.put(its, new ItemDocs(read));
                } else {
                    unnamed = new ItemDocs(read);
                }
            }
        }
        return new PackageDocs(named, unnamed);
    }

    /** Of a package by its full name, such as {@code wasi:io@0.2.6}. */
    ItemDocs of(String name) {
        return named.getOrDefault(name, ItemDocs.NONE);
    }

    /** Of the package that the binary is. */
    ItemDocs ofRoot(String name) {
        return named.getOrDefault(name, unnamed);
    }

    private static Optional<Map<?, ?>> read(Bytes data) {
        byte[] bytes = data.toByteArray();
        if (bytes.length == 0 || bytes[0] < FORMAT_DOCS || bytes[0] > FORMAT) {
            return Optional.empty();
        }
        try {
            var json = new ByteArrayInputStream(bytes, 1, bytes.length - 1);
            return Optional.ofNullable(new JsonMapper().readValue(json, Map.class));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /** The section for a package; empty if there is nothing to say. */
    public static Optional<Section.Custom> section(WitPackage of) {
        Map<String, Object> said = DocsOf.of(of);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        var out = new ByteArrayOutputStream();
        out.write(FORMAT);
        out.writeBytes(new JsonMapper().writeValueAsBytes(said));
        return Optional.of(new Section.Custom(SECTION, Bytes.of(out.toByteArray())));
    }
}
