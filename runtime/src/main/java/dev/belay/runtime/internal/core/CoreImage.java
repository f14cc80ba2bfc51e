package dev.belay.runtime.internal.core;

/** What a core instance held at one moment, to start others from; of use to its engine only. Immutable. */
public interface CoreImage {}
