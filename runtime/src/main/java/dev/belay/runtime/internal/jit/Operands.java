package dev.belay.runtime.internal.jit;

import java.util.ArrayList;
import java.util.List;

/** The kinds of what lies on the JVM's operand stack. */
final class Operands {
    private final List<Kind> stack = new ArrayList<>();

    int height() {
        return stack.size();
    }

    void push(Kind kind) {
        stack.add(kind);
    }

    void push(List<Kind> kinds) {
        stack.addAll(kinds);
    }

    Kind pop() {
        return stack.removeLast();
    }

    void pop(int count) {
        stack.subList(stack.size() - count, stack.size()).clear();
    }

    Kind top() {
        return stack.getLast();
    }

    /** Those from {@code from} on, to the {@code above}-th from the top. */
    List<Kind> between(int from, int above) {
        return List.copyOf(stack.subList(from, stack.size() - above));
    }

    void cutTo(int height) {
        stack.subList(height, stack.size()).clear();
    }
}
