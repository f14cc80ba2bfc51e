@NullMarked
package dev.belay.compose;

import org.jspecify.annotations.NullMarked;
