package dev.belay.platform.trace;

import dev.belay.platform.spec.SpecJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Spans in OTLP's JSON: what a collector takes at {@code /v1/traces}. */
final class Otlp {
    private static final int ERROR = 2;

    private Otlp() {}

    static byte[] json(String service, List<Span> spans) {
        var resource = Map.of("attributes", List.of(attribute("service.name", service)));
        var scope = Map.of("scope", Map.of("name", "dev.belay"), "spans", spans.stream().map(Otlp::span).toList());
        return SpecJson.bytes(Map.of("resourceSpans", List.of(Map.of("resource", resource, "scopeSpans", List.of(scope)))));
    }

    private static Map<String, Object> span(Span span) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("traceId", span.context().trace());
        fields.put("spanId", span.context().span());
        span.parent().ifPresent(parent -> fields.put("parentSpanId", parent));
        fields.put("name", span.name());
        fields.put("kind", span.kind().number());
        fields.put("startTimeUnixNano", Long.toString(span.start()));
        fields.put("endTimeUnixNano", Long.toString(span.end()));
        var attributes = new ArrayList<Object>();
        span.attributes().forEach((name, value) -> attributes.add(attribute(name, value)));
        fields.put("attributes", attributes);
        fields.put("status", span.failed() ? Map.of("code", ERROR) : Map.of());
        return fields;
    }

    private static Map<String, Object> attribute(String name, String value) {
        return Map.of("key", name, "value", Map.of("stringValue", value));
    }
}
