package dafu.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A plain file host on loopback, with the site below a path of its own, that remembers what it did not find. */
final class StaticHost implements AutoCloseable {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "xml", "application/xml",
            "svg", "image/svg+xml",
            "png", "image/png");

    private final HttpServer server;
    private final Path site;
    private final String prefix;
    private final ConcurrentLinkedQueue<String> missing = new ConcurrentLinkedQueue<>();

    /** Files that are not what they should be: their names below the site as a pattern, and what comes instead. */
    private volatile Pattern broken = Pattern.compile("");

    private volatile byte[] instead = {};
    private final AtomicInteger answering = new AtomicInteger();

    StaticHost(Path site, String prefix) throws IOException {
        this.site = site;
        this.prefix = prefix;
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
        return "http://127.0.0.1:" + server.getAddress().getPort() + prefix + path;
    }

    List<String> missing() {
        return List.copyOf(missing);
    }

    /** From now on these files are not found. */
    void lose(String names) {
        damage(names, new byte[0]);
    }

    /** From now on these files hold something else. */
    void damage(String names, byte[] bytes) {
        broken = Pattern.compile(names);
        instead = bytes;
    }

    /** From now on every file is as it was built; what was asked for before has been answered. */
    void mend() {
        damage("", new byte[0]);
        while (answering.get() > 0) {
            Thread.onSpinWait();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        answering.incrementAndGet();
        try {
            send(exchange);
        } finally {
            answering.decrementAndGet();
        }
    }

    private void send(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().getPath();
        Path file = asked.startsWith(prefix)
                ? site.resolve(asked.substring(prefix.length()) + (asked.endsWith("/") ? "index.html" : ""))
                : site.resolve("outside the site");
        boolean damaged = asked.startsWith(prefix)
                && asked.length() > prefix.length()
                && broken.matcher(asked.substring(prefix.length())).matches();
        boolean found =
                file.normalize().startsWith(site) && Files.isRegularFile(file) && !(damaged && instead.length == 0);
        if (!found) {
            missing.add(asked);
        }
        byte[] body = damaged && found
                ? instead
                : found ? Files.readAllBytes(file) : Files.readAllBytes(site.resolve("404.html"));
        String name = found ? String.valueOf(file.getFileName()) : "404.html";
        String type = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(type, "application/octet-stream"));
        exchange.sendResponseHeaders(found ? 200 : 404, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
