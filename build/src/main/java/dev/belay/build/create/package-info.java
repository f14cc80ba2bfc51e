/**
 * New projects.
 *
 * <p>Takes: a name, a language, and a template or the WIT of somebody's contract. Gives: the files of a project that builds and
 * passes its test. Exists so that what a project needs stands in one place, as files that are read like those they become:
 * templates are resources, with {@code @name@} for what differs.
 */
@NullMarked
package dev.belay.build.create;

import org.jspecify.annotations.NullMarked;
