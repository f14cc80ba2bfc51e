package dev.belay.platform.yaml;

import dev.belay.wit.error.Source;
import dev.belay.wit.error.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads one YAML document. Anchors are followed as far as the bounds allow, since each use counts anew. */
public final class Yaml {
    /** Ten thousand applications of twenty lines each. */
    private static final int MAX_CHARACTERS = 16 << 20;
    /** Values, those of anchors as often as they are used: so that no short text means a large document. */
    private static final int MAX_VALUES = 2_000_000;
    private static final int MAX_DEPTH = 32;

    private final Source source;
    private final Offsets offsets;
    private int values;

    private Yaml(Source source) {
        this.source = source;
        this.offsets = Offsets.of(source.text());
    }

    /**
     * @throws YamlException if it is none
     */
    public static Value read(Source source) {
        var yaml = new Yaml(source);
        if (source.text().length() > MAX_CHARACTERS) {
            throw new YamlException(new Span(source, 0, 0), "expected at most 16 MiB of YAML");
        }
        try {
            Optional<Node> root = new Compose(settings()).composeString(source.text());
            return root.map(node -> yaml.value(node, 0)).orElseGet(() -> new Value.Scalar(new Span(source, 0, 0), "", false));
        } catch (MarkedYamlEngineException e) {
            throw new YamlException(yaml.at(e.getProblemMark()), problem(e));
        } catch (YamlEngineException e) {
            throw new YamlException(new Span(source, 0, 0), String.valueOf(e.getMessage()).lines().findFirst().orElse("no YAML"));
        }
    }

    private static LoadSettings settings() {
        return LoadSettings.builder()
                .setUseMarks(true)
                .setAllowDuplicateKeys(true) // They are reported here, with both places.
                .setAllowNonScalarKeys(false)
                .setMaxAliasesForCollections(MAX_VALUES) // Bounded here by what they amount to.
                .setCodePointLimit(MAX_CHARACTERS)
                .build();
    }

    private static String problem(MarkedYamlEngineException e) {
        String problem = String.valueOf(e.getProblem());
        return e.getContext() == null || e.getContext().isBlank() ? problem : e.getContext() + ": " + problem;
    }

    private Span at(Optional<Mark> mark) {
        int offset = mark.map(m -> offsets.units(m.getIndex())).orElse(0);
        return new Span(source, offset, Math.min(offset + 1, source.text().length()));
    }

    private Span span(Node node) {
        int start = node.getStartMark().map(m -> offsets.units(m.getIndex())).orElse(0);
        int end = node.getEndMark().map(m -> offsets.units(m.getIndex())).orElse(start);
        return new Span(source, start, node instanceof ScalarNode ? end : Math.min(end, start + 1));
    }

    private Value value(Node node, int depth) {
        if (++values > MAX_VALUES) {
            throw new YamlException(span(node), "expected at most " + MAX_VALUES + " values");
        }
        if (depth > MAX_DEPTH) {
            throw new YamlException(span(node), "expected values nested at most " + MAX_DEPTH + " deep");
        }
        return switch (node) {
            case ScalarNode scalar ->
                new Value.Scalar(span(scalar), scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN);
            case SequenceNode sequence -> {
                List<Value> items = new ArrayList<>();
                sequence.getValue().forEach(item -> items.add(value(item, depth + 1)));
                yield new Value.Listed(span(sequence), items);
            }
            case MappingNode mapping -> table(mapping, depth);
            default -> throw new YamlException(span(node), "expected text, a list or a table, found an alias");
        };
    }

    private Value table(MappingNode mapping, int depth) {
        var entries = new LinkedHashMap<String, Value.Entry>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new YamlException(span(tuple.getKeyNode()), "expected a name as key");
            }
            Value.Entry first = entries.putIfAbsent(
                    key.getValue(), new Value.Entry(span(key), value(tuple.getValueNode(), depth + 1)));
            if (first != null) {
                throw new YamlException(
                        span(key), "`" + key.getValue() + "` is given more than once; the first is at " + first.key().place());
            }
        }
        return new Value.Table(span(mapping), entries);
    }
}
