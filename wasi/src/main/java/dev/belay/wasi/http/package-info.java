/**
 * {@code wasi:http} 0.2: components that answer HTTP requests, and that send them if they may.
 *
 * <p>Takes: a component, and requests from a server as {@link dev.belay.wasi.http.transport.ServerExchange}s. Gives: {@link
 * dev.belay.wasi.http.HttpHandler}, which runs one request in an instance. Exists so that everything the
 * specification says about HTTP is in one place, whatever library moves the bytes.
 */
@NullMarked
package dev.belay.wasi.http;

import org.jspecify.annotations.NullMarked;
