package dafu.page;

import dafu.model.Archive;
import dafu.model.Change;
import dafu.model.Facet;
import dafu.model.Page;
import dafu.model.Reply;
import dafu.model.Site;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Atom feeds (RFC 4287): of the whole archive, of every body, topic and session, and of the corrections. They hold what
 * became public last. Their times are dates of the catalogue, at midnight UTC, which is the same day in China.
 */
final class FeedFile {
    private static final int NEWEST = 20;
    private static final String NAME = "feed.xml";
    private static final Set<Facet> FACETS = Set.of(Facet.BODY, Facet.TOPIC, Facet.SESSION);

    /**
     * What the layout receives.
     *
     * @param self the feed's own address, where base-url is set
     * @param href the page that shows the same; absolute where base-url is set
     */
    public record View(
            String language,
            String id,
            String title,
            String updated,
            Optional<String> self,
            String href,
            String author,
            Optional<String> licence,
            List<Entry> entries) {}

    /** An entry: a reply, or what was said about one later. */
    public record Entry(
            String id,
            String title,
            String href,
            String published,
            String updated,
            String author,
            Optional<String> summary) {}

    /** One feed, beside the page of an address; {@code root} leads from there to the site's. */
    private record Feed(Site site, String address) {
        Page page(Function<Feed, View> view) {
            return new Page(path(), "feed", () -> view.apply(this));
        }

        String path() {
            return address + NAME;
        }

        String root() {
            return Page.rootFrom(address);
        }

        String href(String target) {
            return site.absolute(target).orElse(root() + target);
        }
    }

    /** The feeds that a page at a path names: that of the archive, and its own. */
    static List<Link> links(Site site, String path, String root) {
        List<Link> links = new ArrayList<>();
        if (!site.archive().replies().isEmpty()) {
            links.add(new Link(root + NAME, site.say("feed")));
        }
        String[] parts = path.split("/");
        if (parts.length > 2 && FACETS.stream().anyMatch(facet -> parts[0].equals(facet.folder()))) {
            links.add(new Link(root + parts[0] + "/" + parts[1] + "/" + NAME, site.say("feed.here")));
        }
        if (path.startsWith(ChangesPage.ADDRESS)) {
            links.add(new Link(root + ChangesPage.ADDRESS + NAME, site.say("feed.corrections")));
        }
        return List.copyOf(links);
    }

    private FeedFile() {}

    static Stream<Page> pages(Site site) {
        Archive archive = site.archive();
        int size = archive.replies().size();
        if (size == 0) {
            return Stream.empty();
        }
        Feed all = new Feed(site, "");
        Stream<Page> listings = FACETS.stream()
                .flatMap(facet -> archive.listings(facet).stream())
                .map(listing -> new Feed(site, listing.term().address())
                        .page(feed -> replies(
                                feed,
                                site.name(listing.term()) + " - " + site.title(),
                                IntStream.of(listing.members()))));
        Stream<Page> changes = archive.changes().isEmpty()
                ? Stream.empty()
                : Stream.of(new Feed(site, ChangesPage.ADDRESS).page(FeedFile::changes));
        return Stream.of(
                        Stream.of(all.page(feed -> replies(feed, site.title(), IntStream.range(0, size)))),
                        listings,
                        changes)
                .flatMap(pages -> pages);
    }

    private static View replies(Feed feed, String title, IntStream members) {
        List<Reply> replies = feed.site.archive().replies();
        List<Entry> entries = members.boxed()
                .sorted(Comparator.<Integer, LocalDate>comparing(
                                member -> replies.get(member).since())
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .limit(NEWEST)
                .map(member -> entry(feed, replies.get(member)))
                .toList();
        return view(feed, title, entries);
    }

    private static Entry entry(Feed feed, Reply reply) {
        return new Entry(
                id(feed.site, reply.address()),
                title(Item.of(feed.site, reply, feed.root())),
                feed.href(reply.address()),
                time(reply.since()),
                time(Change.last(reply)),
                reply.metadata().answeringBody(),
                reply.isWithdrawn()
                        ? reply.metadata().reason()
                        : reply.metadata().summary());
    }

    /** All that tells replies apart, the matter first. */
    private static String title(Item item) {
        List<String> parts =
                new ArrayList<>(List.of(item.matter(), item.body(), item.date().words()));
        item.outcome().ifPresent(parts::add);
        parts.addAll(item.marks());
        return String.join(" · ", parts);
    }

    private static View changes(Feed feed) {
        Site site = feed.site;
        List<Change> changes = site.archive().changes();
        int size = changes.size();
        List<Entry> entries = IntStream.range(0, Math.min(NEWEST, size))
                .mapToObj(i -> changes.get(size - 1 - i))
                .map(change -> entry(feed, change))
                .toList();
        return view(feed, site.say("changes") + " - " + site.title(), entries);
    }

    private static Entry entry(Feed feed, Change change) {
        ChangesPage.Entry shown = ChangesPage.entry(feed.site, change, feed.root());
        String time = time(change.date().orElse(change.reply().since()));
        return new Entry(
                id(feed.site, change.reply().address() + "#" + change.anchor()),
                shown.kind() + " · " + shown.matter() + " · " + shown.body(),
                feed.href(change.reply().address()),
                time,
                time,
                change.reply().metadata().answeringBody(),
                Stream.concat(shown.note().stream(), shown.reason().stream())
                        .reduce((note, reason) -> note + " " + reason));
    }

    private static View view(Feed feed, String title, List<Entry> entries) {
        Site site = feed.site;
        String path = feed.path();
        return new View(
                site.settings().languageTag(),
                id(site, path),
                title,
                Collections.max(entries.stream().map(Entry::updated).toList()),
                site.absolute(path),
                feed.href(feed.address),
                site.settings().publisher().orElse(site.title()),
                site.settings().licence(),
                entries);
    }

    /** An id that stays: the public address, or without one the address in the site; a hash could look like a number. */
    private static String id(Site site, String address) {
        return site.absolute(address).orElse("urn:x-dafu:" + address);
    }

    private static String time(LocalDate date) {
        return date + "T00:00:00Z";
    }
}
