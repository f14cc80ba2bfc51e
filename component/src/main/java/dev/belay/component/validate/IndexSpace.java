package dev.belay.component.validate;

import dev.belay.component.InvalidComponentException;
import java.util.ArrayList;
import java.util.List;

/** The definitions of one sort in one scope, by index. */
final class IndexSpace<T> {
    private final String sort;
    private final List<T> items = new ArrayList<>();

    /**
     * @param sort what it holds, for messages
     */
    IndexSpace(String sort) {
        this.sort = sort;
    }

    /**
     * @param index unsigned
     * @param offset where it is used
     */
    T get(int index, int offset) {
        if (index < 0 || index >= items.size()) {
            throw InvalidComponentException.invalid(
                    offset,
                    sort + " index out of bounds: there is no " + sort + " " + Integer.toUnsignedString(index)
                            + ", only " + items.size() + " so far");
        }
        return items.get(index);
    }

    void add(T item, int offset) {
        if (items.size() >= Bounds.MAX_INDEX_SPACE) {
            throw InvalidComponentException.invalid(
                    offset, "more than " + Bounds.MAX_INDEX_SPACE + " definitions of sort " + sort);
        }
        items.add(item);
    }

    int size() {
        return items.size();
    }

    List<T> all() {
        return items;
    }
}
