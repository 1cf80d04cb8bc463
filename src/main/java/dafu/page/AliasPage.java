package dafu.page;

import dafu.model.Alias;
import dafu.model.Page;
import dafu.model.Reply;
import dafu.model.Site;
import java.util.Optional;
import java.util.stream.Stream;

/** A page at an earlier address of a reply, which leads on to where it stands now. */
final class AliasPage {

    /** What the layout receives; the canonical address of its frame is that of the reply. */
    public record View(Frame page, String title, String href) {}

    private AliasPage() {}

    static Stream<Page> pages(Site site) {
        return site.archive().replies().stream()
                .flatMap(reply -> reply.metadata().aliases().stream()
                        .map(alias -> page(site, reply, Alias.path(alias).orElseThrow())));
    }

    private static Page page(Site site, Reply reply, String path) {
        String root = Page.rootFrom(path);
        String title = reply.metadata().title();
        Frame frame = Frame.at(site, ReplyPage.path(reply), root, title, Optional.empty(), Optional.empty());
        return new Page(path, "alias", new View(frame, title, root + reply.address()));
    }
}
