package dev.belay.platform.registry;

import dev.belay.platform.spec.Digest;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Where a component is in a registry.
 *
 * @param host in small letters, with a port if one is named
 * @param repository its path, such as {@code banks/nordhaven}
 * @param tag a name that may mean something else tomorrow
 * @param digest of its manifest; with one, the tag is for people alone
 */
public record Reference(String host, String repository, Optional<String> tag, Optional<Digest> digest) {
    /** What a reference begins with where a file may be named as well. */
    public static final String SCHEME = "oci://";

    /** What tools take if neither a tag nor a digest is named. */
    private static final String LATEST = "latest";

    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]+)?");

    /** Whether it is meant as one, well formed or not. */
    public static boolean isMeant(String text) {
        return text.startsWith(SCHEME);
    }

    /**
     * @param text {@code HOST[:PORT]/REPOSITORY[:TAG][@sha256:…]}, with or without {@code oci://}
     * @throws IllegalArgumentException if it is none: what was expected, what was found, and at which character
     */
    public static Reference parse(String text) {
        return new ReferenceParser(text).parse();
    }

    /** This very component, whatever becomes of the tag. */
    public Reference at(Digest manifest) {
        return new Reference(host, repository, tag, Optional.of(manifest));
    }

    /** What to ask the registry for. */
    String version() {
        return digest.map(Reference::text).orElseGet(this::tagOrLatest);
    }

    String tagOrLatest() {
        return tag.orElse(LATEST);
    }

    /** Where the registry is. */
    URI base(Predicate<Reference> inClearText) {
        return URI.create((inClearText.test(this) ? "http://" : "https://") + host + "/");
    }

    /** Whether it is on this machine: then the registry need not speak TLS. */
    boolean isLoopback() {
        return isLoopback(host);
    }

    /** @param host with or without a port; a name other than {@code localhost} is none, wherever it leads */
    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    /** The last part of the repository's path. */
    public String name() {
        return repository.substring(repository.lastIndexOf('/') + 1);
    }

    /** As registries write digests. */
    static String text(Digest digest) {
        return "sha256:" + digest;
    }

    @Override
    public String toString() {
        return SCHEME + host + "/" + repository + tag.map(its -> ":" + its).orElse("") + digest.map(its -> "@" + text(its)).orElse("");
    }
}
