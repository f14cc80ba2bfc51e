package dev.belay.conformance;

/** What an exception says, or its name if it says nothing. */
final class Messages {
    private Messages() {}

    static String of(Throwable e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
