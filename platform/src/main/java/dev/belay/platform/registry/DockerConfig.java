package dev.belay.platform.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The file that {@code docker login}, and the logins of other tools, write: {@code config.json} in {@code $DOCKER_CONFIG} or {@code ~/.docker}. A helper
 * for a host is asked first, then the helper for all, then the file itself has the credentials.
 */
final class DockerConfig implements CredentialSource {
    private static final int MOST_BYTES = 4 << 20;
    private static final Pattern HELPER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    /** What logins have written of a host over the years. */
    private static final List<String> FORMS = List.of("%s", "https://%s", "https://%s/v1/", "https://%s/v2/", "https://%s/", "http://%s");

    private final Path file;
    private final Duration patience;

    /** @param patience with a helper, which may have to ask a person */
    DockerConfig(Path file, Duration patience) {
        this.file = file;
        this.patience = patience;
    }

    static DockerConfig of(Map<String, String> environment, Path home, Duration patience) {
        String directory = environment.getOrDefault("DOCKER_CONFIG", "");
        return new DockerConfig((directory.isEmpty() ? home.resolve(".docker") : Path.of(directory)).resolve("config.json"), patience);
    }

    @Override
    public Optional<Credentials> of(String host) {
        return read().flatMap(config -> find(config, host));
    }

    private Optional<Credentials> find(JsonNode config, String host) {
        Optional<String> own = Optional.ofNullable(config.get("credHelpers")).flatMap(its -> Json.text(its, host));
        if (own.isPresent()) {
            return helper(own.get()).get(host);
        }
        return Json.text(config, "credsStore")
                .flatMap(name -> helper(name).get(host))
                .or(() -> Optional.ofNullable(config.get("auths")).flatMap(auths -> kept(auths, host)));
    }

    private CredentialHelper helper(String name) {
        if (!HELPER.matcher(name).matches()) {
            throw new RegistryException(file + ": expected the name of a credential helper, found '" + Words.printable(name) + "'");
        }
        return CredentialHelper.named(name, patience);
    }

    private Optional<Credentials> kept(JsonNode auths, String host) {
        return FORMS.stream()
                .flatMap(form -> Optional.ofNullable(auths.get(form.formatted(host))).stream())
                .filter(JsonNode::isObject)
                .flatMap(entry -> credentials(entry, host).stream())
                .findFirst();
    }

    private Optional<Credentials> credentials(JsonNode entry, String host) {
        Optional<String> identity = Json.text(entry, "identitytoken");
        if (identity.isPresent()) {
            return identity.map(token -> new Credentials("", token, file.toString()));
        }
        Optional<String> auth = Json.text(entry, "auth");
        if (auth.isPresent()) {
            return auth.map(text -> decoded(text, host));
        }
        return Json.text(entry, "username")
                .flatMap(user -> Json.text(entry, "password").map(password -> new Credentials(user, password, file.toString())));
    }

    private Credentials decoded(String auth, String host) {
        try {
            String pair = new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon > 0) {
                // Some writers fill up with zeros.
                return new Credentials(pair.substring(0, colon), pair.substring(colon + 1).replace("\0", ""), file.toString());
            }
        } catch (IllegalArgumentException _) {
            // Its message would say what was found.
        }
        throw new RegistryException(file + ": auths of " + host + ": expected the base64 of USER:PASSWORD as `auth`; log in anew");
    }

    private Optional<JsonNode> read() {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new RegistryException(file + ": expected at most 4 MiB");
            }
            return Optional.of(Json.read(bytes));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (JacksonException e) {
            throw new RegistryException(file + ": expected JSON, " + Json.found(e));
        } catch (IOException e) {
            throw new RegistryException(file + ": cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }
}
