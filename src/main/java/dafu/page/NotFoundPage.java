package dafu.page;

import dafu.model.Page;
import dafu.model.Site;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/** The page that hosts show for an address that does not exist; the one page whose links begin at the host's root. */
final class NotFoundPage implements CataloguePage {

    public record View(Frame page) {}

    @Override
    public String layout() {
        return "404";
    }

    @Override
    public Class<? extends Record> view() {
        return View.class;
    }

    @Override
    public Stream<Page> pages(Site site) {
        String root = site.settings().baseUrl().map(NotFoundPage::path).orElse("/");
        String title = site.strings().get("not-found");
        return Stream.of(
                new Page("404.html", layout(), new View(Frame.at(site, "404.html", root, title, Optional.empty()))));
    }

    private static String path(String base) {
        String path = URI.create(base).getPath();
        return path == null || path.isEmpty() ? "/" : path.replaceFirst("/*$", "/");
    }
}
