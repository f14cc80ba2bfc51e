/**
 * {@code wasi:io}: what can be waited for, and streams of bytes.
 *
 * <p>Takes: sources and sinks of the host. Gives: the Java objects behind the resources {@code pollable}, {@code
 * input-stream}, {@code output-stream} and {@code error}. Exists so that files, standard streams and HTTP bodies are the
 * same to a guest, and so that waiting for several of them costs no thread and no polling.
 */
@NullMarked
package dev.belay.wasi.io;

import org.jspecify.annotations.NullMarked;
