package dafu.page;

import dafu.model.Page;
import dafu.model.Site;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every kind of page. A new one is a class in this package, its line here, and a layout. */
public final class Pages {
    /** The record that each layout receives. */
    public static final Map<String, Class<? extends Record>> VIEWS = Map.ofEntries(
            Map.entry("404", Signposts.NotFound.class),
            Map.entry("alias", Signposts.Moved.class),
            Map.entry("changes", ChangesPage.View.class),
            Map.entry("data", DataPage.View.class),
            Map.entry("feed", FeedFile.View.class),
            Map.entry("form", FormPage.View.class),
            Map.entry("home", HomePage.View.class),
            Map.entry("index", IndexPage.View.class),
            Map.entry("listing", ListingPage.View.class),
            Map.entry("masks", MasksPage.View.class),
            Map.entry("opensearch", Signposts.OpenSearch.class),
            Map.entry("page", TextPage.View.class),
            Map.entry("reply", ReplyPage.View.class),
            Map.entry("search", SearchPage.View.class),
            Map.entry("statistics", StatisticsPage.View.class));

    private static final List<Function<Site, Stream<Page>>> CATALOGUE = List.of(
            HomePage::pages,
            IndexPage::pages,
            FeedFile::pages,
            ListingPage::pages,
            ChangesPage::pages,
            FormPage::pages,
            Signposts::pages);

    private Pages() {}

    /** The pages that are made from the catalogue alone, each when its view is asked for, on any thread. */
    public static Stream<Page> of(Site site) {
        return CATALOGUE.stream().flatMap(type -> type.apply(site));
    }
}
