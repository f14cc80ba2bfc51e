package dev.belay.wasi.http.transport;

/** An HTTP exchange failed; the error code says how. */
public final class HttpException extends RuntimeException {
    private final ErrorCode error;

    public HttpException(ErrorCode error) {
        super(error.toString());
        this.error = error;
    }

    public HttpException(ErrorCode error, Throwable cause) {
        super(error.toString(), cause);
        this.error = error;
    }

    public ErrorCode error() {
        return error;
    }

    /** The error code of a failure, whatever it is: one that is no {@link HttpException} is an internal error. */
    public static ErrorCode errorOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException http) {
                return http.error();
            }
        }
        return ErrorCode.internal(failure.getClass().getSimpleName());
    }
}
