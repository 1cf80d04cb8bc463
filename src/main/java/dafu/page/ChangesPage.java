package dafu.page;

import dafu.model.Change;
import dafu.model.Page;
import dafu.model.Site;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every correction and withdrawal of the archive, newest first. */
final class ChangesPage {
    static final String ADDRESS = "corrections/";

    /** What the layout receives; the same parts as of a listing. */
    public record View(
            Frame page,
            Optional<String> count,
            Optional<String> part,
            List<Entry> entries,
            Optional<Link> newer,
            Optional<Link> older) {}

    /**
     * What was said about a reply after it was published.
     *
     * @param kind correction or withdrawal, in words
     * @param date when; a withdrawal may not say so
     * @param reason why it was withdrawn
     */
    public record Entry(
            String kind,
            Optional<Site.Day> date,
            String href,
            String matter,
            String body,
            Optional<String> note,
            Optional<String> reason) {}

    private ChangesPage() {}

    static Stream<Page> pages(Site site) {
        int size = site.archive().changes().size();
        return size == 0
                ? Stream.empty()
                : new Paging(site, ADDRESS, size)
                        .parts()
                        .map(part -> new Page(part.path(), "changes", () -> view(site, part)));
    }

    private static View view(Site site, Paging.Part part) {
        List<Change> changes = site.archive().changes();
        return new View(
                Frame.of(site, part.path(), part.titled(site.say("changes")), Optional.of(site.say("changes-about"))),
                part.count("changes.count"),
                part.words(),
                part.positions()
                        .mapToObj(i -> entry(site, changes.get(i), part.root()))
                        .toList(),
                part.newer(),
                part.older());
    }

    static Entry entry(Site site, Change change, String root) {
        Item item = Item.of(site, change.reply(), root);
        return new Entry(
                site.say(change.withdrawal() ? "changes.withdrawal" : "changes.correction"),
                change.date().map(site::day),
                item.href() + change.date().map(date -> "#" + change.anchor()).orElse(""),
                item.matter(),
                item.body(),
                Optional.of(change.note()).filter(note -> !note.isEmpty()),
                change.withdrawal() ? change.reply().metadata().reason() : Optional.empty());
    }
}
