package dev.belay.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Whether classes print: by {@code System.out} or {@code System.err}, or a stack trace. */
final class Printing {
    private static final Set<String> STREAMS = Set.of("java/lang/System.out", "java/lang/System.err");

    private Printing() {}

    static boolean isIn(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(f -> f.toString().endsWith(".class")).anyMatch(Printing::prints);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean prints(Path file) {
        try {
            var pool = ClassFile.of().parse(Files.readAllBytes(file)).constantPool();
            return StreamSupport.stream(pool.spliterator(), false)
                    .anyMatch(entry -> entry instanceof MemberRefEntry member && names(member));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean names(MemberRefEntry member) {
        String name = member.name().stringValue();
        // A stack trace is printed of any class of exception.
        return name.equals("printStackTrace") || STREAMS.contains(member.owner().asInternalName() + "." + name);
    }
}
