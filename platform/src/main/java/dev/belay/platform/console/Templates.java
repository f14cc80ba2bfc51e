package dev.belay.platform.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Templates, which the build made classes of. They escape what they are given. Thread-safe. */
final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), Templates.class.getPackageName());

    Reply show(int status, String template, Object model) {
        var output = new Utf8ByteOutput();
        engine.render(template + ".jte", model, output);
        var bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Reply.html(status, bytes.toByteArray());
    }

    Reply show(String template, Object model) {
        return show(200, template, model);
    }
}
