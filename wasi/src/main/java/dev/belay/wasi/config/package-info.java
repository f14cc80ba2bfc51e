/** {@code wasi:config/store}: values that an instance is given, by key. */
@NullMarked
package dev.belay.wasi.config;

import org.jspecify.annotations.NullMarked;
