package dafu.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every page type. A new one is a class in this package and its line here, and a layout of the same name. */
public final class Pages {
    /** Pages that are made from the catalogue alone. */
    public static final List<CataloguePage> CATALOGUE = List.of(
            new HomePage(),
            new IndexPage(),
            new ListingPage(),
            new AliasPage(),
            new ChangesPage(),
            new FeedFile(),
            new FormPage(),
            new NotFoundPage(),
            new OpenSearchFile());

    private Pages() {}

    /** The record that each layout receives. */
    public static Map<String, Class<? extends Record>> views() {
        Map<String, Class<? extends Record>> views = new LinkedHashMap<>();
        CATALOGUE.forEach(type -> views.put(type.layout(), type.view()));
        views.put(ReplyPage.TYPE.layout(), ReplyPage.TYPE.view());
        views.put(DataPage.TYPE.layout(), DataPage.TYPE.view());
        views.put(MasksPage.TYPE.layout(), MasksPage.TYPE.view());
        views.put(SearchPage.TYPE.layout(), SearchPage.TYPE.view());
        views.put(StatisticsPage.TYPE.layout(), StatisticsPage.TYPE.view());
        views.put(TextPage.TYPE.layout(), TextPage.TYPE.view());
        return views;
    }
}
