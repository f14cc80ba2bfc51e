package dev.belay.platform.fair;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of the heap the instances of each application may have to themselves. One that is alone may have three quarters of what
 * there is for all of them, and each of several that want all they get as much less as leaves something: whoever has little finds room,
 * and nobody has to say how much is whose. Thread-safe, without locks.
 */
public final class MemoryShares {
    /** An application may have so many times what nobody has. */
    private static final int TIMES_WHAT_IS_LEFT = 3;

    private final long most;
    private final AtomicLong all = new AtomicLong();

    /** @param most bytes for the instances of all applications together */
    public MemoryShares(long most) {
        this.most = most;
    }

    /** For instances of another application. */
    public Share open() {
        return new Share();
    }

    /** What the instances of one application have. */
    public final class Share {
        private final AtomicLong own = new AtomicLong();

        private Share() {}

        /** Takes so much more; false if that were too much, and then nothing is taken. */
        public boolean claim(long bytes) {
            long its = own.addAndGet(bytes);
            long left = most - all.addAndGet(bytes);
            if (its <= TIMES_WHAT_IS_LEFT * left) {
                return true;
            }
            release(bytes);
            return false;
        }

        public void release(long bytes) {
            own.addAndGet(-bytes);
            all.addAndGet(-bytes);
        }

        /** Bytes that its instances have. */
        public long held() {
            return own.get();
        }
    }
}
