/**
 * Components flattened: {@code validate → plan → instantiate}.
 *
 * <p>Takes: a valid component. Gives: a {@link dev.belay.runtime.internal.plan.Plan}, a flat list of core modules to
 * instantiate, where each of their imports comes from, and which lowered import meets which lifted export. Exists because
 * everything that a component says about its parts is known before anything runs: nested components, aliases and
 * instances are followed here once, and no instance ever looks at them again.
 */
@NullMarked
package dev.belay.runtime.internal.plan;

import org.jspecify.annotations.NullMarked;
