package dev.belay.wit.print;

import dev.belay.wit.resolve.WitFunction;
import dev.belay.wit.resolve.WitInterface;
import dev.belay.wit.resolve.WitPackage;
import dev.belay.wit.resolve.WitPackages;
import dev.belay.wit.resolve.WitType;
import dev.belay.wit.resolve.WitWorld;
import dev.belay.wit.resolve.WorldItem;
import dev.belay.wit.syntax.Keywords;
import dev.belay.wit.syntax.PackageName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prints packages: types before functions, each after what it needs; worlds with all that they import and export, nothing
 * included or implied.
 */
public final class WitPrinter {
    private final IndentedText lines = IndentedText.unbounded();

    private WitPrinter() {}

    /** All packages: the root first, the others in braces behind it. */
    public static String print(WitPackages packages) {
        return print(packages.packages());
    }

    /** The root package alone; other packages that it refers to have to be given along with it to be read again. */
    public static String printRoot(WitPackages packages) {
        return print(List.of(packages.root()));
    }

    private static String print(List<WitPackage> packages) {
        var printer = new WitPrinter();
        WitPackage root = packages.getFirst();
        printer.lines.meta(root.meta(), root.name()).add("package " + name(root.name()) + ";");
        printer.items(root, true);
        for (WitPackage other : packages.subList(1, packages.size())) {
            printer.lines.blank().meta(other.meta(), other.name()).open("package " + name(other.name()));
            printer.items(other, false);
            printer.lines.close();
        }
        return printer.lines.toString();
    }

    private static String name(PackageName name) {
        return Keywords.escape(name.namespace().name()) + ":" + Keywords.escape(name.name().name())
                + name.version().map(v -> "@" + v).orElse("");
    }

    private void items(WitPackage within, boolean blankFirst) {
        boolean blank = blankFirst;
        for (WitInterface each : within.interfaces().values()) {
            separate(blank);
            blank = true;
            lines.meta(each.meta(), within.name()).open("interface " + Keywords.escape(each.name().orElseThrow()));
            content(each, within);
            lines.close();
        }
        for (WitWorld world : within.worlds().values()) {
            separate(blank);
            blank = true;
            lines.meta(world.meta(), within.name()).open("world " + Keywords.escape(world.name()));
            content(world, within);
            lines.close();
        }
    }

    private void separate(boolean blank) {
        if (blank) {
            lines.blank();
        }
    }

    private void content(WitInterface type, WitPackage within) {
        var types = new TypePrinter(lines, within, Optional.of(type));
        type.types().values().forEach(t -> types.print(t, type.functions().values()));
        type.functions().values().stream()
                .filter(f -> f.kind() == WitFunction.Kind.FREE)
                .forEach(f -> lines.meta(f.meta(), within.name()).add(TypeNames.function(f) + ";"));
    }

    private void content(WitWorld world, WitPackage within) {
        var types = new TypePrinter(lines, within, Optional.empty());
        var declared = new ArrayList<WitType>();
        var functions = new ArrayList<WitFunction>();
        world.imports().values().forEach(item -> {
            if (item instanceof WorldItem.Type(_, var type)) {
                declared.add(type);
            } else if (item instanceof WorldItem.Func(_, var function)) {
                functions.add(function);
            }
        });
        declared.forEach(type -> types.print(type, functions));
        externs("import", ImportOrder.of(world.imports(), declared), within);
        externs("export", world.exports(), within);
    }

    private void externs(String keyword, Map<String, WorldItem> items, WitPackage within) {
        items.forEach((name, item) -> {
            String head = keyword + " " + Keywords.escape(name);
            switch (item) {
                case WorldItem.Type _ -> {
                    // Printed before.
                }
                case WorldItem.Func(var meta, var function) -> {
                    if (function.kind() == WitFunction.Kind.FREE) {
                        lines.meta(meta, within.name()).add(head + ": " + TypeNames.signature(function) + ";");
                    }
                }
                case WorldItem.Interface(var meta, var type) when type.name().isEmpty() -> {
                    lines.meta(meta, within.name()).open(head + ": interface");
                    content(type, within);
                    lines.close();
                }
                case WorldItem.Interface(var meta, var type) -> {
                    String path = TypePrinter.path(type, within);
                    boolean ownName = type.fullName().equals(Optional.of(name));
                    lines.meta(meta, within.name()).add((ownName ? keyword + " " + path : head + ": " + path) + ";");
                }
            }
        });
    }
}
