/**
 * The platform host: many applications, each composed with its harness, on one machine.
 *
 * <p>Takes: a manifest, components, and what an operator asks through the admin API. Gives: applications that answer, and that
 * are rolled over without losing a request. Exists so that a harness can be replaced under a thousand applications at once.
 */
@NullMarked
package dev.belay.platform;

import org.jspecify.annotations.NullMarked;
