/**
 * {@code wasmcloud:messaging} 0.2: components that handle messages, and that publish and request if they may.
 *
 * <p>Takes: a component, and messages from a {@link dev.belay.wasi.messaging.MessageBus}. Gives: {@link
 * dev.belay.wasi.messaging.MessageHandler}, which runs one message in an instance, and the interfaces that guests
 * import ({@link dev.belay.wasi.messaging.MessagingInterfaces}). Exists so that what a guest may send, and how much, is
 * decided in one place, whatever bus moves the bytes.
 */
@NullMarked
package dev.belay.wasi.messaging;

import org.jspecify.annotations.NullMarked;
