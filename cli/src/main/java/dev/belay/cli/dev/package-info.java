/**
 * A component that is served while it is written.
 *
 * <p>Takes: where its sources lie, how they become a component, and how that is put where it runs. Gives: whoever answers requests
 * at a moment, which is the last revision or what is wrong, and events for whoever wants to show them. Exists apart from the
 * commands so that watching, building and swapping know nothing of options and terminals.
 */
@NullMarked
package dev.belay.cli.dev;

import org.jspecify.annotations.NullMarked;
