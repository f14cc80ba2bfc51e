/**
 * The messaging trigger, and the buses that messages come by.
 *
 * <p>Takes: a linked component that exports {@code wasmcloud:messaging/handler}, a bus and subjects. Gives: a server that
 * runs each message on a virtual thread in a fresh instance ({@link dev.belay.host.messaging.MessagingServer}); a bus
 * within the process ({@link dev.belay.host.messaging.LocalBus}) and one by NATS ({@link
 * dev.belay.host.messaging.NatsBus}); and whoever keeps values and streams beside them ({@link
 * dev.belay.host.messaging.Broker}). Exists so that nothing else knows the NATS client.
 */
@NullMarked
package dev.belay.host.messaging;

import org.jspecify.annotations.NullMarked;
