package dev.belay.platform.registry;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Answers a registry's challenges: with the user's name and password, or with a token of the service that the registry names. That service is another
 * host as a rule, and is given what is kept for the registry: a registry that lies about it gets no more than it would by asking itself.
 */
final class Access {
    private static final int MOST_TOKEN_BYTES = 1 << 20;
    /** What can stand in a header. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,65536}");

    private static final String CLIENT = "belay";

    private final Transport transport;
    private final CredentialSource credentials;

    Access(Transport transport, CredentialSource credentials) {
        this.transport = transport;
        this.credentials = credentials;
    }

    /**
     * @param authorization the value of an {@code Authorization} header
     * @param who it speaks for; nobody for a token that everybody gets
     */
    record Answer(String authorization, Optional<Credentials> who) {}

    /**
     * @param from the registry
     * @param host of the reference, by which credentials are kept
     * @param scope to ask for, if the registry does not say which
     * @return empty if there is nothing to say
     * @throws IOException if the service for tokens cannot be asked
     * @throws RegistryException if what it says is none, or credentials cannot be read
     */
    Optional<Answer> to(List<Challenge> challenges, URI from, String host, String scope, Deadline deadline) throws IOException {
        Optional<Credentials> who = credentials.of(host);
        Optional<Challenge> bearer = challenges.stream().filter(its -> its.scheme().equals(Challenge.BEARER)).findFirst();
        if (bearer.isPresent()) {
            return Optional.of(new Answer("Bearer " + token(bearer.get(), from, host, scope, who, deadline), who));
        }
        return challenges.stream().anyMatch(its -> its.scheme().equals(Challenge.BASIC))
                ? who.filter(its -> !its.isIdentityToken()).map(its -> new Answer(its.basic(), who))
                : Optional.empty();
    }

    private String token(
            Challenge challenge, URI from, String host, String scope, Optional<Credentials> who, Deadline deadline) throws IOException {
        String realm = challenge.parameter("realm").orElse("");
        URI service = Web.named(from, realm).filter(its -> !realm.isEmpty()).orElseThrow(() -> new RegistryException(
                "expected the https address of a service for tokens, found '" + Words.printable(realm) + "'"));
        var query = new LinkedHashMap<String, String>();
        challenge.parameter("service").ifPresent(its -> query.put("service", its));
        query.put("scope", challenge.parameter("scope").orElse(scope));
        Reply reply = transport.send(
                who.filter(Credentials::isIdentityToken)
                        .map(its -> traded(service, query, its))
                        .orElseGet(() -> asked(service, query, who))
                        .atMost(MOST_TOKEN_BYTES),
                deadline);
        String place = "the service for tokens at " + Web.place(service);
        if (reply.status() != Reply.OK) {
            throw new RegistryException(place + " answered with status " + reply.status()
                    + who.map(its -> " to the credentials of " + its.source()).orElse("; it was shown no credentials, since there are none for " + host
                            + ": log in, as with docker login " + host));
        }
        return token(reply.body()).orElseThrow(() -> new RegistryException(place + " gave none: expected JSON with a token"));
    }

    private static Call asked(URI service, Map<String, String> query, Optional<Credentials> who) {
        String separator = service.getRawQuery() == null ? "?" : "&";
        Call call = Call.of("GET", URI.create(withoutFragment(service) + separator + encoded(query)));
        return who.map(its -> call.with("authorization", its.basic())).orElse(call);
    }

    /** By OAuth 2: the token of an identity for one that gives access. */
    private static Call traded(URI service, Map<String, String> query, Credentials who) {
        var form = new LinkedHashMap<>(query);
        form.put("grant_type", "refresh_token");
        form.put("client_id", CLIENT);
        form.put("refresh_token", who.secret());
        return Call.of("POST", URI.create(withoutFragment(service)))
                .withBody("application/x-www-form-urlencoded", encoded(form).getBytes(StandardCharsets.UTF_8));
    }

    private static String withoutFragment(URI at) {
        String text = at.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? text : text.substring(0, fragment);
    }

    private static Optional<String> token(byte[] answer) {
        try {
            JsonNode json = Json.read(answer);
            return Json.text(json, "token").or(() -> Json.text(json, "access_token")).filter(its -> TOKEN.matcher(its).matches());
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(its -> its.getKey() + "=" + URLEncoder.encode(its.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
