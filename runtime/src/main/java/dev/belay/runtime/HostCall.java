package dev.belay.runtime;

/** What a host function can know of the call it serves. */
public interface HostCall {
    /** The state of that type which was given when the instance was made. */
    <T> T state(Class<T> type);

    /** The instance that calls. */
    Instance instance();
}
