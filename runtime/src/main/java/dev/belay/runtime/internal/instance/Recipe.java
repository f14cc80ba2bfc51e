package dev.belay.runtime.internal.instance;

import dev.belay.runtime.internal.core.CoreItem;

/** How each instance gets a core function that no module defines. What is the same for all of them is in it. */
@FunctionalInterface
interface Recipe {
    CoreItem make(Store store);
}
