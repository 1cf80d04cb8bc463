package dafu.page;

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
import java.util.function.IntUnaryOperator;
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
        Optional<Facet> facet() {
            return term.map(Term::facet);
        }
    }

    private ListingPage() {}

    static Stream<Page> pages(Site site) {
        int size = site.archive().replies().size();
        Heading all = new Heading(site.say("replies"), Optional.empty(), Optional.empty());
        return Stream.of(
                        new Paging(site, "replies/", size).parts().map(part -> page(site, all, i -> i, part)),
                        unfinished(site),
                        Arrays.stream(Facet.values()).flatMap(facet -> facet(site, facet)))
                .flatMap(pages -> pages);
    }

    /** What is classed as unfinished and has no later reply. */
    private static Stream<Page> unfinished(Site site) {
        int[] members = site.archive().unfinished();
        Heading heading = new Heading(
                site.say("statistics.unfinished"),
                Optional.of(site.say("statistics.unfinished.about")),
                Optional.empty());
        return members.length == 0
                ? Stream.empty()
                : new Paging(site, UNFINISHED, members.length)
                        .parts()
                        .map(part -> page(site, heading, i -> members[i], part));
    }

    private static Stream<Page> facet(Site site, Facet facet) {
        return site.archive().listings(facet).stream().flatMap(listing -> {
            Term term = listing.term();
            Heading heading = new Heading(site.name(term), term.meaning(), Optional.of(term));
            return new Paging(site, term.address(), listing.size())
                    .parts()
                    .map(part -> page(site, heading, i -> listing.members()[i], part));
        });
    }

    private static Page page(Site site, Heading heading, IntUnaryOperator member, Paging.Part part) {
        List<Item> items = part.positions()
                .mapToObj(i -> Item.of(site, site.archive().replies().get(member.applyAsInt(i)), part.root()))
                .toList();
        Optional<Link> above =
                heading.facet().map(facet -> new Link(part.root() + facet.folder() + "/", Frame.label(site, facet)));
        View view = new View(
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
        return new Page(part.path(), "listing", view);
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
