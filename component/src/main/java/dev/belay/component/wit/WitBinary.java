package dev.belay.component.wit;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.type.ComponentType;
import dev.belay.component.validate.ComponentValidator;
import dev.belay.wit.error.Source;
import dev.belay.wit.file.WitFileException;
import dev.belay.wit.file.WitLoader;
import dev.belay.wit.resolve.Features;
import dev.belay.wit.resolve.Resolver;
import dev.belay.wit.resolve.WitPackages;
import dev.belay.wit.syntax.WitFile;
import dev.belay.wit.syntax.WitParser;
import java.nio.file.Path;

/** WIT out of binaries: packages that are kept as such, and whatever components say of themselves. */
public final class WitBinary {
    private WitBinary() {}

    /**
     * The WIT of a package's binary or, for any other component, that of {@link WitText}.
     *
     * @throws InvalidComponentException if the bytes are no valid component
     */
    public static String text(byte[] bytes) {
        ComponentBinary component = ComponentDecoder.decode(bytes);
        ComponentType type = ComponentValidator.validate(component);
        var docs = PackageDocs.of(component);
        return PackageText.isPackage(type) ? PackageText.of(type, docs) : WitText.of(type, docs);
    }

    /**
     * Whether the bytes are a valid component that holds a package of WIT.
     *
     * @throws InvalidComponentException if they are no valid component
     */
    public static boolean isPackage(byte[] bytes) {
        return PackageText.isPackage(ComponentValidator.validate(ComponentDecoder.decode(bytes)));
    }

    /** Whether a component of that type is a package of WIT. */
    public static boolean isPackage(ComponentType type) {
        return PackageText.isPackage(type);
    }

    /**
     * The package in a file or directory, with what it depends on, be it text or binary.
     *
     * @throws WitFileException if a file cannot be read, or is neither WIT nor a valid component
     * @throws dev.belay.wit.error.WitException if a text is wrong
     */
    public static WitPackages load(Path path, Features features) {
        return Resolver.resolve(WitLoader.load(path, WitBinary::read), features);
    }

    /** The package, and within it, nested, those parts of others that it refers to. */
    public static WitFile read(Path file, byte[] bytes) {
        try {
            return WitParser.parse(new Source(file.toString(), text(bytes)));
        } catch (InvalidComponentException e) {
            throw new WitFileException(file + ": " + e.getMessage());
        }
    }
}
