package dafu.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Headless Chromium with a profile of its own, spoken to in its own protocol, which tells every request. */
final class Chromium implements AutoCloseable, WebSocket.Listener {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Map<String, @Nullable Object>>> waiting = new ConcurrentHashMap<>();
    private final Map<String, BlockingQueue<Event>> events = new ConcurrentHashMap<>();
    private final StringBuilder partial = new StringBuilder();

    /** Something that happened in a tab. */
    record Event(String method, Map<String, @Nullable Object> parameters) {}

    Chromium() throws IOException, InterruptedException {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IOException("no " + PROGRAM);
        }
        profile = Files.createTempDirectory("chromium");
        process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("output.txt").toFile())
                .start();
        Path port = profile.resolve("DevToolsActivePort");
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(port) || Files.readAllLines(port).size() < 2) {
            if (System.nanoTime() > until || !process.isAlive()) {
                throw new IOException("Chromium did not start; see " + profile.resolve("output.txt"));
            }
            Thread.sleep(50);
        }
        List<String> lines = Files.readAllLines(port);
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)), this)
                .join();
    }

    /** A tab in a browser without a past: nothing cached, nothing stored. */
    Tab open() throws IOException {
        String context = String.valueOf(call("", "Target.createBrowserContext", Map.of("disposeOnDetach", false))
                .get("browserContextId"));
        String target = String.valueOf(
                call("", "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                        .get("targetId"));
        String session = String.valueOf(call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId"));
        events.put(session, new LinkedBlockingQueue<>());
        return new Tab(context, session);
    }

    /** A tab and its events. */
    final class Tab implements AutoCloseable {
        private final String context;
        private final String session;

        private Tab(String context, String session) {
            this.context = context;
            this.session = session;
        }

        Map<String, @Nullable Object> call(String method, Map<String, ?> parameters) throws IOException {
            return Chromium.this.call(session, method, parameters);
        }

        /** The next event, or null when none comes in time. */
        @Nullable
        Event next(Duration patience) throws InterruptedException {
            BlockingQueue<Event> queue = events.get(session);
            return queue == null ? null : queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() throws IOException {
            Chromium.this.call("", "Target.disposeBrowserContext", Map.of("browserContextId", context));
            events.remove(session);
        }
    }

    private Map<String, @Nullable Object> call(String session, String method, Map<String, ?> parameters)
            throws IOException {
        int id = calls.incrementAndGet();
        Map<String, Object> message = new java.util.LinkedHashMap<>();
        message.put("id", (double) id);
        message.put("method", method);
        message.put("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        CompletableFuture<Map<String, @Nullable Object>> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        synchronized (socket) {
            socket.sendText(Json.write(message), true).join();
        }
        try {
            return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException failed) {
            throw new IOException(method + " failed", failed);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            Map<String, @Nullable Object> message = Json.object(partial.toString());
            partial.setLength(0);
            if (message.get("id") instanceof Double id) {
                answer(id.intValue(), message);
            } else {
                BlockingQueue<Event> queue = events.get(String.valueOf(message.get("sessionId")));
                if (queue != null) {
                    queue.add(new Event(String.valueOf(message.get("method")), map(message.get("params"))));
                }
            }
        }
        from.request(1);
        return null;
    }

    private void answer(int id, Map<String, @Nullable Object> message) {
        CompletableFuture<Map<String, @Nullable Object>> answer = waiting.remove(id);
        if (answer != null && message.containsKey("error")) {
            answer.completeExceptionally(new IOException(Json.write(message.get("error"))));
        } else if (answer != null) {
            answer.complete(map(message.get("result")));
        }
    }

    @SuppressWarnings("unchecked") // What the protocol calls an object.
    static Map<String, @Nullable Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    @Override
    public void close() throws IOException {
        // Its helpers write to the profile as long as one of them runs.
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, 10, TimeUnit.SECONDS)
                .join();
        SpeedBench.delete(profile);
    }
}
