package dev.belay.wasi.http;

/**
 * Makes sure that there is stack left before a guest's thread enters the transport: a guest that exhausted it there would
 * break what its connection shares with other requests.
 */
final class StackRoom {
    /** Frames of a hundred bytes or more each: several times what a write of a transport needs. */
    private static final int FRAMES = 1_500;

    private StackRoom() {}

    /**
     * @throws StackOverflowError if there is too little; nothing has happened then
     */
    static void require() {
        probe(FRAMES, 1, 2, 3, 4, 5, 6);
    }

    private static long probe(int left, long a, long b, long c, long d, long e, long f) {
        return left == 0 ? a : probe(left - 1, b, c, d, e, f, a) + (a ^ b ^ c ^ d ^ e ^ f);
    }
}
