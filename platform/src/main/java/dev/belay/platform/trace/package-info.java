/**
 * Where the time of a request goes: spans, as OpenTelemetry has them.
 *
 * <p>Takes: the trace context of a request (W3C), and the moments of what is done for it. Gives: spans of the trigger, the harness
 * and the components within, sent to a collector by OTLP. Exists so that a request is followed from one service to the next;
 * requests that nobody follows pay nothing.
 */
@NullMarked
package dev.belay.platform.trace;

import org.jspecify.annotations.NullMarked;
