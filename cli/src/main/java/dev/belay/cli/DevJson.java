package dev.belay.cli;

import dev.belay.cli.dev.DevEvent;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Tells a program what happens: each event as a line of JSON on stdout. */
record DevJson(Streams streams) implements Consumer<DevEvent> {
    @Override
    public void accept(DevEvent event) {
        Json.print(fields(event), streams);
        streams.out().flush();
    }

    private static Map<String, Object> fields(DevEvent event) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("event", event.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        switch (event) {
            case DevEvent.Changed(var files) -> fields.put("files", files.stream().map(Path::toString).toList());
            case DevEvent.Building() -> {}
            case DevEvent.Built(var took, int bytes, var output) -> {
                fields.put("ms", took.toMillis());
                fields.put("bytes", bytes);
                fields.put("output", output);
            }
            case DevEvent.Serving(int revision, boolean again) -> {
                fields.put("revision", revision);
                fields.put("again", again);
            }
            case DevEvent.Failed(var step, var text, var took, boolean served) -> {
                fields.put("step", step.label());
                fields.put("message", text);
                fields.put("ms", took.toMillis());
                fields.put("served", served);
            }
            case DevEvent.Note(var text) -> fields.put("message", text);
        }
        return fields;
    }
}
