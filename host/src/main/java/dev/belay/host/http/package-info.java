/**
 * The HTTP trigger, and HTTP requests of guests, by Jetty.
 *
 * <p>Takes: a linked component that exports {@code wasi:http/incoming-handler}, and an address. Gives: a server that
 * speaks HTTP/1.1 and HTTP/2 over clear text on one port and runs each request in a fresh instance ({@link
 * dev.belay.host.http.HttpServer}); a client for what guests may send ({@link
 * dev.belay.host.http.HttpClientTransport}). Exists so that nothing else knows Jetty.
 */
@NullMarked
package dev.belay.host.http;

import org.jspecify.annotations.NullMarked;
