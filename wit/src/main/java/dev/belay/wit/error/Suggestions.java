package dev.belay.wit.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name that a wrong one was probably meant to be. */
public final class Suggestions {
    /** Names longer than this are not compared: nobody mistypes those, and the work grows with their square. */
    private static final int MAX_LENGTH = 128;
    /** So many known names are looked at. */
    private static final int MAX_KNOWN = 10_000;

    private Suggestions() {}

    /** The one of {@code known} that is nearest to {@code name}; empty if none differs by less than a third of it. */
    public static Optional<String> nearest(String name, Collection<String> known) {
        int allowed = Math.max(1, name.length() / 3);
        return known.stream()
                .limit(MAX_KNOWN)
                .filter(k -> !k.equals(name) && k.length() <= MAX_LENGTH && name.length() <= MAX_LENGTH)
                .filter(k -> Math.abs(k.length() - name.length()) <= allowed && distance(name, k) <= allowed)
                .min(Comparator.<String>comparingInt(k -> distance(name, k)).thenComparing(k -> k));
    }

    /** How many characters have to be added, left out, replaced, or exchanged with the next one. */
    private static int distance(String a, String b) {
        int[][] costs = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                costs[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, costs);
            }
        }
        return costs[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int i, int j, int[][] costs) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int cost = Math.min(costs[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(costs[i - 1][j], costs[i][j - 1]));
        boolean exchanged =
                i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return exchanged ? Math.min(cost, costs[i - 2][j - 2] + 1) : cost;
    }
}
