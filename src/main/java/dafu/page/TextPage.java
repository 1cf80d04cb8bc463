package dafu.page;

import dafu.model.Archive;
import dafu.model.Html;
import dafu.model.Page;
import dafu.model.Site;
import dafu.model.Text;

/** A page of {@code content/pages}. */
public final class TextPage {
    public record View(Frame page, String title, Html text) {}

    private TextPage() {}

    public static String path(Archive.PageFile file) {
        return file.id() + "/index.html";
    }

    public static Page of(Site site, Archive.PageFile file, Text text) {
        Frame frame = Frame.of(site, path(file), file.title(), file.summary());
        return new Page(path(file), "page", new View(frame, file.title(), text.html()));
    }
}
