/**
 * What triggers share.
 *
 * <p>Takes: requests and messages of any kind. Gives: how many of them may run at a time ({@link
 * dev.belay.host.internal.Admission}). Exists so that each trigger need not do it again.
 */
@NullMarked
package dev.belay.host.internal;

import org.jspecify.annotations.NullMarked;
