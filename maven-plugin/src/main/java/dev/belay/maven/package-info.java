/**
 * Goals for Maven.
 *
 * <p>Takes: a project's configuration. Gives: generated sources, or a component. Exists so that Java teams need no other
 * build than their own. Maven has to run on JDK 25 or newer, since all of this does; a component's own sources are of Java
 * 21.
 */
@NullMarked
package dev.belay.maven;

import org.jspecify.annotations.NullMarked;
