package dev.belay.platform.registry;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Asks a registry about one repository. Says who one is when it is asked to, and to nobody else; follows redirects, a few. */
final class Session {
    private static final int MOST_REDIRECTS = 5;
    private static final String AUTHENTICATE = "www-authenticate";

    private final Transport transport;
    private final Access access;
    private final Reference reference;
    private final URI base;
    private final String scope;
    private final Deadline deadline;
    private Optional<Access.Answer> answer = Optional.empty();

    /**
     * @param base of the registry
     * @param actions what is to be done: {@code pull} or {@code pull,push}
     */
    Session(Transport transport, Access access, Reference reference, URI base, String actions, Deadline deadline) {
        this.transport = transport;
        this.access = access;
        this.reference = reference;
        this.base = base;
        this.scope = "repository:" + reference.repository() + ":" + actions;
        this.deadline = deadline;
    }

    /** Something of the repository, such as {@code manifests/latest}. */
    URI at(String path) {
        return base.resolve("/v2/" + reference.repository() + "/" + path);
    }

    /**
     * @throws RegistryException if the registry cannot be asked, does not let one in, or leads nowhere
     */
    Reply send(Call call) {
        Call next = call;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            Reply reply = admitted(next);
            boolean follows = reply.isRedirect() && (call.method().equals("GET") || call.method().equals("HEAD"));
            if (!follows) {
                return reply;
            }
            next = next.to(elsewhere(next.at(), reply));
        }
        throw wrong("expected at most " + MOST_REDIRECTS + " redirects, found more");
    }

    /** Where the registry wants something to be sent, or asked for. */
    URI elsewhere(URI from, Reply reply) {
        String location = reply.header("location").orElse("");
        return Optional.of(location).filter(its -> !its.isEmpty()).flatMap(its -> Web.named(from, its)).orElseThrow(() -> wrong(
                "expected an https address to go on at, found '" + Words.printable(location.replaceAll("[?#].*", "")) + "'"));
    }

    private Reply admitted(Call call) {
        boolean own = Web.isSameOrigin(call.at(), base);
        Reply reply = raw(own ? authorized(call) : call);
        if (reply.status() != Reply.UNAUTHORIZED || !own) {
            return reply;
        }
        answer = answered(reply);
        if (answer.isEmpty()) {
            return reply;
        }
        return raw(authorized(call));
    }

    private Optional<Access.Answer> answered(Reply reply) {
        List<Challenge> challenges = Challenge.all(reply.headers().allValues(AUTHENTICATE));
        try {
            return access.to(challenges, base, reference.host(), scope, deadline);
        } catch (IOException e) {
            throw new RegistryException(reference + ": no token from the service that the registry names: " + Failures.why(e), e);
        } catch (RegistryException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private Call authorized(Call call) {
        return answer.map(its -> call.with("authorization", its.authorization())).orElse(call);
    }

    private Reply raw(Call call) {
        try {
            return transport.send(call, deadline);
        } catch (IOException e) {
            String where = Web.isSameOrigin(call.at(), base) ? "" : Web.place(call.at()) + ", where it leads: ";
            throw new RegistryException(reference + ": " + where + Failures.why(e), e);
        }
    }

    /** What to say of a response that is not what was hoped for. */
    RegistryException unexpected(String what, Reply reply) {
        String said = Failures.said(reply);
        return wrong(switch (reply.status()) {
            case Reply.UNAUTHORIZED, Reply.FORBIDDEN -> denied(reply) + said;
            case Reply.NOT_FOUND -> "the registry has no " + what + said;
            case Reply.TOO_MANY -> "the registry takes no more requests for a while" + said;
            default -> "the registry answered with status " + reply.status() + " for the " + what + said;
        });
    }

    private String denied(Reply reply) {
        Optional<String> source = answer.flatMap(Access.Answer::who).map(Credentials::source);
        if (source.isPresent()) {
            return "the registry does not let in the user of " + source.get();
        }
        boolean known = Challenge.all(reply.headers().allValues(AUTHENTICATE)).stream()
                .anyMatch(its -> its.scheme().equals(Challenge.BASIC) || its.scheme().equals(Challenge.BEARER));
        return known || reply.status() == Reply.FORBIDDEN
                ? "the registry lets nobody in without credentials, and there are none for " + reference.host() + ": log in, as with docker login "
                        + reference.host()
                : "the registry asks for credentials in a way that is not known: expected Basic or Bearer";
    }

    RegistryException wrong(String what) {
        return new RegistryException(reference + ": " + what);
    }
}
