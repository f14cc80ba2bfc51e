/**
 * Component functions as Java methods.
 *
 * <p>Takes: a Java interface (for exports) or object (for imports), and the component types that its methods stand for.
 * Gives: a proxy, or host functions. Exists so that embedders write records, enums and sealed interfaces of their own.
 * Names are matched by convention: {@code validate-response} is the type {@code ValidateResponse}, the method or component
 * {@code validateResponse} or the constant {@code VALIDATE_RESPONSE}.
 */
@NullMarked
package dev.belay.runtime.internal.bind;

import org.jspecify.annotations.NullMarked;
