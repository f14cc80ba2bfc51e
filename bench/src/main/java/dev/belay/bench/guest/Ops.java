package dev.belay.bench.guest;

/** {@code bench:calls/ops}. */
public interface Ops {
    String NAME = "bench:calls/ops@0.1.0";
    /** The same, met by the host. */
    String HOST_NAME = "bench:calls/host-ops@0.1.0";

    long add(long a, long b);

    String echo(String text);

    /** What the host meets the guest's imports with. */
    static Ops inJava() {
        return new InJava();
    }

    /** Public, since it is called by reflection. */
    final class InJava implements Ops {
        private static final long MASK = 0xffff_ffffL;

        @Override
        public long add(long a, long b) {
            return (a + b) & MASK;
        }

        @Override
        public String echo(String text) {
            return text;
        }
    }
}
