/**
 * Makes a component of a core module that follows the canonical naming ({@code design/mvp/BuildTargets.md}, and the older
 * names that toolchains still emit).
 *
 * <p>Takes: a core module, a world, adapters. Gives: a component that imports what the module uses of the world and
 * exports what the world asks for. The way: {@code component-type} sections are read and merged to one world; each import
 * and export of the modules is matched against it; what of the world's imports is used is kept; then everything is written
 * down, with a shim where a module's import needs that module's memory. Exists so that any language which compiles to core
 * WebAssembly can make components without another tool.
 */
@NullMarked
package dev.belay.compose.internal.componentize;

import org.jspecify.annotations.NullMarked;
