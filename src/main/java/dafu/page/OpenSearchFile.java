package dafu.page;

import dafu.model.Page;
import dafu.model.Site;
import java.util.stream.Stream;

/** {@code opensearch.xml}, by which a browser adds the search; it needs the public address. */
final class OpenSearchFile {
    /** The standard allows this many characters in a short name (OpenSearch 1.1, draft 6). */
    private static final int SHORT_NAME = 16;

    /**
     * What the file says.
     *
     * @param name the archive's name, cut where the standard wants it short
     * @param base the public address, ending with a slash
     */
    public record View(String language, String name, String title, String base) {}

    private OpenSearchFile() {}

    static Stream<Page> pages(Site site) {
        String title = site.title();
        int end = title.offsetByCodePoints(0, Math.min(SHORT_NAME, title.codePointCount(0, title.length())));
        return site.absolute("").stream()
                .map(base -> new View(site.settings().languageTag(), title.substring(0, end), title, base))
                .map(view -> new Page("opensearch.xml", "opensearch", view));
    }
}
