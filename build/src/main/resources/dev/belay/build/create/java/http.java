package @package@;

import dev.belay.guest.http.HttpHandler;
import dev.belay.guest.http.Request;
import dev.belay.guest.http.Response;

/** Answers requests: which path is answered by what. */
public final class Handler implements HttpHandler {
    private static final String GREETING = "/hello/";

    @Override
    public Response handle(Request request) {
        String path = request.path();
        if (path.equals("/")) {
            return Response.text(200, "Hello from @name@\n");
        }
        if (path.startsWith(GREETING) && path.length() > GREETING.length()) {
            return Response.text(200, "Hello, " + path.substring(GREETING.length()) + "\n");
        }
        return Response.text(404, "Nothing at " + path + "; there are / and /hello/NAME\n");
    }
}
