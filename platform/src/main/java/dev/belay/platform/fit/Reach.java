package dev.belay.platform.fit;

import dev.belay.platform.spec.RevisionSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What an application can reach, and from where each of its imports is met.
 *
 * @param within imports that parts of the composition meet
 * @param ofHost imports that the host meets, and what of it the application gets
 */
public record Reach(List<Composed.Met> within, List<Grant> ofHost) {
    public Reach {
        within = List.copyOf(within);
        ofHost = List.copyOf(ofHost);
    }

    /** @param gets in words; names of secrets, never what they are */
    public record Grant(String name, String gets) {}

    public static Reach of(RevisionSpec revision, Fitted fitted) {
        var grants = new ArrayList<Grant>();
        fitted.imports().stream().sorted().forEach(name -> grants.add(new Grant(name, gets(name, revision))));
        return new Reach(fitted.met(), grants);
    }

    private static String gets(String name, RevisionSpec revision) {
        String bare = name.replaceFirst("@.*", "");
        return switch (bare) {
            case "wasi:http/outgoing-handler" -> listed("requests to ", revision.allowHosts(), "nothing: no allow-hosts");
            case "wasmcloud:messaging/consumer" ->
                listed("answers, and messages to ", revision.publish(), "answers only: no publish");
            case "wasi:cli/environment" -> listed("variables ", names(revision, revision.environment().keySet()), "no variables");
            case "wasi:config/store" -> listed("values ", names(revision, revision.config().keySet()), "no values");
            case "wasi:keyvalue/store" -> listed("buckets ", revision.buckets(), "no buckets");
            case "wasi:keyvalue/atomics", "wasi:keyvalue/batch" -> "what it does in buckets that it has opened";
            case "wasi:logging/logging", "wasi:cli/stdout", "wasi:cli/stderr" -> "the application's log";
            case "wasi:cli/stdin" -> "nothing to read";
            case "wasi:cli/exit" -> "the end of its own instance";
            case "wasi:filesystem/preopens" -> "no directories";
            default -> ofPackage(bare);
        };
    }

    private static String ofPackage(String bare) {
        return bare.startsWith("wasi:sockets/")
                ? "nothing: always denied"
                : bare.startsWith("wasi:clocks/")
                        ? "the host's clock"
                        : bare.startsWith("wasi:random/") ? "random numbers" : "what others of these give";
    }

    private static Collection<String> names(RevisionSpec revision, Collection<String> plain) {
        var names = new TreeSet<>(plain);
        revision.secrets().keySet().forEach(secret -> {
            names.remove(secret);
            names.add(secret + " (secret)");
        });
        return names;
    }

    private static String listed(String what, Collection<String> names, String otherwise) {
        return names.isEmpty() ? otherwise : what + String.join(", ", names);
    }
}
