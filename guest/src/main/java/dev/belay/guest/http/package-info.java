/**
 * HTTP in Java's manner.
 *
 * <p>Takes: the bindings of wasi:http. Gives: requests and responses as values, bodies as streams. Exists so that a handler
 * is one method. A world that exports {@code wasi:http/incoming-handler@0.2.3} has a class that implements {@link
 * dev.belay.guest.http.HttpHandler}; one that sends requests imports {@code wasi:http/outgoing-handler@0.2.3}.
 */
@NullMarked
package dev.belay.guest.http;

import org.jspecify.annotations.NullMarked;
