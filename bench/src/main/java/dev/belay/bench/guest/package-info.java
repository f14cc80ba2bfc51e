/** The components that are measured: where they are, how they are composed and linked, and their interfaces in Java. */
@NullMarked
package dev.belay.bench.guest;

import org.jspecify.annotations.NullMarked;
