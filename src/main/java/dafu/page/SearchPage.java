package dafu.page;

import dafu.model.Facet;
import dafu.model.Json;
import dafu.model.Page;
import dafu.model.Site;
import java.util.List;
import java.util.Optional;

/** The search page. Without scripts it explains itself and leads to the listings. */
public final class SearchPage {
    static final String ADDRESS = "search/";
    static final String PATH = ADDRESS + "index.html";

    /** What narrows a search, in the order of the page. Proposers are too many and too rare to choose from. */
    private static final List<Facet> NARROWING =
            List.of(Facet.KIND, Facet.YEAR, Facet.SESSION, Facet.BODY, Facet.TOPIC, Facet.OUTCOME);

    /** What a reader should know of a hit, as {@link Item} says it, by the names that the script has for it. */
    private static final List<String> MARKS = List.of(
            "draft", "withdrawn", "superseded", "supporting-opinion", "excerpt", "summary", "withheld", "corrected");

    /**
     * What the search page's layout receives.
     *
     * @param root what the index begins with, as JSON, so that the page need not ask for it
     */
    public record View(Frame page, String root, List<Named> facets, List<Named> marks, List<HomePage.Way> ways) {}

    /** What the script calls by a name, and readers by its label. */
    public record Named(String name, String label) {}

    private SearchPage() {}

    public static Page of(Site site, Json root) {
        List<Named> facets = NARROWING.stream()
                .filter(facet -> !site.archive().listings(facet).isEmpty())
                .map(facet -> new Named(facet.key(), Frame.label(site, facet)))
                .toList();
        List<Named> marks = MARKS.stream()
                .map(mark -> new Named(mark, site.say("mark." + mark)))
                .toList();
        Frame frame = Frame.of(site, PATH, site.say("search"), Optional.empty());
        return new Page(PATH, "search", new View(frame, root.text(), facets, marks, HomePage.ways(site, frame.root())));
    }
}
