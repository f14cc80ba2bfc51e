package dev.belay.bench.process;

import dev.belay.bench.guest.Guests;
import dev.belay.bench.guest.Transaction;
import dev.belay.bench.guest.Validation;
import dev.belay.runtime.Instance;
import dev.belay.runtime.LinkedComponent;
import java.util.ArrayList;
import java.util.List;

/** A program: how many bytes of heap a live instance keeps after its first call, measured several times. */
public final class Retained {
    private static final int ROUNDS = 5;

    private Retained() {}

    /** @param args the bank, how many instances to keep at a time, and what the harness is written in */
    public static void main(String[] args) {
        LinkedComponent linked = Guests.link(Guests.here().composedValidator(args[2], args[0]));
        int count = Integer.parseInt(args[1]);
        Transaction transaction = Transaction.approvedBy(args[0]);
        instances(linked, transaction, count);
        for (int round = 0; round < ROUNDS; round++) {
            long before = Heap.used();
            List<Instance> kept = instances(linked, transaction, count);
            long after = Heap.used();
            System.out.println((after - before) / kept.size());
            kept.forEach(Instance::close);
        }
    }

    private static List<Instance> instances(LinkedComponent linked, Transaction transaction, int count) {
        var kept = new ArrayList<Instance>(count);
        for (int i = 0; i < count; i++) {
            Instance instance = linked.instantiate();
            instance.bind(Validation.NAME, Validation.class).validate(transaction);
            kept.add(instance);
        }
        return kept;
    }
}
