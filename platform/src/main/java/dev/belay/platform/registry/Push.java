package dev.belay.platform.registry;

import dev.belay.platform.spec.Digest;
import java.net.URI;
import java.util.function.LongConsumer;

/** Puts an artifact into a registry: first what its manifest names, then the manifest, so that there is never a part of one to be seen. */
final class Push {
    private final Session session;
    private final LongConsumer moved;

    /** @param moved is told how many bytes of the component have gone */
    Push(Session session, LongConsumer moved) {
        this.session = session;
        this.moved = moved;
    }

    /** @return the digest of the manifest */
    Digest put(Artifact artifact, String tag) {
        blob(artifact.component(), moved);
        blob(artifact.config(), _ -> {});
        Reply reply = session.send(Call.of("PUT", session.at("manifests/" + tag)).withBody(MediaTypes.MANIFEST, artifact.manifest()));
        if (reply.status() != Reply.CREATED) {
            throw session.unexpected("manifest", reply);
        }
        return Digest.of(artifact.manifest());
    }

    private void blob(byte[] bytes, LongConsumer listener) {
        String digest = Reference.text(Digest.of(bytes));
        if (session.send(Call.of("HEAD", session.at("blobs/" + digest))).status() == Reply.OK) {
            return;
        }
        Call begin = Call.of("POST", session.at("blobs/uploads/")).withBody("application/octet-stream", new byte[0]);
        Reply begun = session.send(begin);
        if (begun.status() != Reply.ACCEPTED) {
            throw session.unexpected("repository to push to", begun);
        }
        String place = session.elsewhere(begin.at(), begun).toString();
        URI to = URI.create(place + (place.contains("?") ? "&" : "?") + "digest=" + digest.replace(":", "%3A"));
        Reply reply = session.send(Call.of("PUT", to).withBody("application/octet-stream", bytes).watchedBy(listener));
        if (reply.status() != Reply.CREATED) {
            throw session.unexpected("upload", reply);
        }
    }
}
