package dev.belay.wasi.http;

import dev.belay.runtime.value.VariantValue;
import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.io.IoError;
import dev.belay.wasi.io.StreamException;
import java.util.Optional;

/** Takes error codes through streams: in as the error of a stream, out with {@code http-error-code}. */
final class HttpErrors {
    private HttpErrors() {}

    static StreamException stream(ErrorCode code) {
        return StreamException.failed(new IoError(code.toString(), Optional.of(code)));
    }

    /** Empty if the error is not about HTTP. */
    static Optional<VariantValue> code(IoError error) {
        return error.detail()
                .filter(ErrorCode.class::isInstance)
                .map(ErrorCode.class::cast)
                .map(ErrorCode::toVariant);
    }
}
