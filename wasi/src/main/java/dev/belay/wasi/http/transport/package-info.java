/**
 * What {@code wasi:http} needs of whatever moves the bytes.
 *
 * <p>Takes: a server's request or a client's response as a {@link dev.belay.wasi.http.transport.RequestHead} or {@link
 * dev.belay.wasi.http.transport.ResponseHead} with a {@link dev.belay.wasi.http.transport.BodySource}. Gives: heads to
 * send and data for a {@link dev.belay.wasi.http.transport.BodySink}. Exists so that the interfaces the guest sees know
 * no HTTP library, and can be tested without one.
 *
 * <p>Nothing here waits: whoever has to, waits for the callbacks and futures.
 */
@NullMarked
package dev.belay.wasi.http.transport;

import org.jspecify.annotations.NullMarked;
