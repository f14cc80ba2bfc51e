package dev.belay.guest.wasi.http;

import dev.belay.guest.Cabi;

/**
 * What a response takes of the interface, without the kinds of errors: a component that neither sends one nor looks at one has
 * no class for any of the thirty-nine. That is a fifth of a small handler.
 */
public final class Sending {
    /** Bytes of {@code result<_, error-code>}, and how they are aligned. */
    private static final int RESULT_SIZE = 40;
    private static final int RESULT_ALIGNMENT = 8;

    private Sending() {}

    /** As {@link Types.ResponseOutparam#set} with a response. */
    public static void set(Types.ResponseOutparam to, Types.OutgoingResponse response) {
        TypesAbi.coreResponseOutparamSet(to.handle().give(), 0, response.handle().give(), 0, 0, 0, 0, 0, 0);
    }

    /**
     * As {@link Types.OutgoingBody#finish} without trailers.
     *
     * @return whether the body was as long as the head says
     */
    public static boolean finish(Types.OutgoingBody body) {
        int mark = Cabi.mark();
        var result = Cabi.allocate(1, RESULT_SIZE, RESULT_ALIGNMENT);
        TypesAbi.coreOutgoingBodyFinish(body.handle().give(), 0, 0, result);
        boolean finished = result.getByte() == 0;
        Cabi.release(mark);
        return finished;
    }
}
