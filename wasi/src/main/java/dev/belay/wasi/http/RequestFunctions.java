package dev.belay.wasi.http;

import dev.belay.runtime.HostInterface;
import java.util.Optional;

/** The resources {@code outgoing-request} and {@code request-options} of {@code wasi:http/types}. */
final class RequestFunctions {
    private RequestFunctions() {}

    static void define(HostInterface.Builder types) {
        types.resource("outgoing-request", OutgoingRequest.class, OutgoingRequest::drop)
                .func("[constructor]outgoing-request",
                        (call, args) -> new OutgoingRequest((Fields) args[0], HttpState.of(call)))
                .func("[method]outgoing-request.body",
                        (_, args) -> Answers.once(request(args).body().map(OutgoingBody::new)))
                .func("[method]outgoing-request.method", (_, args) -> Variants.ofMethod(request(args).method()))
                .func("[method]outgoing-request.set-method",
                        (_, args) -> Answers.done(request(args).method(Variants.method(args[1]))))
                .func("[method]outgoing-request.path-with-query", (_, args) -> request(args).pathWithQuery())
                .func("[method]outgoing-request.set-path-with-query",
                        (_, args) -> Answers.done(request(args).pathWithQuery(text(args[1]))))
                .func("[method]outgoing-request.scheme", (_, args) -> request(args).scheme().map(Variants::ofScheme))
                .func("[method]outgoing-request.set-scheme",
                        (_, args) -> Answers.done(request(args).scheme(((Optional<?>) args[1]).map(Variants::scheme))))
                .func("[method]outgoing-request.authority", (_, args) -> request(args).authority())
                .func("[method]outgoing-request.set-authority",
                        (_, args) -> Answers.done(request(args).authority(text(args[1]))))
                .func("[method]outgoing-request.headers", (_, args) -> request(args).lendHeaders());
        OptionsFunctions.define(types);
    }

    private static Optional<String> text(Object option) {
        return ((Optional<?>) option).map(String.class::cast);
    }

    private static OutgoingRequest request(Object[] args) {
        return (OutgoingRequest) args[0];
    }
}
