package dafu.page;

import dafu.model.Alias;
import dafu.model.Page;
import dafu.model.Reply;
import dafu.model.Site;
import java.util.Optional;
import java.util.stream.Stream;

/** What leads elsewhere: pages at earlier addresses, the one for addresses that do not exist, and {@code opensearch.xml}. */
final class Signposts {
    /** The standard allows this many characters in a short name (OpenSearch 1.1, draft 6). */
    private static final int SHORT_NAME = 16;

    /** A page at an earlier address of a reply; the canonical address of its frame is that of the reply. */
    public record Moved(Frame page, String title, String href) {}

    /** The page that hosts show for an address that does not exist. */
    public record NotFound(Frame page) {}

    /**
     * By what a browser adds the search.
     *
     * @param name the archive's name, cut where the standard wants it short
     * @param base the public address, ending with a slash
     */
    public record OpenSearch(String language, String name, String title, String base) {}

    private Signposts() {}

    static Stream<Page> pages(Site site) {
        Stream<Page> moved = site.archive().replies().stream()
                .flatMap(reply -> reply.metadata().aliases().stream()
                        .map(alias -> moved(site, reply, Alias.path(alias).orElseThrow())));
        return Stream.of(moved, Stream.of(notFound(site)), openSearch(site)).flatMap(pages -> pages);
    }

    private static Page moved(Site site, Reply reply, String path) {
        String root = Page.rootFrom(path);
        String title = reply.metadata().title();
        Frame frame = Frame.at(site, ReplyPage.path(reply), root, title, Optional.empty(), Optional.empty());
        return new Page(path, "alias", new Moved(frame, title, root + reply.address()));
    }

    /** The one page whose links begin at the host's root, since it is shown at any address. */
    private static Page notFound(Site site) {
        String root = site.settings().basePath();
        String title = site.say("not-found");
        Frame frame = Frame.at(site, "404.html", root, title, Optional.empty(), Optional.empty());
        return new Page("404.html", "404", new NotFound(frame));
    }

    /** It needs the public address. */
    private static Stream<Page> openSearch(Site site) {
        String title = site.title();
        int end = title.offsetByCodePoints(0, Math.min(SHORT_NAME, title.codePointCount(0, title.length())));
        return site.absolute("").stream()
                .map(base -> new OpenSearch(site.settings().languageTag(), title.substring(0, end), title, base))
                .map(view -> new Page("opensearch.xml", "opensearch", view));
    }
}
