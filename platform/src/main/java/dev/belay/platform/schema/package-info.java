/**
 * What a document may hold, said once.
 *
 * <p>Takes: a shape, and a value or nothing. Gives: all that is wrong with the value, and the shape as JSON Schema for editors. Exists so that
 * what is checked, what is documented and what editors know cannot differ.
 */
@NullMarked
package dev.belay.platform.schema;

import org.jspecify.annotations.NullMarked;
