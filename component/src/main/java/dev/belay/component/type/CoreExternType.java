package dev.belay.component.type;

import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;

/** The type of a core import or export, resolved. */
public sealed interface CoreExternType {
    record Func(CoreType.Func type) implements CoreExternType {}

    record Table(CoreValType.Ref element, CoreType.Limits limits) implements CoreExternType {}

    record Memory(CoreType.Limits limits) implements CoreExternType {}

    record Global(CoreValType type, boolean mutable) implements CoreExternType {}

    record Tag(CoreType.Func type) implements CoreExternType {}
}
