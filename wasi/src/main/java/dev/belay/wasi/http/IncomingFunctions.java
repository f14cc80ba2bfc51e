package dev.belay.wasi.http;

import dev.belay.runtime.HostInterface;

/** The resources {@code incoming-request} and {@code incoming-response} of {@code wasi:http/types}. */
final class IncomingFunctions {
    private IncomingFunctions() {}

    static void define(HostInterface.Builder types) {
        types.resource("incoming-request", IncomingRequest.class, IncomingRequest::drop)
                .func("[method]incoming-request.method", (_, args) -> Variants.ofMethod(request(args).head().method()))
                .func("[method]incoming-request.path-with-query",
                        (_, args) -> request(args).head().pathWithQuery())
                .func("[method]incoming-request.scheme",
                        (_, args) -> request(args).head().scheme().map(Variants::ofScheme))
                .func("[method]incoming-request.authority", (_, args) -> request(args).head().authority())
                .func("[method]incoming-request.headers", (_, args) -> request(args).lendHeaders())
                .func("[method]incoming-request.consume", (_, args) -> Answers.once(request(args).consume()));
        types.resource("incoming-response", IncomingResponse.class, IncomingResponse::drop)
                .func("[method]incoming-response.status", (_, args) -> response(args).status())
                .func("[method]incoming-response.headers", (_, args) -> response(args).lendHeaders())
                .func("[method]incoming-response.consume", (_, args) -> Answers.once(response(args).consume()));
    }

    private static IncomingRequest request(Object[] args) {
        return (IncomingRequest) args[0];
    }

    private static IncomingResponse response(Object[] args) {
        return (IncomingResponse) args[0];
    }
}
