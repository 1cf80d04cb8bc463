package dafu.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/**
 * Many pages as frames of one, each looked at as a reader would who clicks on everything: what runs says so to the page
 * around, and what leaves the host arrives at another, {@code out.example}.
 */
final class Frames implements AutoCloseable {
    private static final String IN_EVERY_PAGE = """
            window.ran = number => top.postMessage(+number, '*');
            addEventListener('securitypolicyviolation', event =>
                top.postMessage(location.pathname + ' ' + event.effectiveDirective + ' ' + event.sample, '*'));
            if (top === window) {
                window.heard = [];
                addEventListener('message', event => heard.push(event.data));
            }
            """;

    private static final String OPEN = """
            const [sources, kind, together] = arguments;
            const done = arguments[arguments.length - 1];
            const pause = time => new Promise(over => setTimeout(over, time));
            const harmless = /^(https?|mailto|tel):$/;
            const schemeOf = (address, base) => {
                try {
                    return new URL(address, base).protocol;
                } catch (leadsNowhere) {
                    return 'https:';
                }
            };
            function touch(within) {
                within.querySelectorAll('script[type$=json]').forEach(data => kind === 'src' && JSON.parse(data.textContent));
                for (const element of within.querySelectorAll('*')) {
                    for (const { name } of [...element.attributes]) {
                        if (name.startsWith('on')) element.dispatchEvent(new Event(name.slice(2)));
                    }
                    const address = element.href?.baseVal ?? element.href;
                    const follows = address !== undefined && !harmless.test(schemeOf(address, within.baseURI));
                    if (follows || (address === undefined && element.localName === 'a')) {
                        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
                    }
                    const action = element.getAttribute('formaction') || element.getAttribute('action');
                    if (action && new URL(action, within.baseURI).origin !== location.origin) {
                        (element.form || element).requestSubmit(element.form ? element : undefined);
                    }
                }
            }
            const settled = frame => {
                const results = frame.contentDocument?.querySelector('[data-results]');
                return !results || !frame.contentWindow.location.search || /done|error/.test(results.dataset.state);
            };
            let next = 0;
            const wrong = [];
            async function each() {
                while (next < sources.length) {
                    const source = sources[next++];
                    // The browser drops what is under way when it thinks that its network changed, all frames at once,
                    // and for a moment also what is asked for next.
                    for (let wait = 100, gone = await opened(source); gone; gone = await opened(source)) {
                        if (wait > 3000) {
                            wrong.push(source + ' ' + gone);
                            break;
                        }
                        await pause(wait);
                        wait *= 2;
                    }
                }
            }
            async function opened(source) {
                const frame = document.createElement('iframe');
                const loaded = new Promise(over => frame.onload = over);
                frame[kind] = source;
                document.body.append(frame);
                await Promise.race([loaded, pause(5000)]);
                try {
                    for (let i = 0; i < 200 && !settled(frame); i++) await pause(20);
                    touch(frame.contentDocument);
                    await pause(kind === 'src' ? 0 : 20);
                    return null;
                } catch (gone) {
                    return gone;
                } finally {
                    frame.remove();
                }
            }
            Promise.all(Array.from({ length: together }, each)).then(() => pause(200)).then(() => done({
                ran: heard.filter(it => typeof it === 'number'),
                blocked: heard.filter(it => typeof it === 'string'),
                wrong
            }));
            heard.length = 0;
            """;

    private final Set<Integer> left = new ConcurrentSkipListSet<>();
    private final HttpServer outside;
    private final Browser browser;

    /** What came of some pages: attempts that ran, those that left the host, what the policy stopped. */
    record Seen(Set<Integer> ran, Set<Integer> left, List<String> blocked, List<String> wrong) {
        static final Seen NOTHING = new Seen(Set.of(), Set.of(), List.of(), List.of());
    }

    Frames() throws IOException {
        outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext("/", exchange -> {
            String number = exchange.getRequestURI().getPath().replaceAll("\\D", "");
            left.add(number.isEmpty() ? 0 : Integer.parseInt(number));
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        outside.start();
        browser = new Browser("--host-resolver-rules=MAP out.example 127.0.0.1:"
                + outside.getAddress().getPort());
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(30));
        browser.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", IN_EVERY_PAGE));
    }

    Browser browser() {
        return browser;
    }

    /** Opens the pages of these addresses, of the same host. */
    Seen addresses(String within, List<String> addresses) {
        return open(within, addresses, "src");
    }

    /** Opens pages that are written so. */
    Seen written(String within, List<String> pages) {
        return open(within, pages, "srcdoc");
    }

    private Seen open(String within, List<String> sources, String kind) {
        left.clear();
        browser.driver().get(within);
        Map<?, ?> seen = (Map<?, ?>) browser.driver().executeAsyncScript(OPEN, sources, kind, 12);
        return new Seen(
                ((List<?>) seen.get("ran"))
                        .stream().map(it -> ((Number) it).intValue()).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(left),
                texts(seen.get("blocked")),
                texts(seen.get("wrong")));
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    @Override
    public void close() {
        browser.close();
        outside.stop(0);
    }
}
