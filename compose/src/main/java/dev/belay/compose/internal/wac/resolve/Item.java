package dev.belay.compose.internal.wac.resolve;

import dev.belay.compose.internal.graph.Value;
import java.util.Optional;

/**
 * What an expression gives.
 *
 * @param interfaceName if it is an instance of an interface that has a name
 * @param name under which it is imported, or exported by the instance that it is of
 */
record Item(Value value, Optional<String> interfaceName, Optional<String> name) {}
