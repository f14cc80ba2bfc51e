/**
 * TeaVM, as the compiler of Java classes to core modules.
 *
 * <p>Takes: a class path and a main class. Gives: a core module of linear memory, or what cannot be compiled. Exists apart
 * from the build so that nothing else loads TeaVM.
 */
@NullMarked
package dev.belay.teavm;

import org.jspecify.annotations.NullMarked;
