package dev.belay.component.binary;

import dev.belay.component.model.CoreSort;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreType.CoreExtern;
import java.util.List;

/**
 * What a core module says of itself before its code. Type indices are the module's own, unresolved.
 *
 * @param types the recursion groups of its type section
 * @param definitions its own functions, tables, memories, globals and tags, those of each kind in their order
 */
public record CoreModuleOutline(
        List<CoreType.Rec> types, List<Import> imports, List<CoreExtern> definitions, List<Export> exports) {
    public CoreModuleOutline {
        types = List.copyOf(types);
        imports = List.copyOf(imports);
        definitions = List.copyOf(definitions);
        exports = List.copyOf(exports);
    }

    public record Import(String module, String name, CoreExtern type) {}

    /** {@code index} counts the imports of that sort first, as in every core index space. */
    public record Export(String name, CoreSort sort, int index) {}
}
