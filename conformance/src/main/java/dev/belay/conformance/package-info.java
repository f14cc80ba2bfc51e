@NullMarked
package dev.belay.conformance;

import org.jspecify.annotations.NullMarked;
