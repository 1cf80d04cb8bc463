package dafu.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dafu.model.Json;
import dafu.text.Resource;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * Serves a folder to this machine alone, and tells open pages when it has changed: each page is given a script of
 * {@value #OURS} that listens, shows what was found wrong over the page, and loads the page again where it was.
 */
public final class Host implements AutoCloseable {
    private static final String OURS = "/.dafu/";
    private static final String EVENTS = OURS + "events";
    private static final String SCRIPT = OURS + "preview.js";
    private static final int PORTS_TRIED = 50;
    /** What the table of early JDKs lacks; it knows the rest. */
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "css", "text/css", "js", "text/javascript", "jsonl", "text/plain");

    private final Path site;
    private final HttpServer server;
    private final byte[] script = Resource.text(Host.class, "preview.js").getBytes(StandardCharsets.UTF_8);
    private final byte[] empty = Resource.text(Host.class, "empty.html").getBytes(StandardCharsets.UTF_8);
    private final Queue<OutputStream> listeners = new ConcurrentLinkedQueue<>();
    private volatile String state = "";
    private volatile int shown;

    /** @param port the port to listen at; when it is taken, the next free one */
    public Host(Path site, int port) throws IOException {
        this.site = site.toAbsolutePath().normalize();
        server = listening(port);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "serve");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    private static HttpServer listening(int port) throws IOException {
        for (int tried = 0; ; tried++) {
            try {
                return HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port == 0 ? 0 : port + tried), 0);
            } catch (BindException taken) {
                if (port == 0 || tried == PORTS_TRIED || port + tried == 0xFFFF) {
                    throw taken;
                }
            }
        }
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /**
     * Tells every open page what there is now.
     *
     * @param changed whether pages are to be loaded again
     * @param summary of what is wrong, empty where nothing is
     * @param findings what is wrong
     */
    public synchronized void show(boolean changed, String summary, String findings) {
        shown = shown + (changed ? 1 : 0);
        boolean errors = findings.contains(": error[");
        Json now = Json.of(Map.of("shown", shown, "errors", errors, "summary", summary, "findings", findings));
        state = "data: " + now.text() + "\n\n";
        listeners.removeIf(listener -> !sent(listener, state));
    }

    private static boolean sent(OutputStream listener, String event) {
        try {
            synchronized (listener) {
                listener.write(event.getBytes(StandardCharsets.UTF_8));
                listener.flush();
            }
            return true;
        } catch (IOException left) {
            return false;
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String host = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), "");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        if (!host.matches("(127\\.0\\.0\\.1|localhost)(:\\d+)?")) {
            // A page elsewhere may have its name lead here, to read drafts.
            send(exchange, 403, "txt", new byte[0]);
        } else if (!exchange.getRequestMethod().matches("GET|HEAD")) {
            send(exchange, 405, "txt", new byte[0]);
        } else if (path.equals(EVENTS)) {
            listen(exchange);
        } else if (path.equals(SCRIPT)) {
            send(exchange, 200, "js", script);
        } else {
            file(exchange, path);
        }
    }

    private void listen(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream listener = exchange.getResponseBody();
        // Else a state that comes between the two would never be told.
        synchronized (this) {
            if (sent(listener, state)) {
                listeners.add(listener);
            }
        }
    }

    private void file(HttpExchange exchange, String path) throws IOException {
        Path file = find(path.substring(1));
        if (Files.isDirectory(file) && !path.endsWith("/")) {
            exchange.getResponseHeaders()
                    .set("Location", exchange.getRequestURI().getRawPath() + "/");
            send(exchange, 301, "txt", new byte[0]);
            return;
        }
        // Before the file is read: a page that is newer than it says is only loaded once more.
        int version = shown;
        Path found = Files.isDirectory(file) ? file.resolve("index.html") : file;
        boolean there = Files.isRegularFile(found, LinkOption.NOFOLLOW_LINKS);
        Path missing = site.resolve("404.html");
        String name = String.valueOf(there ? found.getFileName() : missing.getFileName());
        byte[] bytes = there || Files.exists(missing) ? Files.readAllBytes(there ? found : missing) : empty;
        String type = name.substring(name.lastIndexOf('.') + 1);
        send(exchange, there ? 200 : 404, type, type.equals("html") ? listening(bytes, version) : bytes);
    }

    /** A file of the site, or one that no site has. */
    private Path find(String path) {
        Path nothing = site.resolve(OURS.substring(1));
        try {
            Path file = site.resolve(path).normalize();
            return file.startsWith(site) ? file : nothing;
        } catch (InvalidPathException noName) {
            return nothing;
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        String known = TYPES.getOrDefault(type, URLConnection.getFileNameMap().getContentTypeFor("a." + type));
        String named = Objects.requireNonNullElse(known, "application/octet-stream");
        exchange.getResponseHeaders()
                .set("Content-Type", named.startsWith("text/") ? named + "; charset=utf-8" : named);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        try (exchange) {
            if (!head && body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** A page with the script that listens; its policy allows files of its own host, so the script comes from there. */
    private static byte[] listening(byte[] page, int version) {
        String html = new String(page, StandardCharsets.UTF_8);
        int end = html.lastIndexOf("</body>");
        int at = end < 0 ? html.length() : end;
        return (html.substring(0, at) + "<script type=\"module\" src=\"" + SCRIPT + "?shown=" + version + "\"></script>"
                        + html.substring(at))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
