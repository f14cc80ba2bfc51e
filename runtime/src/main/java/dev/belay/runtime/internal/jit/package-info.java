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
 * instances. What the compiler leaves out (vectors, exceptions, garbage-collected types, tail calls, methods that the JVM
 * has no room for) is run by Endive's interpreter, function by function.
 */
@NullMarked
package dev.belay.runtime.internal.jit;

import org.jspecify.annotations.NullMarked;
