package dafu.data;

import dafu.model.Alias;
import dafu.model.Change;
import dafu.model.Facet;
import dafu.model.Listing;
import dafu.model.Reply;
import dafu.model.Site;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code sitemap.xml}, the addresses that a search engine should know (sitemaps.org, 0.9), and {@code robots.txt}
 * (RFC 9309). The dates are those of the catalogue. Replies come first, oldest first, so that a full file stays as it is.
 */
public final class Sitemap {
    /** What one file may hold; beyond it, {@code sitemap.xml} names files that do. */
    private static final int MOST = 50_000;

    private static final String ROBOTS =
            "# 只在主机的根目录起作用 / in effect only at the root of a host\nUser-agent: *\nDisallow:";

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

    /** An address, absolute, and when what stands there changed, where the catalogue tells. */
    public record Address(String url, Optional<LocalDate> changed) {}

    private Sitemap() {}

    /**
     * Writes both files; without a public address there is no sitemap.
     *
     * @param pages the paths of the pages that are no replies
     * @param files takes a file by its path in the site
     */
    public static void write(Site site, Collection<String> pages, BiConsumer<String, byte[]> files) {
        Optional<String> base = site.absolute("");
        base.ifPresent(url -> write(url, addresses(site, url, pages), files));
        String search = base.map(url -> " " + url.replaceFirst("^\\w+://[^/]*", "") + "search/?")
                .orElse("");
        String sitemap = base.map(url -> "\nSitemap: " + url + "sitemap.xml\n").orElse("");
        put("robots.txt", ROBOTS + search + "\n" + sitemap, files);
    }

    /** Writes these addresses, in one file or, where they are too many, in several that are named in the first. */
    static void write(String base, Stream<Address> all, BiConsumer<String, byte[]> files) {
        Iterator<Address> addresses = all.iterator();
        List<Address> part = next(addresses);
        if (!addresses.hasNext()) {
            put("sitemap.xml", document("urlset", "url", part), files);
            return;
        }
        List<Address> parts = new ArrayList<>();
        for (; !part.isEmpty(); part = next(addresses)) {
            String name = "sitemap-" + (parts.size() + 1) + ".xml";
            parts.add(new Address(base + name, Optional.empty()));
            put(name, document("urlset", "url", part), files);
        }
        put("sitemap.xml", document("sitemapindex", "sitemap", parts), files);
    }

    private static List<Address> next(Iterator<Address> addresses) {
        List<Address> part = new ArrayList<>();
        while (part.size() < MOST && addresses.hasNext()) {
            part.add(addresses.next());
        }
        return part;
    }

    private static Stream<Address> addresses(Site site, String base, Collection<String> pages) {
        List<Reply> replies = site.archive().replies();
        Set<String> moved = replies.stream()
                .flatMap(reply -> reply.metadata().aliases().stream())
                .flatMap(alias -> Alias.path(alias).stream())
                .collect(Collectors.toSet());
        Map<String, LocalDate> changed = new HashMap<>();
        for (Facet facet : Facet.values()) {
            for (Listing listing : site.archive().listings(facet)) {
                newest(IntStream.of(listing.members()).mapToObj(replies::get))
                        .ifPresent(day -> changed.put(listing.term().address(), day));
            }
        }
        newest(replies.stream()).ifPresent(day -> List.of("", "replies/").forEach(list -> changed.put(list, day)));
        return Stream.concat(
                replies.stream()
                        .filter(reply -> !reply.isDraft())
                        .map(reply -> new Address(base + reply.address(), Optional.of(Change.last(reply)))),
                pages.stream()
                        .filter(page ->
                                page.endsWith("index.html") && !page.contains("/page/") && !moved.contains(page))
                        .map(page -> page.substring(0, page.length() - "index.html".length()))
                        .sorted()
                        .map(page -> new Address(base + page, Optional.ofNullable(changed.get(page)))));
    }

    private static Optional<LocalDate> newest(Stream<Reply> replies) {
        return replies.map(Reply::since).max(Comparator.naturalOrder());
    }

    private static String document(String element, String entry, List<Address> addresses) {
        StringBuilder document = new StringBuilder(HEAD + "<" + element + NAMESPACE);
        for (Address address : addresses) {
            String url = address.url.replace("&", "&amp;").replace("'", "&apos;");
            document.append('<').append(entry).append("><loc>").append(url).append("</loc>");
            address.changed.ifPresent(
                    day -> document.append("<lastmod>").append(day).append("</lastmod>"));
            document.append("</").append(entry).append(">\n");
        }
        return document.append("</").append(element).append(">\n").toString();
    }

    private static void put(String path, String text, BiConsumer<String, byte[]> files) {
        files.accept(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
