package dafu.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What it took a browser with an empty cache to show the result of a search.
 *
 * @param titles milliseconds until the titles of the first page stand there
 * @param excerpts milliseconds until the excerpts of the first five do
 * @param requests those of scripts and data; the page's own HTML, its styles and its icon are left out
 * @param hits the addresses shown
 * @param state what the result list says of itself
 */
record Visit(double titles, double excerpts, List<Request> requests, List<String> hits, String state) {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    /** Watches the hooks of the contract; only the first time counts. */
    private static final String WATCH = """
            (() => {
              const seen = {};
              const look = () => {
                const list = document.querySelector('ol[data-results]');
                const state = list?.dataset.state;
                if (state !== 'done' && state !== 'error') return;
                const hits = [...list.querySelectorAll('li[data-hit]')];
                seen.titles ??= performance.now();
                if (state === 'done' && hits.slice(0, 5).some(hit => !hit.querySelector(':is([data-excerpt], .item-summary):not(:empty)'))) return;
                if (seen.excerpts) return;
                seen.excerpts = performance.now();
                report(JSON.stringify({ ...seen, origin: performance.timeOrigin, state, hits: hits.map(hit => hit.dataset.hit) }));
              };
              new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
            })();
            """;

    /** The connection that is emulated; zero bytes a second is no limit. */
    record Network(int latency, int bytesPerSecond) {
        static final Network NONE = new Network(0, 0);
        static final Network PHONE = new Network(150, 200_000);
    }

    /**
     * A request and its answer.
     *
     * @param issued in milliseconds since the page was asked for
     * @param finished likewise
     */
    record Request(String file, boolean script, double issued, double finished, long header, long body) {}

    /** Bytes with headers. */
    long bytes(Predicate<Request> which) {
        return requests.stream()
                .filter(which)
                .mapToLong(request -> request.header + request.body)
                .sum();
    }

    long headers() {
        return requests.stream().mapToLong(Request::header).sum();
    }

    /** Whether an answer was there before the titles were. */
    Predicate<Request> untilTitles() {
        return request -> request.finished <= titles;
    }

    Predicate<Request> untilExcerpts() {
        return request -> request.finished <= excerpts;
    }

    /**
     * The longest chain of requests for data, each issued after the one before it was answered. It needs a latency that
     * is long beside what the browser computes.
     */
    int rounds(Predicate<Request> which) {
        List<Request> data = requests.stream()
                .filter(which.and(request -> !request.script))
                .sorted(Comparator.comparingDouble(Request::issued))
                .toList();
        int[] depth = new int[data.size()];
        for (int i = 0; i < depth.length; i++) {
            depth[i] = 1;
            for (int j = 0; j < i; j++) {
                if (data.get(j).finished <= data.get(i).issued) {
                    depth[i] = Math.max(depth[i], depth[j] + 1);
                }
            }
        }
        return Arrays.stream(depth).max().orElse(0);
    }

    /** Opens a page; a second time where none answered, since a browser may hang once, and the page itself would again. */
    static Visit to(Chromium chromium, String address, Network network) throws IOException, InterruptedException {
        try {
            return once(chromium, address, network);
        } catch (IOException hung) {
            System.out.println("again: " + hung.getMessage());
            return once(chromium, address, network);
        }
    }

    private static Visit once(Chromium chromium, String address, Network network)
            throws IOException, InterruptedException {
        try (Chromium.Tab tab = chromium.open()) {
            tab.call("Network.enable", Map.of());
            tab.call("Page.enable", Map.of());
            tab.call("Runtime.enable", Map.of());
            tab.call("Runtime.addBinding", Map.of("name", "report"));
            tab.call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
            if (!network.equals(Network.NONE)) {
                double down = network.bytesPerSecond == 0 ? -1 : network.bytesPerSecond;
                tab.call(
                        "Network.emulateNetworkConditions",
                        Map.of(
                                "offline",
                                false,
                                "latency",
                                (double) network.latency,
                                "downloadThroughput",
                                down,
                                "uploadThroughput",
                                down));
            }
            tab.call("Page.navigate", Map.of("url", address));
            return watch(tab, address);
        }
    }

