/**
 * Instances for calls that come one after the other.
 *
 * <p>Takes: a component. Gives: {@link dev.belay.wasi.instances.Instances}, which are made for each call, or are of an {@link
 * dev.belay.wasi.instances.InstancePool} and used again. Exists so that requests and messages get their instances in one way,
 * and out of one pool if a component handles both.
 */
@NullMarked
package dev.belay.wasi.instances;

import org.jspecify.annotations.NullMarked;
