package dev.belay.platform.serve;

import dev.belay.host.http.HttpClientTransport;
import dev.belay.platform.fair.MemoryShares;
import dev.belay.platform.observe.Logs;
import dev.belay.platform.trace.Tracer;
import dev.belay.wasi.keyvalue.KeyValueStore;
import dev.belay.wasi.messaging.MessageBus;

/** What all revisions of a host share. */
public record Surroundings(
        Logs logs, HttpClientTransport client, MessageBus bus, KeyValueStore buckets, SecretReader secrets, Tracer tracer,
        MemoryShares memory) {}
