package dafu.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;

/** The plainest of file hosts, on loopback: it compresses nothing, splits nothing and remembers nothing. */
final class FileHost implements AutoCloseable {
    static {
        // Else the last packet of an answer waits for an acknowledgement, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "wasm", "application/wasm");

    private final HttpServer server;
    private final Path site;
    private final Map<String, String> pages;

    /**
     * @param pages pages that the site does not have, by their path
     */
    FileHost(Path site, Map<String, String> pages) throws IOException {
        this.site = site;
        this.pages = Map.copyOf(pages);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "host");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().getPath().substring(1);
        Path file = site.resolve(asked + (asked.isEmpty() || asked.endsWith("/") ? "index.html" : ""))
                .normalize();
        String page = pages.get(asked);
        boolean found = page != null || file.startsWith(site) && Files.isRegularFile(file);
        byte[] body =
                page != null ? page.getBytes(StandardCharsets.UTF_8) : found ? Files.readAllBytes(file) : new byte[0];
        String name = page != null ? "page.html" : String.valueOf(file.getFileName());
        exchange.getResponseHeaders()
                .set(
                        "Content-Type",
                        TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream"));
        exchange.sendResponseHeaders(found ? 200 : 404, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
