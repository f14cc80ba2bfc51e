package dev.belay.wasi.http;

import dev.belay.runtime.HostInterface;
import dev.belay.runtime.value.ResultValue;
import java.util.List;
import java.util.Optional;

/** The resource {@code fields} of {@code wasi:http/types}. */
final class FieldsFunctions {
    private FieldsFunctions() {}

    static void define(HostInterface.Builder types) {
        types.resource("fields", Fields.class, Fields::drop)
                .func("[constructor]fields", (call, _) -> Fields.empty(HttpState.of(call)))
                .func("[static]fields.from-list",
                        (call, args) -> fromList(HttpState.of(call), (List<?>) args[0]))
                .func("[method]fields.get", (_, args) -> fields(args).get((String) args[1]))
                .func("[method]fields.has", (_, args) -> fields(args).has((String) args[1]))
                .func("[method]fields.set", (_, args) -> Answers.changed(fields(args)
                        .set((String) args[1], ((List<?>) args[2]).stream().map(byte[].class::cast).toList())))
                .func("[method]fields.delete", (_, args) -> Answers.changed(fields(args).delete((String) args[1])))
                .func("[method]fields.append",
                        (_, args) -> Answers.changed(fields(args).append((String) args[1], (byte[]) args[2])))
                .func("[method]fields.entries", (_, args) -> fields(args).entries().stream()
                        .map(field -> List.of(field.name(), field.value()))
                        .toList())
                .func("[method]fields.clone", (_, args) -> fields(args).copy());
    }

    private static ResultValue fromList(HttpState state, List<?> entries) {
        Fields fields = Fields.empty(state);
        for (Object entry : entries) {
            List<?> pair = (List<?>) entry;
            Optional<HeaderError> wrong = fields.append((String) pair.get(0), (byte[]) pair.get(1));
            if (wrong.isPresent()) {
                fields.drop();
                return Answers.changed(wrong);
            }
        }
        return ResultValue.ok(fields);
    }

    private static Fields fields(Object[] args) {
        return (Fields) args[0];
    }
}
