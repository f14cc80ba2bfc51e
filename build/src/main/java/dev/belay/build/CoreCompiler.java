package dev.belay.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What compiles Java classes to a core module; found as a service, so that it can be loaded apart. */
public interface CoreCompiler {
    /**
     * @param classPath the program's classes and all they need, but the compiler's own library
     * @param mainClass the qualified name of a class with a {@code main} method
     * @param work an empty directory
     * @param heap bytes of the collected heap
     */
    record Program(List<Path> classPath, String mainClass, Path work, int heap) {
        public Program {
            classPath = List.copyOf(classPath);
        }
    }

    /**
     * @param core the module; empty if there are problems
     */
    record Compiled(byte[] core, List<Problem> problems) {
        public Compiled {
            problems = List.copyOf(problems);
        }
    }

    /**
     * What the compiler cannot compile.
     *
     * @param sourceFile relative to the root of sources, where it is known: {@code com/acme/Rule.java}
     * @param line from 1; 0 if it is not known
     * @param name what the message is about, as it stands in the line; may be empty
     * @param where the method it is in, for people; may be empty
     */
    record Problem(String message, Optional<String> sourceFile, int line, String name, String where) {}

    Compiled compile(Program program);
}
