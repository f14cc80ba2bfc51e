package dev.belay.wasi.keyvalue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;

/** Where buckets are kept. Thread-safe, as its buckets are; all of them throw {@link KeyValueException}. */
@FunctionalInterface
public interface KeyValueStore {
    /** The bucket of a name, made if there was none. */
    Bucket open(String name);

    /** The buckets of one owner among others: their names are written behind the owner's and an underscore. */
    default KeyValueStore of(String owner) {
        return name -> open(owner + "_" + name);
    }

    /**
     * What others than these owners have, and other buckets of theirs, is not asked for any more: what is in memory of it is dropped.
     * What a server keeps stays there.
     *
     * @param buckets by owner
     */
    default void retain(Map<String, Set<String>> buckets) {}

    /** Values by their keys. */
    interface Bucket {
        Optional<byte[]> get(String key);

        void set(String key, byte[] value);

        /** Does nothing if there is no such key. */
        void delete(String key);

        /**
         * Some of the values, each key by itself.
         *
         * @param found is given each that there is, on any thread and by several at a time; what it throws ends the rest
         */
        default void getAll(Set<String> keys, BiConsumer<String, byte[]> found) {
            keys.forEach(key -> get(key).ifPresent(value -> found.accept(key, value)));
        }

        /** Sets several, each by itself: if one fails, others are set or not. */
        default void setAll(Map<String, byte[]> values) {
            values.forEach(this::set);
        }

        /** Deletes several, each by itself: if one fails, others are deleted or not. */
        default void deleteAll(Set<String> keys) {
            keys.forEach(this::delete);
        }

        default boolean exists(String key) {
            return get(key).isPresent();
        }

        /** @param after where a page before this one ended; empty for the first */
        Page keys(OptionalLong after);

        /**
         * Adds to a number, which is kept as decimal digits; 0 if there is none.
         *
         * @param delta without a sign
         * @return the sum, without a sign
         */
        long increment(String key, long delta);
    }

    /**
     * Some of the keys.
     *
     * @param next where they go on, if there may be more
     */
    record Page(List<String> keys, OptionalLong next) {
        /** Keys in one page: some 100 KB of usual ones. */
        public static final int MOST_KEYS = 1_000;

        public Page {
            keys = List.copyOf(keys);
        }
    }
}
