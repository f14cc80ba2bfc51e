package dev.belay.build;

import java.nio.file.Path;
import java.util.List;

/**
 * A project to build.
 *
 * @param sourceRoots directories with Java sources; their packages start there
 * @param classPath compiled classes and jars that the sources need, {@code belay-guest} among them
 * @param world the world that the component is for
 * @param basePackage the Java package that generated ones go below; empty for none
 * @param heap bytes of the collected heap
 */
public record JavaProject(
        List<Path> sourceRoots,
        List<Path> classPath,
        dev.belay.wit.resolve.WitWorld world,
        String basePackage,
        int heap) {
    /** What suits a component that keeps nothing: 2 MiB. */
    public static final int DEFAULT_HEAP = 2 << 20;
    /** Less than this the collector cannot work with: 128 KiB. */
    public static final int MIN_HEAP = 128 << 10;
    /** More than this leaves no room for the rest of a memory: 2 GiB less that. */
    public static final int MAX_HEAP = 1 << 30;

    public JavaProject {
        sourceRoots = List.copyOf(sourceRoots);
        classPath = List.copyOf(classPath);
        if (heap < MIN_HEAP || heap > MAX_HEAP) {
            throw new BuildException("heap: expected " + MIN_HEAP + " to " + MAX_HEAP + " bytes, found " + heap);
        }
    }
}
