/**
 * The compiler: core functions become static methods of the JVM.
 *
 * <p>Takes: modules that Endive has parsed and validated. Gives: a {@link run.endive.runtime.Machine} that runs their
 * functions as compiled code, over this project's memory. Exists because an interpreter is some hundred times slower than
 * what the JVM makes of bytecode.
 *
 * <p>A module's functions are spread over classes of a few dozen each, and a class is written when the first of its functions
 * is called: a large module costs what is used of it. Function {@code n} is a static method with its parameters, typed, and
 * the {@link dev.belay.runtime.internal.jit.JitState state} of its instance after them, so that code is shared by all
 * instances. Methods that the JVM has no room for are run by Endive's interpreter, function by function. For that, references,
 * exceptions and what is on the collected heap are Endive's own objects.
 */
@NullMarked
package dev.belay.runtime.internal.jit;

import org.jspecify.annotations.NullMarked;
