/**
 * YAML as values that know where they stand.
 *
 * <p>Takes: a text. Gives: scalars, lists and tables with spans. Exists so that nothing else knows the YAML library.
 */
@NullMarked
package dev.belay.platform.yaml;

import org.jspecify.annotations.NullMarked;
