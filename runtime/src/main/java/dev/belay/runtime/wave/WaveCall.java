package dev.belay.runtime.wave;

import dev.belay.component.type.FunctionType;
import java.util.List;
import java.util.Optional;

/**
 * A call as text: {@code add(1, 2)}, {@code wasi:cli/run@0.2.0#run()} or {@code run#run()}.
 *
 * <p>The name is known at once; the arguments can be read when the function's type is.
 */
public final class WaveCall {
    private final String text;
    private final String name;
    private final int afterOpening;

    private WaveCall(String text, String name, int afterOpening) {
        this.text = text;
        this.name = name;
        this.afterOpening = afterOpening;
    }

    /**
     * @throws WaveException if the text does not start with a name and an opening parenthesis
     */
    public static WaveCall parse(String text) {
        int open = text.indexOf('(');
        var in = new Scanner(text, open < 0 ? text.length() : 0);
        if (open < 0) {
            throw in.error("expected '(' and the arguments after the function's name, such as "
                    + (text.isBlank() ? "f" : text.strip()) + "()");
        }
        String name = text.substring(0, open).strip();
        if (name.isEmpty()) {
            throw in.error("expected the name of a function before '('");
        }
        return new WaveCall(text, name, open + 1);
    }

    /** What stands before {@code #}, in full or the interface's own name only; empty if there is none. */
    public Optional<String> interfaceName() {
        int hash = name.indexOf('#');
        return hash < 0 ? Optional.empty() : Optional.of(name.substring(0, hash));
    }

    public String function() {
        return name.substring(name.indexOf('#') + 1);
    }

    /**
     * The arguments as Java values; options at the end may be left out.
     *
     * @throws WaveException if they do not fit the parameters, or something follows them
     */
    public List<Object> arguments(FunctionType type) {
        var in = new Scanner(text, afterOpening);
        var arguments = new Reader(in).arguments(type.params());
        in.skipSpace();
        if (!in.atEnd()) {
            throw in.expected("nothing after the call");
        }
        return arguments;
    }
}
