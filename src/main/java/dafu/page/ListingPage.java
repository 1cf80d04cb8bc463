package dafu.page;

import dafu.model.Archive;
import dafu.model.Facet;
import dafu.model.Page;
import dafu.model.Site;
import dafu.model.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The replies of a term, and of the whole archive, newest first. Pages are numbered from the oldest, so that a full page
 * keeps its entries for ever; the newest stands at the listing's own address and, once there are several, at its number.
 */
final class ListingPage implements CataloguePage {

    /**
     * What a listing's layout receives.
     *
     * @param count how many replies there are; not on numbered pages, which keep what they say
     * @param part which page this is, where there are several
     */
    public record View(
            Frame page,
            String title,
            Optional<String> facet,
            Optional<String> meaning,
            Optional<String> count,
            Optional<String> part,
            List<Item> items,
            Optional<Link> newer,
            Optional<Link> older) {

        public boolean hasItems() {
            return !items.isEmpty();
        }
    }

    /** A listing and how it is headed. */
    private record Heading(String address, String title, Optional<Facet> facet, String meaning, int size) {}

    @Override
    public String layout() {
        return "listing";
    }

    @Override
    public Class<? extends Record> view() {
        return View.class;
    }

    @Override
    public Stream<Page> pages(Site site) {
        return Stream.concat(all(site), Arrays.stream(Facet.values()).flatMap(facet -> facet(site, facet)));
    }

    private Stream<Page> all(Site site) {
        int size = site.archive().replies().size();
        Heading heading = new Heading("replies/", site.strings().get("replies"), Optional.empty(), "", size);
        return size == 0
                ? Stream.of(page(site, heading, i -> i, 1, "replies/index.html"))
                : pages(site, heading, i -> i);
    }

    private Stream<Page> facet(Site site, Facet facet) {
        return site.archive().listings(facet).stream().flatMap(listing -> {
            Term term = listing.term();
            Heading heading =
                    new Heading(term.address(), site.name(term), Optional.of(facet), term.meaning(), listing.size());
            return pages(site, heading, i -> listing.members()[i]);
        });
    }

    private Stream<Page> pages(Site site, Heading heading, IntUnaryOperator member) {
        int last = pageCount(site, heading);
        Stream<Page> newest = Stream.of(page(site, heading, member, last, heading.address + "index.html"));
        return last == 1
                ? newest
                : Stream.concat(
                        newest,
                        IntStream.rangeClosed(1, last)
                                .mapToObj(number -> page(site, heading, member, number, path(heading, number))));
    }

    private static int pageCount(Site site, Heading heading) {
        int perPage = site.settings().entriesPerPage();
        return Math.max(1, (heading.size + perPage - 1) / perPage);
    }

    private static String path(Heading heading, int number) {
        return heading.address + "page/" + number + "/index.html";
    }

    private Page page(Site site, Heading heading, IntUnaryOperator member, int number, String path) {
        Archive archive = site.archive();
        String root = Page.rootFrom(path);
        int perPage = site.settings().entriesPerPage();
        int from = (number - 1) * perPage;
        int to = Math.min(heading.size, from + perPage);
        List<Item> items = IntStream.range(from, to)
                .map(i -> to - 1 - (i - from))
                .mapToObj(i -> Item.of(site, archive.replies().get(member.applyAsInt(i)), root))
                .toList();
        boolean several = pageCount(site, heading) > 1;
        boolean numbered = !path.equals(heading.address + "index.html");
        Optional<String> part = several ? Optional.of(site.strings().fill("page", number)) : Optional.empty();
        String title = part.map(p -> heading.title + " " + p).orElse(heading.title);
        View view = new View(
                Frame.of(
                        site,
                        path,
                        title,
                        Optional.of(heading.meaning).filter(m -> !m.isEmpty()),
                        trail(site, heading, root)),
                heading.title,
                heading.facet.map(facet -> Frame.label(site, facet)),
                Optional.of(heading.meaning).filter(m -> !m.isEmpty()),
                numbered ? Optional.empty() : Optional.of(site.strings().fill("count", heading.size)),
                part,
                items,
                link(site, heading, root, number + 1, "newer"),
                link(site, heading, root, number - 1, "older"));
        return new Page(path, layout(), view);
    }

    private static Link[] trail(Site site, Heading heading, String root) {
        return heading.facet
                .map(facet -> new Link[] {new Link(root + facet.folder() + "/", Frame.label(site, facet))})
                .orElse(new Link[0]);
    }

    private static Optional<Link> link(Site site, Heading heading, String root, int number, String label) {
        return number < 1 || number > pageCount(site, heading)
                ? Optional.empty()
                : Optional.of(new Link(
                        root + heading.address + "page/" + number + "/",
                        site.strings().get(label)));
    }
}
