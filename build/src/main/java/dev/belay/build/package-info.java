/**
 * Components of Java projects.
 *
 * <p>Takes: Java sources and the WIT of a world. Gives: a component. Between the two lie generated bindings, Java's own
 * compiler, a compiler of classes to a core module (which is loaded apart, since only a build needs it) and Belay's encoder.
 * Exists so that a component in Java needs no other toolchain than a JDK.
 */
@NullMarked
package dev.belay.build;

import org.jspecify.annotations.NullMarked;
