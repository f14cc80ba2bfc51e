/** What is measured from outside: programs for a JVM of their own, and other processes that are started, watched and ended. */
@NullMarked
package dev.belay.bench.process;

import org.jspecify.annotations.NullMarked;
