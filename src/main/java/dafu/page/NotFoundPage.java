package dafu.page;

import dafu.model.Page;
import dafu.model.Site;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/** The page that hosts show for an address that does not exist; the one page whose links begin at the host's root. */
final class NotFoundPage {

    public record View(Frame page) {}

    private NotFoundPage() {}

    static Stream<Page> pages(Site site) {
        String root = site.settings().baseUrl().map(NotFoundPage::path).orElse("/");
        String title = site.say("not-found");
        Frame frame = Frame.at(site, "404.html", root, title, Optional.empty(), Optional.empty());
        return Stream.of(new Page("404.html", "404", new View(frame)));
    }

    private static String path(String base) {
        String path = URI.create(base).getPath();
        return path == null || path.isEmpty() ? "/" : path.replaceFirst("/*$", "/");
    }
}
