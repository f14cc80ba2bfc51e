package dev.belay.platform.trace;

import dev.belay.wasi.http.transport.BodySink;
import dev.belay.wasi.http.transport.BodySource;
import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.HttpField;
import dev.belay.wasi.http.transport.RequestHead;
import dev.belay.wasi.http.transport.ResponseHead;
import dev.belay.wasi.http.transport.ServerExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An exchange whose request says which span it is within. */
public final class TracedExchange implements ServerExchange {
    private final ServerExchange to;
    private final RequestHead head;

    public TracedExchange(ServerExchange to, TraceContext context) {
        this.to = to;
        this.head = traced(to.request(), context);
    }

    static RequestHead traced(RequestHead head, TraceContext context) {
        List<HttpField> fields = new ArrayList<>(head.headers());
        fields.removeIf(field -> field.is(TraceContext.HEADER));
        fields.add(HttpField.of(TraceContext.HEADER, context.header()));
        return new RequestHead(head.method(), head.scheme(), head.authority(), head.pathWithQuery(), fields);
    }

    @Override
    public RequestHead request() {
        return head;
    }

    @Override
    public String method() {
        return to.method();
    }

    @Override
    public BodySource requestBody() {
        return to.requestBody();
    }

    @Override
    public CompletableFuture<Void> inform(ResponseHead informational) {
        return to.inform(informational);
    }

    @Override
    public BodySink respond(ResponseHead response) {
        return to.respond(response);
    }

    @Override
    public void overdue() {
        to.overdue();
    }

    @Override
    public void abort(ErrorCode reason) {
        to.abort(reason);
    }
}
