/**
 * Load, link, instantiate and call components.
 *
 * <p>A {@link dev.belay.runtime.Component} is loaded once. A {@link dev.belay.runtime.Linker} knows host interfaces and
 * turns the component into a {@link dev.belay.runtime.LinkedComponent}, which makes any number of isolated {@link
 * dev.belay.runtime.Instance}s. Component values are plain Java values: see {@link dev.belay.runtime.value}.
 */
@NullMarked
package dev.belay.runtime;

import org.jspecify.annotations.NullMarked;
