@NullMarked
package dev.belay.wasi;

import org.jspecify.annotations.NullMarked;
