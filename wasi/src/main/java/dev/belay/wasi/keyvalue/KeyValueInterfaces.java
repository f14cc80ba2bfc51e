package dev.belay.wasi.keyvalue;

import dev.belay.runtime.HostInterface;
import dev.belay.runtime.value.RecordValue;
import dev.belay.runtime.value.ResultValue;
import dev.belay.runtime.value.VariantValue;
import dev.belay.wasi.PackageWit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** {@code wasi:keyvalue}. What an instance may open is in its {@link KeyValueState}. */
public final class KeyValueInterfaces {
    private KeyValueInterfaces() {}

    private static final class Holder {
        static final PackageWit WIT = PackageWit.beside(KeyValueInterfaces.class, "keyvalue.wit", "0.2.0-draft");
        static final List<HostInterface> ALL = List.of(store(), atomics(), batch());
    }

    /** Every interface; they hold no state. */
    public static List<HostInterface> all() {
        return Holder.ALL;
    }

    private static HostInterface store() {
        return Holder.WIT.builder("wasi:keyvalue/store")
                .resource("bucket", OpenBucket.class, _ -> {})
                .func("open", (call, args) -> result(() -> KeyValueState.of(call).open((String) args[0])))
                .func("[method]bucket.get", (_, args) -> result(() -> bucket(args).get(key(args))))
                .func("[method]bucket.set", (_, args) -> done(() -> bucket(args).set(key(args), (byte[]) args[2])))
                .func("[method]bucket.delete", (_, args) -> done(() -> bucket(args).delete(key(args))))
                .func("[method]bucket.exists", (_, args) -> result(() -> bucket(args).exists(key(args))))
                .func("[method]bucket.list-keys", (_, args) -> result(() -> page(bucket(args).keys(cursor(args[1])))))
                .build();
    }

    private static HostInterface atomics() {
        return Holder.WIT.builder("wasi:keyvalue/atomics")
                .func("increment", (_, args) -> result(() -> bucket(args).increment(key(args), (Long) args[2])))
                .build();
    }

    private static HostInterface batch() {
        return Holder.WIT.builder("wasi:keyvalue/batch")
                .func("get-many", (_, args) -> result(() -> pairs(strings(args[1]), bucket(args).get(strings(args[1])))))
                .func("set-many", (_, args) -> done(() -> bucket(args).set(entries(args[1]))))
                .func("delete-many", (_, args) -> done(() -> bucket(args).delete(strings(args[1]))))
                .build();
    }

    private static OpenBucket bucket(Object[] args) {
        return (OpenBucket) args[0];
    }

    private static String key(Object[] args) {
        return (String) args[1];
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }

    private static List<Map.Entry<String, byte[]>> entries(Object list) {
        return ((List<?>) list)
                .stream()
                        .map(pair -> Map.entry((String) ((List<?>) pair).get(0), (byte[]) ((List<?>) pair).get(1)))
                        .toList();
    }

    private static OptionalLong cursor(Object option) {
        return ((Optional<?>) option).map(number -> OptionalLong.of((Long) number)).orElse(OptionalLong.empty());
    }

    private static RecordValue page(KeyValueStore.Page page) {
        Optional<Object> next = page.next().isPresent() ? Optional.of(page.next().getAsLong()) : Optional.empty();
        return RecordValue.of("keys", page.keys(), "cursor", next);
    }

    private static List<Object> pairs(List<String> keys, List<Optional<byte[]>> values) {
        var pairs = new ArrayList<Object>();
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            pairs.add(values.get(i).map(value -> List.of(key, value)));
        }
        return pairs;
    }

    private static ResultValue done(Runnable operation) {
        try {
            operation.run();
            return ResultValue.ok();
        } catch (KeyValueException e) {
            return failed(e);
        }
    }

    private static ResultValue result(Supplier<Object> operation) {
        try {
            return ResultValue.ok(operation.get());
        } catch (KeyValueException e) {
            return failed(e);
        }
    }

    private static ResultValue failed(KeyValueException e) {
        return ResultValue.err(switch (e.kind()) {
            case NO_SUCH_STORE -> VariantValue.of("no-such-store");
            case ACCESS_DENIED -> VariantValue.of("access-denied");
            case OTHER -> VariantValue.of("other", String.valueOf(e.getMessage()));
        });
    }
}
