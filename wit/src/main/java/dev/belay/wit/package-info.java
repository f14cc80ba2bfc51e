@NullMarked
package dev.belay.wit;

import org.jspecify.annotations.NullMarked;
