package dev.belay.bench.process;

import dev.belay.bench.guest.DistinctBanks;
import dev.belay.bench.guest.Guests;
import dev.belay.bench.guest.Transaction;
import dev.belay.bench.guest.ValidateResponse;
import dev.belay.bench.guest.Validation;
import dev.belay.runtime.Instance;
import dev.belay.runtime.LinkedComponent;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program: many distinct composed validators in one JVM, each called once.
 *
 * <p>They differ in a text of the validator's core module. Loading stops when the time is over, and what was loaded until
 * then is told.
 */
public final class Footprint {
    private static final String BANK = "nordhaven";

    private Footprint() {}

    /**
     * Prints, each on a line: how many were loaded; MiB resident with all of them; MiB resident and classes loaded beyond
     * those before, when they are gone.
     *
     * @param args how many, and for how many seconds at most
     */
    public static void main(String[] args) throws IOException {
        int count = Integer.parseInt(args[0]);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(args[1]));
        var guests = Guests.here();
        var banks = DistinctBanks.of(guests);
        call(Guests.link(guests.composedValidator(BANK)));
        Heap.used();
        int classes = loadedClasses();
        List<LinkedComponent> kept = new ArrayList<>(count);
        while (kept.size() < count && System.nanoTime() < end) {
            LinkedComponent linked = Guests.link(guests.composedWith(banks.validator(kept.size())));
            call(linked);
            kept.add(linked);
        }
        int loaded = kept.size();
        Heap.used();
        System.out.println(loaded);
        System.out.println(Resident.mib(ProcessHandle.current()));
        kept.clear();
        Heap.used();
        System.out.println(Resident.mib(ProcessHandle.current()));
        System.out.println(loadedClasses() - classes);
    }

    private static void call(LinkedComponent linked) {
        try (Instance instance = linked.instantiate()) {
            ValidateResponse response =
                    instance.bind(Validation.NAME, Validation.class).validate(Transaction.approvedBy(BANK));
            if (!response.approved()) {
                throw new IllegalStateException("expected an approval, found " + response);
            }
        }
    }

    private static int loadedClasses() {
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }
}
