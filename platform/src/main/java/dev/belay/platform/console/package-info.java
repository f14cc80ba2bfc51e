/**
 * The console: pages for people who run a platform, below {@code /console} of the server for operators.
 *
 * <p>Takes: the platform, and requests of browsers. Gives: HTML made of templates that escape what they are given, parts of
 * it again every two seconds, and changes that somebody with the right token asks for.
 */
@NullMarked
package dev.belay.platform.console;

import org.jspecify.annotations.NullMarked;
