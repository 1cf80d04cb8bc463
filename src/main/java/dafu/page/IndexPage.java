package dafu.page;

import dafu.model.Facet;
import dafu.model.Listing;
import dafu.model.Page;
import dafu.model.Site;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The index of a facet: its terms, each with the number of its replies. */
final class IndexPage {

    public record View(Frame page, List<Entry> entries) {}

    /** A term with the number of its replies. */
    public record Entry(String href, String name, String count, Optional<String> meaning) {
        static Entry of(Site site, Listing listing, String root) {
            return new Entry(
                    root + listing.term().address(),
                    site.name(listing.term()),
                    String.valueOf(listing.size()),
                    listing.term().meaning());
        }
    }

    private IndexPage() {}

    static Stream<Page> pages(Site site) {
        return Arrays.stream(Facet.values())
                .filter(facet -> !site.archive().listings(facet).isEmpty())
                .map(facet -> page(site, facet));
    }

    private static Page page(Site site, Facet facet) {
        String path = facet.folder() + "/index.html";
        return new Page(path, "index", () -> view(site, facet, path));
    }

    private static View view(Site site, Facet facet, String path) {
        String title = Frame.label(site, facet);
        Optional<String> about = site.strings().find("about." + facet.key());
        return new View(
                Frame.of(site, path, title, about),
                site.archive().listings(facet).stream()
                        .map(listing -> Entry.of(site, listing, "../"))
                        .toList());
    }
}
