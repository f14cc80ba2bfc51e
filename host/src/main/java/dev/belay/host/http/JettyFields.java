package dev.belay.host.http;

import dev.belay.wasi.http.transport.HttpField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** Turns Jetty's fields into ours and back. Jetty keeps values as ISO 8859-1 text. */
final class JettyFields {
    private JettyFields() {}

    static List<HttpField> fromJetty(@Nullable HttpFields fields) {
        return fields == null
                ? List.of()
                : fields.stream().map(JettyFields::fromJetty).toList();
    }

    static HttpFields toJetty(List<HttpField> fields) {
        HttpFields.Mutable result = HttpFields.build(fields.size());
        add(result, fields);
        return result;
    }

    static void add(HttpFields.Mutable to, List<HttpField> fields) {
        fields.forEach(field -> to.add(new org.eclipse.jetty.http.HttpField(field.name(), field.text())));
    }

    private static HttpField fromJetty(org.eclipse.jetty.http.HttpField field) {
        String value = field.getValue();
        return new HttpField(
                field.getName(), value == null ? new byte[0] : value.getBytes(StandardCharsets.ISO_8859_1));
    }
}
