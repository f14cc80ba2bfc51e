/**
 * Components as text (WAT), for people to read.
 *
 * <p>Takes: a decoded component. Gives: its text, which a WAT parser turns back into an equal component if it was
 * printed with bodies. Exists so that a person can see what was composed, and so that other tools can check our decoder.
 *
 * <p>Nothing here needs the component to be valid. Indices stand as in the binary; where a name section, an import or an
 * export names one, the name is used as its identifier.
 */
@NullMarked
package dev.belay.component.text;

import org.jspecify.annotations.NullMarked;
