package dev.belay.platform.serve;

import dev.belay.platform.spec.ApplicationSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Which revisions of an application serve, and how requests are shared among them. Immutable. */
public final class Serving {
    /** The revision before, in rules. */
    static final String PREVIOUS = "previous";

    private static final String CURRENT = "current";
    private static final int ALL = 100;

    private final ApplicationSpec spec;
    private final Revision current;
    private final List<Revision> kept;
    private final Map<String, Integer> weights;
    /** For each of a hundred numbers the revision that gets it; empty if all go to the current one. */
    private final List<Revision> shares;

    private Serving(ApplicationSpec spec, Revision current, List<Revision> kept, Map<String, Integer> weights) {
        this.spec = spec;
        this.current = current;
        this.kept = List.copyOf(kept);
        this.weights = Map.copyOf(new TreeMap<>(weights));
        this.shares = shares(current, kept, weights);
    }

    /**
     * @param kept earlier revisions, the newest first
     * @param weights of a hundred, by the revision's name; empty for all to the current one
     * @throws IllegalArgumentException if they name another revision, or are not a hundred together
     */
    public static Serving of(ApplicationSpec spec, Revision current, List<Revision> kept, Map<String, Integer> weights) {
        return new Serving(spec, current, kept, weights);
    }

    private static List<Revision> shares(Revision current, List<Revision> kept, Map<String, Integer> weights) {
        if (weights.isEmpty()) {
            return List.of();
        }
        var shares = new ArrayList<Revision>();
        weights.forEach((id, weight) -> {
            Revision revision = Stream.concat(Stream.of(current), kept.stream())
                    .filter(its -> its.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("expected a revision that is kept, found " + id));
            for (int i = 0; i < weight && shares.size() <= ALL; i++) {
                shares.add(revision);
            }
        });
        if (shares.size() != ALL) {
            throw new IllegalArgumentException("expected weights that are 100 together, found " + weights);
        }
        return List.copyOf(shares);
    }

    public ApplicationSpec spec() {
        return spec;
    }

    public Revision current() {
        return current;
    }

    public List<Revision> kept() {
        return kept;
    }

    public Map<String, Integer> weights() {
        return weights;
    }

    /** A revision by its name, or by what it is. */
    Optional<Revision> named(String name) {
        return switch (name) {
            case CURRENT -> Optional.of(current);
            case PREVIOUS -> kept.stream().findFirst();
            default -> Stream.concat(Stream.of(current), kept.stream()).filter(its -> its.id().equals(name)).findFirst();
        };
    }

    /** Who gets the next: it is entered, and has to be left. */
    Revision entered() {
        return pick().enter();
    }

    private Revision pick() {
        return shares.isEmpty() ? current : shares.get(ThreadLocalRandom.current().nextInt(ALL));
    }
}
