package dafu.page;

import dafu.model.Archive;
import dafu.model.Facet;
import dafu.model.Json;
import dafu.model.Listing;
import dafu.model.Page;
import dafu.model.Site;
import dafu.model.Term;
import dafu.model.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The replies of a term, and of the whole archive, newest first. */
final class ListingPage {
    static final String UNFINISHED = StatisticsPage.ADDRESS + "unfinished/";

    /**
     * What a listing's layout receives.
     *
     * @param count how many replies there are; not on numbered pages, which keep what they say
     * @param part which page this is, where there are several
     * @param kin what the term was called before it was renamed or merged, and what it became
     * @param linked the body whose replies these are, for programs
     */
    public record View(
            Frame page,
            String title,
            Optional<String> facet,
            Optional<String> meaning,
            Optional<String> count,
            Optional<String> part,
            List<Kin> kin,
            List<Item> items,
            Optional<Link> newer,
            Optional<Link> older,
            Optional<Json> linked) {

        public boolean hasItems() {
            return !items.isEmpty();
        }
    }

    /** Another name of the same body: before or since, and the listing of its replies where it has some. */
    public record Kin(String label, String name, Optional<String> href, Optional<String> count) {}

    /** How a listing is headed, and of which term it is. */
    private record Heading(String title, Optional<String> meaning, Optional<Term> term) {
        static Heading of(Site site, Term term) {
            return new Heading(site.name(term), term.meaning(), Optional.of(term));
        }

        Optional<Facet> facet() {
            return term.map(Term::facet);
        }
    }

    private ListingPage() {}

    static Stream<Page> pages(Site site) {
        Archive archive = site.archive();
        int[] all = IntStream.range(0, archive.replies().size()).toArray();
        int[] unfinished = archive.unfinished();
        Heading replies = new Heading(site.say("replies"), Optional.empty(), Optional.empty());
        Heading open = new Heading(
                site.say("statistics.unfinished"),
                Optional.of(site.say("statistics.unfinished.about")),
                Optional.empty());
        Stream<Page> terms = Arrays.stream(Facet.values())
                .flatMap(facet -> archive.listings(facet).stream())
                .flatMap(listing -> list(
                        site, Heading.of(site, listing.term()), listing.term().address(), listing.members()));
        return Stream.of(
                        list(site, replies, "replies/", all),
                        unfinished.length == 0 ? Stream.<Page>empty() : list(site, open, UNFINISHED, unfinished),
                        terms)
                .flatMap(pages -> pages);
    }

    private static Stream<Page> list(Site site, Heading heading, String address, int[] members) {
        return new Paging(site, address, members.length)
                .parts()
                .map(part -> new Page(part.path(), "listing", () -> view(site, heading, members, part)));
    }

    private static View view(Site site, Heading heading, int[] members, Paging.Part part) {
        List<Item> items = part.positions()
                .mapToObj(i -> Item.of(site, site.archive().replies().get(members[i]), part.root()))
                .toList();
        Optional<Link> above =
                heading.facet().map(facet -> new Link(part.root() + facet.folder() + "/", Frame.label(site, facet)));
        return new View(
                Frame.at(site, part.path(), part.root(), part.titled(heading.title), heading.meaning, above),
                heading.title,
                heading.facet().map(facet -> Frame.label(site, facet)),
                heading.meaning,
                part.count("count"),
                part.words(),
                heading.term
                        .filter(term -> part.count("count").isPresent())
                        .map(term -> kin(site, term, part.root()))
                        .orElse(List.of()),
                items,
                part.newer(),
                part.older(),
                heading.term
                        .filter(term -> term.facet() == Facet.BODY)
                        .map(term -> Linked.body(site, term, part.root())));
    }

    private static List<Kin> kin(Site site, Term term, String root) {
        Vocabulary names = site.archive().names(term.facet());
        return Stream.concat(
                        names.earlier(term).stream().map(other -> kin(site, "body.earlier", other, root)),
                        names.later(term).stream().map(other -> kin(site, "body.later", other, root)))
                .toList();
    }

    private static Kin kin(Site site, String label, Term term, String root) {
        Optional<Listing> listing = site.archive().listing(term);
        return new Kin(
                site.say(label),
                site.name(term),
                listing.map(one -> root + term.address()),
                listing.map(one -> site.say("count", one.size())));
    }
}
