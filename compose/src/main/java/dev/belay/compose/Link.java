package dev.belay.compose;

/**
 * An import that is met within a composition.
 *
 * @param importer the component that imports
 * @param importName the name of the import
 * @param exporter the component that meets it
 * @param exportName by which of its exports: the same name, or that of a compatible version
 */
public record Link(String importer, String importName, String exporter, String exportName) {}
