package dev.belay.wit.syntax;

import java.util.List;
import java.util.Optional;

/** A file of WIT. {@code meta} is that of its {@code package …;} line. */
public record WitFile(Meta meta, Optional<PackageName> packageName, List<Item> items) {
    public WitFile {
        items = List.copyOf(items);
    }
}
