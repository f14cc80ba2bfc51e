/**
 * Instances and calls.
 *
 * <p>Takes: a plan, what its imports were linked to, and host state. Gives: functions to call. Exists to hold all that
 * changes while guests run: memories and tables (in the core instances), handle tables, who may be entered, who may leave,
 * what is lent. Implements {@code canon lift}, {@code canon lower} and the resource built-ins of {@code
 * design/mvp/CanonicalABI.md} for synchronous functions.
 */
@NullMarked
package dev.belay.runtime.internal.instance;

import org.jspecify.annotations.NullMarked;
