package dev.belay.platform.fit;

import dev.belay.component.model.Bytes;
import dev.belay.platform.spec.Part;
import dev.belay.wasi.virt.FileTree;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Files by their paths, as a tree of directories. */
final class Trees {
    private static final class Node {
        final Map<String, Node> below = new TreeMap<>();
        final Map<String, Part> files = new TreeMap<>();
    }

    private Trees() {}

    static FileTree.Directory of(Map<String, Part> files, Function<Part, Bytes> read) {
        var root = new Node();
        files.forEach((path, part) -> put(root, path, part));
        return directory(root, read);
    }

    private static void put(Node root, String path, Part part) {
        Node at = root;
        String[] segments = java.util.Arrays.stream(path.split("/")).filter(s -> !s.isEmpty()).toArray(String[]::new);
        if (segments.length == 0) {
            throw new MisfitException(part.label() + ": expected a path such as /data.json for a file, found '/'");
        }
        for (int i = 0; i < segments.length - 1; i++) {
            at = at.below.computeIfAbsent(segments[i], _ -> new Node());
        }
        at.files.put(segments[segments.length - 1], part);
    }

    private static FileTree.Directory directory(Node node, Function<Part, Bytes> read) {
        var entries = new TreeMap<String, FileTree>();
        node.below.forEach((name, below) -> entries.put(name, directory(below, read)));
        node.files.forEach((name, part) -> entries.put(name, new FileTree.File(read.apply(part))));
        return new FileTree.Directory(entries);
    }
}
