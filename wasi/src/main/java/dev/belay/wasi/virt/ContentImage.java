package dev.belay.wasi.virt;

import dev.belay.component.model.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the harness reads when it starts, as {@code wasi/virt/image.c} expects it: a header, tables of 32-bit numbers, texts,
 * and then the bytes of all files, which stay where they are until something reads them.
 */
final class ContentImage {
    private static final int HEADER_WORDS = 15;
    private static final int NO_PARENT = -1;
    /** As wasi:filesystem numbers them. */
    private static final int DIRECTORY = 3, REGULAR = 6;

    private record Node(int parent, String name, int type, Bytes content) {}

    private final Surroundings surroundings;
    private final List<Integer> words = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final ByteArrayOutputStream texts = new ByteArrayOutputStream();
    private int textsAt;

    private ContentImage(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static Bytes of(Surroundings surroundings) {
        return new ContentImage(surroundings).write();
    }

    private Bytes write() {
        var roots = new ArrayList<Integer>();
        surroundings.mounts().forEach((guest, tree) -> {
            roots.add(nodes.size());
            collect(NO_PARENT, "", tree);
        });
        long files = nodes.stream().mapToLong(node -> node.content().size()).sum();
        if (files > FileTree.MAX_BYTES) {
            throw new VirtException("expected files of at most " + (FileTree.MAX_BYTES >> 20) + " MiB together");
        }
        var environment = surroundings.environment();
        var configuration = surroundings.configuration();
        Set<String> environmentOfHost = new TreeSet<>(surroundings.hostEnvironment().names());
        Set<String> configurationOfHost = new TreeSet<>(surroundings.hostConfiguration().names());
        textsAt = Integer.BYTES
                * (HEADER_WORDS
                        + 4 * (environment.size() + configuration.size())
                        + 2 * (environmentOfHost.size() + configurationOfHost.size())
                        + 6 * nodes.size()
                        + 3 * roots.size()
                        + 4 * surroundings.preopens().size());
        pairs(environment);
        environmentOfHost.forEach(this::text);
        pairs(configuration);
        configurationOfHost.forEach(this::text);
        int nodesAt = words.size();
        for (Node node : nodes) {
            words.add(node.parent());
            text(node.name());
            words.add(node.type());
            words.add(0);
            words.add(node.content().size());
        }
        int root = 0;
        for (String guest : surroundings.mounts().keySet()) {
            words.add(roots.get(root++));
            text(guest);
        }
        pairs(surroundings.preopens());
        int size = align(textsAt + texts.size());
        place(nodesAt, size);
        return assemble(size, roots.size(), environmentOfHost.size(), configurationOfHost.size());
    }

    private void collect(int parent, String name, FileTree tree) {
        int index = nodes.size();
        switch (tree) {
            case FileTree.File(Bytes content) -> nodes.add(new Node(parent, name, REGULAR, content));
            case FileTree.Directory(var entries) -> {
                nodes.add(new Node(parent, name, DIRECTORY, Bytes.empty()));
                entries.forEach((child, it) -> collect(index, child, it));
            }
        }
    }

    private void pairs(Map<String, String> values) {
        values.forEach((name, value) -> {
            text(name);
            text(value);
        });
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        words.add(textsAt + texts.size());
        words.add(bytes.length);
        texts.writeBytes(bytes);
    }

    /** Where the bytes of each file are, the first at {@code at}. */
    private void place(int nodesAt, int at) {
        int next = at;
        for (int i = 0; i < nodes.size(); i++) {
            words.set(nodesAt + 6 * i + 4, next);
            next += nodes.get(i).content().size();
        }
    }

    private Bytes assemble(int size, int roots, int environmentListed, int configurationListed) {
        int all = size + nodes.stream().mapToInt(node -> node.content().size()).sum();
        var out = ByteBuffer.allocate(all).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(size);
        out.putInt(surroundings.writable() ? 1 : 0);
        out.putInt(surroundings.arguments() ? 1 : 0);
        out.putInt(surroundings.stdin().ordinal());
        out.putInt(surroundings.stdout().ordinal());
        out.putInt(surroundings.stderr().ordinal());
        out.putInt(surroundings.environment().size());
        out.putInt(environmentListed);
        out.putInt(surroundings.hostEnvironment().kind().ordinal());
        out.putInt(surroundings.configuration().size());
        out.putInt(configurationListed);
        out.putInt(surroundings.hostConfiguration().kind().ordinal());
        out.putInt(nodes.size());
        out.putInt(roots);
        out.putInt(surroundings.preopens().size());
        words.forEach(out::putInt);
        out.put(texts.toByteArray());
        out.position(size);
        nodes.forEach(node -> out.put(node.content().array(), node.content().offset(), node.content().size()));
        return Bytes.of(out.array());
    }

    private static int align(int size) {
        return (size + 7) & -8;
    }
}
