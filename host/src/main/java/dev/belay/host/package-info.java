@NullMarked
package dev.belay.host;

import org.jspecify.annotations.NullMarked;
