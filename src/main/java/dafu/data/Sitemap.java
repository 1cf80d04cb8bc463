package dafu.data;

import dafu.model.Alias;
import dafu.model.Change;
import dafu.model.Facet;
import dafu.model.Listing;
import dafu.model.Reply;
import dafu.model.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code sitemap.xml}, the addresses that a search engine should know (sitemaps.org, 0.9), and {@code robots.txt}
 * (RFC 9309). The dates are those of the catalogue. Replies come first, oldest first, so that a full file stays as it is.
 */
public final class Sitemap {
    /** What one file may hold; beyond it, {@code sitemap.xml} names files that do. */
    private static final int MOST = 50_000;

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

    /** An address, absolute, and when what stands there changed, where the catalogue tells. */
    public record Address(String url, Optional<LocalDate> changed) {}

    private Sitemap() {}

    /**
     * Writes both files; without a public address there is no sitemap.
     *
     * @param pages the paths of the pages that are no replies
     * @param files opens a file by its path in the site
     */
    public static void write(Site site, Collection<String> pages, Function<String, OutputStream> files) {
        Optional<String> base = site.absolute("");
        base.ifPresent(url -> write(url, addresses(site, url, pages), files));
        StringBuilder robots =
                new StringBuilder("# 只在主机的根目录起作用 / in effect only at the root of a host\nUser-agent: *\n");
        robots.append("Disallow:")
                .append(base.map(url -> " " + url.replaceFirst("^\\w+://[^/]*", "") + "search/?")
                        .orElse(""));
        base.ifPresent(url -> robots.append("\n\nSitemap: ").append(url).append("sitemap.xml"));
        file("robots.txt", Stream.of(robots.append('\n').toString()).iterator(), files);
    }

    /** Writes these addresses, in one file or, where they are too many, in several that are named in the first. */
    static void write(String base, Collection<Address> addresses, Function<String, OutputStream> files) {
        Iterator<Address> rest = addresses.iterator();
        int parts = (addresses.size() + MOST - 1) / MOST;
        for (int part = 1; part <= Math.max(1, parts); part++) {
            Stream<String> lines = IntStream.range(0, Math.min(MOST, addresses.size() - (part - 1) * MOST))
                    .mapToObj(i -> entry("url", rest.next()));
            file(parts > 1 ? "sitemap-" + part + ".xml" : "sitemap.xml", wrapped("urlset", lines), files);
        }
        if (parts > 1) {
            Stream<String> lines = IntStream.rangeClosed(1, parts)
                    .mapToObj(
                            part -> entry("sitemap", new Address(base + "sitemap-" + part + ".xml", Optional.empty())));
            file("sitemap.xml", wrapped("sitemapindex", lines), files);
        }
    }

    private static List<Address> addresses(Site site, String base, Collection<String> pages) {
        List<Reply> replies = site.archive().replies();
        Map<String, LocalDate> changed = new HashMap<>();
        Set<String> moved = new HashSet<>();
        List<Address> addresses = new ArrayList<>();
        for (Reply reply : replies) {
            reply.metadata().aliases().forEach(alias -> Alias.path(alias).ifPresent(moved::add));
            if (!reply.isDraft()) {
                addresses.add(new Address(base + reply.address(), Optional.of(Change.last(reply))));
            }
        }
        for (Facet facet : Facet.values()) {
            for (Listing listing : site.archive().listings(facet)) {
                newest(IntStream.of(listing.members()).mapToObj(replies::get))
                        .ifPresent(day -> changed.put(listing.term().address(), day));
            }
        }
        newest(replies.stream()).ifPresent(day -> List.of("", "replies/").forEach(list -> changed.put(list, day)));
        pages.stream()
                .filter(page -> page.endsWith("index.html") && !page.contains("/page/") && !moved.contains(page))
                .map(page -> page.substring(0, page.length() - "index.html".length()))
                .sorted()
                .forEach(page -> addresses.add(new Address(base + page, Optional.ofNullable(changed.get(page)))));
        return addresses;
    }

    private static Optional<LocalDate> newest(Stream<Reply> replies) {
        return replies.map(Reply::since).max(Comparator.naturalOrder());
    }

    private static Iterator<String> wrapped(String element, Stream<String> lines) {
        return Stream.of(Stream.of(HEAD + "<" + element + NAMESPACE), lines, Stream.of("</" + element + ">\n"))
                .flatMap(part -> part)
                .iterator();
    }

    private static String entry(String element, Address address) {
        String url = address.url.replace("&", "&amp;").replace("'", "&apos;");
        String changed =
                address.changed.map(day -> "<lastmod>" + day + "</lastmod>").orElse("");
        return "<" + element + "><loc>" + url + "</loc>" + changed + "</" + element + ">\n";
    }

    private static void file(String path, Iterator<String> lines, Function<String, OutputStream> files) {
        try (OutputStream out = files.apply(path)) {
            while (lines.hasNext()) {
                out.write(lines.next().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(path, failed);
        }
    }
}
