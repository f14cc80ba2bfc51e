/**
 * Bytes kept on disk by their digest.
 *
 * <p>Takes: bytes. Gives: them back, or says that they are gone or changed. Exists so that nothing that was accepted is lost or mixed up, whatever ends the process.
 */
@NullMarked
package dev.belay.platform.store;

import org.jspecify.annotations.NullMarked;
