/**
 * A step of the launcher's build: jars as the JVM starts them faster.
 *
 * <p>Takes: jars as they were built or fetched. Gives: the same with classes that mean the same. Exists since Java's
 * ahead-of-time cache leaves out classes of before Java 6, and switches over types, each of which is otherwise linked at
 * every start.
 */
@NullMarked
package dev.belay.cli.prelink;

import org.jspecify.annotations.NullMarked;
