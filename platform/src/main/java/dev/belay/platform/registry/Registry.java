package dev.belay.platform.registry;

import dev.belay.host.tls.TlsException;
import dev.belay.host.tls.Trust;
import dev.belay.platform.spec.Digest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Fetches components from OCI registries, and puts them there. Thread-safe. */
public final class Registry implements AutoCloseable {
    /** No toolchain makes components near this size. */
    private static final int MOST_BYTES = 256 << 20;

    private static final byte[] MAGIC = {0, 'a', 's', 'm'};
    /** A layer that is smaller leaves room for what a registry says of why it does not give it. */
    private static final int FEW_OF_AN_ERROR = 64 << 10;

    private final RegistrySettings.All settings;
    private final Transport transport;
    private final Access access;
    private final Optional<ComponentCache> cache;

    /**
     * @throws RegistryException if the authorities cannot be read
     */
    public Registry(RegistrySettings settings) {
        this.settings = settings.all();
        this.transport = new Transport(this.settings.patience(), this.settings.authority().map(Registry::trust));
        this.access = new Access(transport, new KnownCredentials(this.settings.credentials()));
        this.cache = this.settings.cache().map(ComponentCache::at);
    }

    private static SSLContext trust(Path file) {
        try {
            return Trust.context(file);
        } catch (TlsException e) {
            throw new RegistryException("$SSL_CERT_FILE: " + e.getMessage(), e);
        }
    }

    /**
     * @throws RegistryException if there is no such component, or it cannot be had, or is not what its digest says
     */
    public Fetched fetch(Reference reference) {
        Session session = session(reference, "pull");
        Manifest manifest = manifest(reference, session);
        Reference pinned = reference.at(manifest.digest());
        Descriptor layer;
        try {
            layer = ArtifactReader.component(manifest.bytes(), manifest.type(), MOST_BYTES);
        } catch (RegistryException e) {
            throw session.wrong(String.valueOf(e.getMessage()));
        }
        byte[] bytes = cache.flatMap(its -> its.get(layer.digest())).orElseGet(() -> blob(reference, layer, session));
        if (!isWasm(bytes)) {
            throw session.wrong("expected a component, found something that is no WebAssembly");
        }
        return new Fetched(pinned, layer.digest(), bytes);
    }

    /** @param type that the registry gave it; empty for none */
    private record Manifest(Digest digest, byte[] bytes, String type) {}

    private Manifest manifest(Reference reference, Session session) {
        Optional<byte[]> kept = reference.digest().flatMap(digest -> cache.flatMap(its -> its.get(digest)));
        if (kept.isPresent()) {
            return new Manifest(Digest.of(kept.get()), kept.get(), "");
        }
        Reply reply = session.send(Call.of("GET", session.at("manifests/" + reference.version())).with("accept", MediaTypes.manifests()));
        if (reply.status() != Reply.OK) {
            throw session.unexpected(reference.digest().isPresent() ? "component of that digest" : "tag `" + reference.version() + "`", reply);
        }
        Digest digest = Digest.of(reply.body());
        reference.digest().or(() -> said(reply)).filter(its -> !its.equals(digest)).ifPresent(expected -> {
            throw session.wrong("expected a manifest of " + Reference.text(expected) + ", found one of " + Reference.text(digest));
        });
        cache.ifPresent(its -> its.put(digest, reply.body()));
        return new Manifest(digest, reply.body(), reply.header("content-type").orElse("").replaceAll("\\s*;.*", ""));
    }

    /** The digest that a registry gives a manifest; one by another hash says nothing here. */
    private static Optional<Digest> said(Reply reply) {
        return reply.header("docker-content-digest").flatMap(ArtifactReader::digest);
    }

    private byte[] blob(Reference reference, Descriptor layer, Session session) {
        Call call = Call.of("GET", session.at("blobs/" + Reference.text(layer.digest())))
                .atMost(Math.max(layer.size(), FEW_OF_AN_ERROR))
                .watchedBy(bytes -> settings.transfers().moved(reference, bytes, layer.size()));
        Reply reply = session.send(call);
        if (reply.status() != Reply.OK) {
            throw session.unexpected("layer that its manifest names", reply);
        }
        byte[] bytes = reply.body();
        if (bytes.length != layer.size()) {
            throw session.wrong("expected a layer of " + layer.size() + " bytes, found " + bytes.length);
        }
        Digest digest = Digest.of(bytes);
        if (!digest.equals(layer.digest())) {
            throw session.wrong("expected a layer of " + Reference.text(layer.digest()) + ", found one of " + Reference.text(digest));
        }
        cache.ifPresent(its -> its.put(digest, bytes));
        return bytes;
    }

    private static boolean isWasm(byte[] bytes) {
        return bytes.length > MAGIC.length && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /**
     * Puts a component there, under the reference's tag.
     *
     * @return the reference with the digest of its manifest
     * @throws IllegalArgumentException if the reference names a digest
     * @throws RegistryException if it cannot be put there
     */
    public Reference push(Reference reference, byte[] component, Surface surface) {
        if (reference.digest().isPresent()) {
            throw new IllegalArgumentException("expected a tag to push to, found a digest, which the component decides: " + reference);
        }
        Artifact artifact = Artifact.of(component, surface);
        var push = new Push(session(reference, "pull,push"), bytes -> settings.transfers().moved(reference, bytes, component.length));
        return reference.at(push.put(artifact, reference.tagOrLatest()));
    }

    private Session session(Reference reference, String actions) {
        return new Session(
                transport, access, reference, reference.base(settings.inClearText()), actions, Deadline.in(settings.patience().whole()));
    }

    @Override
    public void close() {
        transport.close();
    }
}