    private static Visit watch(Chromium.Tab tab, String address) throws IOException, InterruptedException {
        Map<String, Exchange> exchanges = new LinkedHashMap<>();
        long until = System.nanoTime() + PATIENCE.toNanos();
        @Nullable Map<String, @Nullable Object> report = null;
        // What is still under way when the report comes belongs to what follows; a short while tells its end.
        while (true) {
            Chromium.@Nullable Event event = tab.next(report == null ? PATIENCE : Duration.ofMillis(20));
            if (event == null || System.nanoTime() > until) {
                break;
            }
            Map<String, @Nullable Object> of = event.parameters();
            String id = String.valueOf(of.get("requestId"));
            switch (event.method()) {
                case "Network.requestWillBeSent" -> exchanges.put(id, new Exchange(of));
                case "Network.responseReceived" -> exchange(exchanges, id).answered(of);
                case "Network.loadingFinished" -> exchange(exchanges, id).finished(of);
                case "Runtime.bindingCalled" -> report = Json.object(String.valueOf(of.get("payload")));
                case "Runtime.exceptionThrown" -> throw new IOException(address + ": " + Json.write(of));
                default -> {}
            }
        }
        if (report == null) {
            throw new IOException("no result within " + PATIENCE + ": " + address
                    + exchanges.values().stream()
                            .filter(exchange -> exchange.url.startsWith("http"))
                            .toList());
        }
        if ("error".equals(report.get("state"))) {
            throw new IOException("the page could not search: " + address);
        }
        return visit(report, new ArrayList<>(exchanges.values()));
    }

    private static Exchange exchange(Map<String, Exchange> exchanges, String id) {
        return exchanges.computeIfAbsent(id, unknown -> new Exchange(Map.of()));
    }

    private static Visit visit(Map<String, @Nullable Object> report, List<Exchange> exchanges) {
        double origin = number(report.get("origin"));
        List<Request> requests = exchanges.stream()
                .filter(exchange -> !exchange.ofThePage())
                .map(exchange -> exchange.since(origin))
                .toList();
        List<String> hits = new ArrayList<>();
        if (report.get("hits") instanceof List<?> list) {
            list.forEach(hit -> hits.add(String.valueOf(hit)));
        }
        return new Visit(
                number(report.get("titles")),
                number(report.get("excerpts")),
                requests,
                hits,
                String.valueOf(report.get("state")));
    }

    private static double number(@Nullable Object value) {
        return value instanceof Double number ? number : 0;
    }

    /** A request as the browser tells it, event by event. */
    private static final class Exchange {
        private final String url;
        private final String type;
        /** Seconds, by the browser's own clock. */
        private final double issued;
        /** What to add for the clock of the world. */
        private final double shift;

        private double finished = Double.MAX_VALUE;
        private long header;
        private long all;

        Exchange(Map<String, @Nullable Object> sent) {
            url = String.valueOf(Chromium.map(sent.get("request")).get("url"));
            type = String.valueOf(sent.get("type"));
            issued = number(sent.get("timestamp"));
            shift = number(sent.get("wallTime")) - issued;
        }

        void answered(Map<String, @Nullable Object> event) {
            header = (long) number(Chromium.map(event.get("response")).get("encodedDataLength"));
        }

        void finished(Map<String, @Nullable Object> event) {
            finished = number(event.get("timestamp"));
            all = (long) number(event.get("encodedDataLength"));
        }

        boolean ofThePage() {
            return type.equals("Document")
                    || type.equals("Stylesheet")
                    || type.equals("Image")
                    || type.equals("Other") && url.endsWith(".svg")
                    || !url.startsWith("http");
        }

        Request since(double origin) {
            return new Request(
                    url.replaceFirst("^https?://[^/]+/", ""),
                    type.equals("Script"),
                    (issued + shift) * 1000 - origin,
                    finished == Double.MAX_VALUE ? finished : (finished + shift) * 1000 - origin,
                    header,
                    Math.max(0, all - header));
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%n  %s %s", type, url);
        }
    }
}
