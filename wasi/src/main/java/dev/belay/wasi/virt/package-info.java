/**
 * The lower harness: components that stand in for a host's environment, configuration, files and standard streams, and deny
 * what is not allowed.
 *
 * <p>Takes: what a component is to see and what of the host it may reach. Gives: a component that exports those interfaces,
 * and imports from the host what is allowed only. The way: a core module that was written for this ({@code wasi/virt}, in C)
 * is made a component together with a generated module that holds the files and variables, and one that denies. Exists so
 * that an application's surroundings can be deployed with it, and run on any host.
 */
@NullMarked
package dev.belay.wasi.virt;

import org.jspecify.annotations.NullMarked;
