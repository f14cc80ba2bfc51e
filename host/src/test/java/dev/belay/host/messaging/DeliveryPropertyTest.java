package dev.belay.host.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageBus;
import dev.belay.wasi.messaging.SubjectPattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whoever subscribes to whatever, in groups or not: each single one gets each message, and one of each group does. */
class DeliveryPropertyTest {
    private static final List<String> SUBJECTS = List.of("a", "b", "a.a", "a.b", "b.a", "a.b.a");

    record Subscriber(String pattern, Optional<String> group) {}

    @Property(tries = 200)
    void everyMessageReachesEachOnce(
            @ForAll("subscribers") List<Subscriber> subscribers, @ForAll("subjects") List<String> published)
            throws Exception {
        List<AtomicInteger> counts = subscribers.stream().map(_ -> new AtomicInteger()).toList();
        try (var bus = new LocalBus()) {
            List<MessageBus.Subscription> subscriptions = new ArrayList<>();
            for (int i = 0; i < subscribers.size(); i++) {
                AtomicInteger count = counts.get(i);
                Subscriber its = subscribers.get(i);
                subscriptions.add(bus.subscribe(
                        SubjectPattern.parse(its.pattern()), its.group(), _ -> count.incrementAndGet()));
            }
            published.forEach(subject -> bus.publish(Message.of(subject, new byte[0])));
            for (MessageBus.Subscription each : subscriptions) {
                assertThat(each.drain(Duration.ofSeconds(30)).get()).isTrue();
            }
        }

        Map<String, Integer> groups = new HashMap<>();
        for (int i = 0; i < subscribers.size(); i++) {
            Subscriber its = subscribers.get(i);
            int got = counts.get(i).get();
            if (its.group().isPresent()) {
                groups.merge(its.group().get(), got, Integer::sum);
            } else {
                assertThat(got).as(its.pattern()).isEqualTo(wanted(published, List.of(its.pattern())));
            }
        }
        groups.forEach((group, got) -> assertThat(got)
                .as(group)
                .isEqualTo(wanted(
                        published,
                        subscribers.stream()
                                .filter(its -> its.group().equals(Optional.of(group)))
                                .map(Subscriber::pattern)
                                .toList())));
    }

    private static int wanted(List<String> published, List<String> patterns) {
        return (int) published.stream()
                .filter(subject -> patterns.stream().anyMatch(p -> SubjectPattern.parse(p).matches(subject)))
                .count();
    }

    @Provide
    Arbitrary<List<Subscriber>> subscribers() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "*", "a.*", "*.a", ">", "a.>", "*.*"),
                        Arbitraries.of("g", "h").optional())
                .as(Subscriber::new)
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<String>> subjects() {
        return Arbitraries.of(SUBJECTS).list().ofMaxSize(30);
    }
}
