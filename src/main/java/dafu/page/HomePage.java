package dafu.page;

import dafu.model.Archive;
import dafu.model.Facet;
import dafu.model.Json;
import dafu.model.Listing;
import dafu.model.Page;
import dafu.model.Site;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The home page: what this is, the newest replies, the ways in, the figures. */
final class HomePage {
    private static final int NEWEST = 10;
    private static final int TERMS = 12;

    public record View(Frame page, List<Figure> figures, List<Item> newest, List<Way> ways, Json linked) {

        public boolean hasReplies() {
            return !newest.isEmpty();
        }
    }

    /** A figure and what it counts. */
    public record Figure(String value, String label) {}

    /** A facet with its largest terms. */
    public record Way(String href, String label, List<IndexPage.Entry> terms, Optional<Link> all) {}

    private HomePage() {}

    static Stream<Page> pages(Site site) {
        return Stream.of(new Page("index.html", "home", () -> view(site)));
    }

    private static View view(Site site) {
        Archive archive = site.archive();
        int size = archive.replies().size();
        List<Item> newest = IntStream.rangeClosed(1, Math.min(NEWEST, size))
                .mapToObj(i -> Item.of(site, archive.replies().get(size - i), "./"))
                .toList();
        return new View(
                Frame.of(site, "index.html", site.title(), site.settings().description()),
                figures(site),
                newest,
                ways(site, "./"),
                Linked.home(site));
    }

    private static List<Figure> figures(Site site) {
        Archive archive = site.archive();
        return List.of(
                figure(site, archive.replies().size(), "figure.replies"),
                figure(site, archive.listings(Facet.BODY).size(), "figure.bodies"),
                figure(site, archive.listings(Facet.SESSION).size(), "figure.sessions"),
                figure(site, archive.listings(Facet.YEAR).size(), "figure.years"));
    }

    private static Figure figure(Site site, int value, String label) {
        return new Figure(String.valueOf(value), site.say(label));
    }

    static List<Way> ways(Site site, String root) {
        return Stream.of(Facet.TOPIC, Facet.BODY, Facet.SESSION, Facet.OUTCOME)
                .filter(facet -> !site.archive().listings(facet).isEmpty())
                .map(facet -> way(site, facet, root))
                .toList();
    }

    private static Way way(Site site, Facet facet, String root) {
        List<Listing> listings = site.archive().listings(facet);
        boolean ordered = facet == Facet.SESSION || facet == Facet.OUTCOME;
        Stream<Listing> first = ordered
                ? listings.stream()
                : listings.stream()
                        .sorted(Comparator.comparingInt(Listing::size).reversed());
        String href = root + facet.folder() + "/";
        return new Way(
                href,
                Frame.label(site, facet),
                first.limit(TERMS).map(l -> IndexPage.Entry.of(site, l, root)).toList(),
                listings.size() > TERMS
                        ? Optional.of(new Link(href, site.say("all", listings.size())))
                        : Optional.empty());
    }
}
