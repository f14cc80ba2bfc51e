/**
 * What is to run, with nothing left to look up.
 *
 * <p>Takes: a manifest, with every component replaced by the digest of its bytes. Gives: records that can be compared, written to a journal and read back.
 */
@NullMarked
package dev.belay.platform.spec;

import org.jspecify.annotations.NullMarked;
