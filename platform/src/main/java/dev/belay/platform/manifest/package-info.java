/**
 * The manifest: what a platform is to run.
 *
 * <p>Takes: the text of a manifest. Gives: records, or all that is wrong with it, each with its place. Exists so that a typing error is found where it
 * stands, before anything is touched.
 */
@NullMarked
package dev.belay.platform.manifest;

import org.jspecify.annotations.NullMarked;
