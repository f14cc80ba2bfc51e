package dev.belay.platform.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as the console needs: it keeps one cookie, and follows nothing. */
final class Browser implements AutoCloseable {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private String cookie = "";

    Browser(int port) {
        this.port = port;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).GET().build());
    }

    HttpResponse<String> post(String path, Map<String, String> form, String... headers) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(its -> encoded(its.getKey()) + "=" + encoded(its.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    /** Sends a form with a file, as browsers do. */
    HttpResponse<String> upload(String path, String csrf, String name, byte[] file, String... headers)
            throws IOException, InterruptedException {
        String boundary = "----of-a-test";
        var body = new ByteArrayOutputStream();
        body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + csrf
                + "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"component\"; filename=\"" + name
                + "\"\r\nContent-Type: application/wasm\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path, headers)
                .header("content-type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    HttpResponse<String> signIn(String token) throws IOException, InterruptedException {
        var response = post("/console/login", Map.of("token", token));
        response.headers().firstValue("set-cookie").ifPresent(its -> cookie = its.substring(0, its.indexOf(';')));
        return response;
    }

    /** What a form of its pages brings back. */
    String csrf() throws IOException, InterruptedException {
        Matcher found = CSRF.matcher(get("/console").body());
        if (!found.find()) {
            throw new AssertionError("no form on the page");
        }
        return found.group(1);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("cookie", cookie);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
