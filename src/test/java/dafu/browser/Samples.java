package dafu.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Pages of a site, one of each kind: told by their addresses, so that a new kind of page is among them by itself. */
final class Samples {
    /** Replies that differ in what they show; most have a letter alone. */
    private static final List<String> REPLIES = List.of(
            "replies/2023/cppcc-9-2-058/",
            "replies/2021/cppcc-13-5-016/",
            "replies/2022/npc-16-1-130/",
            "replies/2022/npc-16-1-083/",
            "replies/2023/cppcc-14-2-038/",
            "replies/2024/cppcc-14-3-012/",
            "replies/2024/npc-16-3-066/",
            "replies/2023/q-0412/",
            "replies/2024/q-0063/");

    private Samples() {}

    /** Addresses below the site by the name of their kind, such as {@code bodies-term}. */
    static SortedMap<String, String> of(Path site) {
        SortedMap<String, String> samples = new TreeMap<>();
        try (var files = Files.walk(site)) {
            files.map(file -> site.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".html"))
                    .map(file -> file.replaceFirst("index\\.html$", ""))
                    .sorted()
                    .filter(address -> !address.matches("replies/\\d.*"))
                    .forEach(address -> samples.putIfAbsent(kind(address), address));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        REPLIES.stream()
                .filter(address -> Files.exists(site.resolve(address)))
                .forEach(address -> samples.put("reply-" + address.replaceFirst(".*/(.+)/$", "$1"), address));
        samples.put(
                "search-results",
                Files.exists(site.resolve("replies/2023/q-0412")) ? "search/?q=ferry" : "search/?q=%E5%81%9C%E8%BD%A6");
        return samples;
    }

    private static String kind(String address) {
        String[] parts = address.split("/");
        return address.isEmpty()
                ? "home"
                : parts.length == 1
                        ? parts[0]
                        : parts[0] + (parts[parts.length - 2].equals("page") ? "-page" : "-term");
    }
}
