/** Component binaries: {@code bytes → decode → model → validate}, and back. */
@NullMarked
package dev.belay.component;

import org.jspecify.annotations.NullMarked;
