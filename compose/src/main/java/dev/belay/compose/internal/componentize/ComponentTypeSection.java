package dev.belay.compose.internal.componentize;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.binary.ComponentEncoder;
import dev.belay.component.model.At;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.component.model.ExternName;
import dev.belay.component.model.Section;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.validate.ComponentValidator;
import dev.belay.compose.ComponentizeException;
import dev.belay.compose.ComponentizeProblem.BadSection;
import dev.belay.compose.internal.encode.ComponentBuilder;
import java.util.Map;

/**
 * The section by which a core module says which world it was made for: a component that exports the world as a type, and
 * says in a section of its own how the module encodes strings.
 *
 * @param name the world's name in its package
 */
public record ComponentTypeSection(String name, ComponentType world, StringEncoding encoding) {
    /** Sections of this name, or of a longer one that starts with it and a colon. */
    public static final String NAME = "component-type";

    private static final String ENCODING = "wit-component-encoding";
    private static final int VERSION = 4;

    public static boolean is(Section.Custom section) {
        return section.name().equals(NAME) || section.name().startsWith(NAME + ":");
    }

    /**
     * @throws ComponentizeException if it is malformed
     */
    public static ComponentTypeSection read(Section.Custom section) {
        try {
            var component = ComponentDecoder.decode(section.data().toByteArray());
            ComponentType type = ComponentValidator.validate(component);
            if (type.exports().size() == 1) {
                var export = type.exports().entrySet().iterator().next();
                if (export.getValue() instanceof ExternType.TypeEq(ComponentType outer)
                        && outer.exports().size() == 1
                        && outer.exports().values().iterator().next() instanceof ExternType.Component(var world)) {
                    return new ComponentTypeSection(export.getKey(), world, encoding(section, component.sections()));
                }
            }
        } catch (InvalidComponentException e) {
            throw bad(section, e.getMessage() + " (offset within the section)");
        }
        throw bad(section, "expected a component that exports one world");
    }

    /**
     * @param fullName the world's, such as {@code wasi:cli/command@0.2.6}
     * @throws dev.belay.component.InvalidComponentException if components cannot have a type of the world
     */
    public byte[] encode(String fullName) {
        var builder = new ComponentBuilder();
        byte[] how = {VERSION, (byte) encoding.ordinal()};
        builder.custom(new Section.Custom(ENCODING, Bytes.of(how)));
        var outer = new ComponentType(Map.of(), Map.of(fullName, new ExternType.Component(world)));
        builder.export(ExternName.of(name), builder.type(outer));
        byte[] bytes = ComponentEncoder.encode(builder.build());
        ComponentValidator.validate(ComponentDecoder.decode(bytes));
        return bytes;
    }

    private static StringEncoding encoding(Section.Custom section, java.util.List<At<Section>> inner) {
        for (At<Section> each : inner) {
            if (each.it() instanceof Section.Custom(String name, Bytes data) && name.equals(ENCODING)) {
                if (data.size() != 2 || data.get(0) != VERSION) {
                    throw bad(section, "expected version " + VERSION + " of `" + ENCODING + "`, found " + data);
                }
                int code = data.get(1);
                if (code < 0 || code >= StringEncoding.values().length) {
                    throw bad(section, "unknown string encoding " + code);
                }
                return StringEncoding.values()[code];
            }
        }
        throw bad(section, "expected a section `" + ENCODING + "` in it, found none");
    }

    private static ComponentizeException bad(Section.Custom section, String why) {
        return new ComponentizeException(new BadSection(section.name(), why));
    }
}
