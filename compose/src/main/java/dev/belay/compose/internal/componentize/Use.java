package dev.belay.compose.internal.componentize;

import dev.belay.component.type.CoreModuleType;

/** An import of a core module, and what meets it. */
record Use(CoreModuleType.Import item, CoreImport target) {}
