package dev.belay.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A directory to open to a component: {@code HOST}, {@code HOST::GUEST} or {@code HOST::GUEST::ro}.
 *
 * @param guest the path under which the component finds it
 */
record GrantedDirectory(Path host, String guest, boolean writable) {
    private static final String SEPARATOR = "::";

    static final class Converter implements ITypeConverter<GrantedDirectory> {
        @Override
        public GrantedDirectory convert(String text) {
            String[] parts = text.split(SEPARATOR, -1);
            boolean wrongMode = parts.length == 3 && !parts[2].equals("ro") && !parts[2].equals("rw");
            if (parts.length > 3 || parts[0].isEmpty() || wrongMode || (parts.length > 1 && parts[1].isEmpty())) {
                throw new TypeConversionException("expected HOST, HOST::GUEST or HOST::GUEST::ro, found '" + text + "'");
            }
            return new GrantedDirectory(
                    directory(parts[0]),
                    parts.length == 1 ? parts[0] : parts[1],
                    parts.length < 3 || parts[2].equals("rw"));
        }

        private static Path directory(String text) {
            try {
                Path path = Path.of(text);
                if (Files.isDirectory(path)) {
                    return path;
                }
            } catch (InvalidPathException _) {
                // said below
            }
            throw new TypeConversionException("expected an existing directory, found '" + text + "'");
        }
    }
}
