package dev.belay.bench.platform;

import dev.belay.bench.guest.Guests;
import dev.belay.bench.row.BenchException;
import dev.belay.platform.admin.AdminException;
import dev.belay.platform.admin.Messages;
import dev.belay.platform.rollout.Outcome;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.spec.Part;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Changes of a host, one after the other until it answers no more: the harness of all banks is upgraded, and another component of
 * the relay applied, by turns, and the store cleaned up after each. It knows what each change made of the host, so that it can say whether it has come back with one.
 */
final class Changes {
    static final int APPLICATIONS = 20;

    private final TestPlatform platform;
    private final byte[] relay;
    private final Optional<String> nats;
    private final Map<Long, State> made = new HashMap<>();
    private long acknowledged = 1;
    private int version;

    /** @param nats a server that has the stream; without, the relay takes no messages */
    Changes(TestPlatform platform, Guests guests, Optional<String> nats) {
        this.platform = platform;
        this.relay = Guests.read(guests.root().resolve("examples/guests/message-relay/message-relay.wasm"));
        this.nats = nats;
        made.put(1L, new State(0, 0));
    }

    /** The versions of two components. */
    private record State(int harness, int relay) {
        String harnessFile() {
            return "harness-" + harness + ".wasm";
        }

        String relayFile() {
            return "relay-" + relay + ".wasm";
        }
    }

    /** The first manifest. */
    Path manifest() {
        return manifest(Objects.requireNonNull(made.get(1L)));
    }

    private Path manifest(State state) {
        platform.write(state.harnessFile(), platform.harness(state.harness()));
        platform.write(state.relayFile(), TestPlatform.marked(relay, state.relay()));
        String application = nats.isPresent()
                ? Orders.APPLICATION.formatted(state.relayFile())
                : "  relay: {component: " + state.relayFile() + "}\n";
        return platform.manifest(state.harnessFile(), APPLICATIONS, i -> "bank-" + i + ".wasm",
                application + nats.map(url -> "messaging: {nats: [\"" + url + "\"]}\n").orElse(""));
    }

    /** Makes changes until nobody answers. */
    synchronized void make(HostProcess host) {
        State now = Objects.requireNonNull(made.get(acknowledged));
        try {
            while (true) {
                version++;
                boolean isUpgrade = version % 2 == 1;
                State next = isUpgrade ? new State(version, now.relay()) : new State(now.harness(), version);
                made.put(acknowledged + 1, next);
                Outcome outcome = isUpgrade ? upgrade(host, next) : host.apply(manifest(next));
                if (!outcome.done()) {
                    throw new BenchException("expected a change to be made, found " + outcome);
                }
                acknowledged = outcome.sequence();
                now = next;
                host.admin().post("/v1/store/clean", Map.of(), Object.class);
            }
        } catch (AdminException _) {
            // It was killed.
        }
    }

    private Outcome upgrade(HostProcess host, State next) {
        byte[] harness = platform.harness(next.harness());
        Digest digest = Digest.of(harness);
        host.admin().upload(List.of(digest), _ -> harness);
        return host.admin().post(
                "/v1/upgrade", new Messages.Upgrade("payments", new Part(next.harnessFile(), digest), false), Outcome.class);
    }

    /** That a host has come back with the last change that it acknowledged, or the one under way, and all of it. */
    synchronized void check(HostProcess host) {
        var status = host.admin().get("/v1/status", Map.of(), Messages.Status.class);
        long sequence = status.sequence();
        if (sequence != acknowledged && sequence != acknowledged + 1) {
            throw new BenchException("expected change " + acknowledged + " or the one under way, found " + sequence);
        }
        State state = Objects.requireNonNull(made.get(sequence));
        var found = new TreeSet<String>();
        status.applications().forEach(its -> found.add(
                its.state() + " " + (its.name().equals("relay") ? its.component() : its.harness())));
        var wanted = new TreeSet<>(List.of("serving payments (" + state.harnessFile() + ")", "serving " + state.relayFile()));
        if (status.applications().size() != APPLICATIONS + 1 || !found.equals(wanted)) {
            throw new BenchException("expected " + (APPLICATIONS + 1) + " applications, all " + wanted + ", found " + found);
        }
        for (int i = 0; i < APPLICATIONS; i++) {
            if (!Asking.approves(host.http(), TestPlatform.host(i))) {
                throw new BenchException("expected application " + i + " to answer");
            }
        }
        acknowledged = sequence;
    }

    synchronized long acknowledged() {
        return acknowledged;
    }
}
