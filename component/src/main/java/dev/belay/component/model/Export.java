package dev.belay.component.model;

import java.util.Optional;

/** An export; {@code type}, if given, is a supertype of what {@code value} has, and is what others see. */
public record Export(ExternName name, SortIndex value, Optional<ExternDesc> type) {}
