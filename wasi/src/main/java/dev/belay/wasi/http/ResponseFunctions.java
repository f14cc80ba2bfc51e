package dev.belay.wasi.http;

import dev.belay.runtime.HostInterface;
import dev.belay.runtime.value.ResultValue;
import dev.belay.runtime.value.VariantValue;
import dev.belay.wasi.http.transport.ErrorCode;

/** The resources {@code outgoing-response} and {@code response-outparam} of {@code wasi:http/types}. */
final class ResponseFunctions {
    private ResponseFunctions() {}

    static void define(HostInterface.Builder types) {
        types.resource("outgoing-response", OutgoingResponse.class, OutgoingResponse::drop)
                .func("[constructor]outgoing-response", (call, args) -> {
                    HttpState state = HttpState.of(call);
                    return new OutgoingResponse((Fields) args[0], state, state.headRequest());
                })
                .func("[method]outgoing-response.status-code", (_, args) -> response(args).status())
                .func("[method]outgoing-response.set-status-code",
                        (_, args) -> Answers.done(response(args).status((Integer) args[1])))
                .func("[method]outgoing-response.headers", (_, args) -> response(args).lendHeaders())
                .func("[method]outgoing-response.body",
                        (_, args) -> Answers.once(response(args).body().map(OutgoingBody::new)));
        types.resource("response-outparam", ResponseOutparam.class, _ -> {})
                .func("[method]response-outparam.send-informational", (_, args) -> inform(args))
                .func("[static]response-outparam.set", (_, args) -> {
                    set((ResponseOutparam) args[0], (ResultValue) args[1]);
                    return null;
                });
    }

    private static ResultValue inform(Object[] args) {
        var headers = (Fields) args[2];
        headers.drop();
        return ((ResponseOutparam) args[0])
                .inform((Integer) args[1], headers)
                .map(code -> ResultValue.err(code.toVariant()))
                .orElseGet(ResultValue::ok);
    }

    private static void set(ResponseOutparam out, ResultValue answer) {
        switch (answer) {
            case ResultValue.Ok(var response) -> out.set((OutgoingResponse) response.orElseThrow());
            case ResultValue.Err(var code) -> out.set(ErrorCode.ofVariant((VariantValue) code.orElseThrow()));
        }
    }

    private static OutgoingResponse response(Object[] args) {
        return (OutgoingResponse) args[0];
    }
}
