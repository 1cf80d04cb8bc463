package dafu.page;

import dafu.model.Archive;
import dafu.model.Attachments;
import dafu.model.Change;
import dafu.model.Facet;
import dafu.model.Html;
import dafu.model.Json;
import dafu.model.Metadata;
import dafu.model.Page;
import dafu.model.Reply;
import dafu.model.Site;
import dafu.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A reply: its text, what is known about it, what was asked, what belongs to it. */
public final class ReplyPage {
    /** From how many headings on a list of them helps. */
    private static final int CONTENTS = 3;

    /** Up to how many characters what was asked does not keep a reader from the answer: a screen of a phone. */
    private static final int BRIEF = 250;

    /**
     * What the layout receives.
     *
     * @param proposalTitle the title of what was asked, as printed
     * @param notices what must be known before reading: withdrawn, replaced, restated, an excerpt …
     * @param text nothing where the text is withheld
     * @param signature how many lines at the end of the text sign it
     * @param proposal the text of what was asked, where it is published too
     * @param related replies that belong together, by how
     * @param citation how to cite the reply, and what libraries and programs are told of it
     */
    public record View(
            Frame page,
            String id,
            String title,
            String matter,
            Optional<String> proposalTitle,
            Optional<String> summary,
            List<Notice> notices,
            List<Fields.Field> fields,
            List<Text.Heading> contents,
            Optional<Html> text,
            int signature,
            Optional<Question> proposal,
            List<Attached> attachments,
            List<Corrected> corrections,
            List<Related> related,
            Optional<Item> previous,
            Optional<Item> next,
            Citation citation) {

        /** Whether a list of the headings helps. */
        public boolean hasContents() {
            return contents.size() >= CONTENTS;
        }

        /** Whether there are fields beyond the leading ones. */
        public boolean hasMore() {
            return fields.stream().anyMatch(field -> !field.leading());
        }

        public boolean hasAttachments() {
            return !attachments.isEmpty();
        }

        public boolean hasCorrections() {
            return !corrections.isEmpty();
        }

        public boolean hasRelated() {
            return !related.isEmpty();
        }

        public boolean hasNeighbours() {
            return previous.isPresent() || next.isPresent();
        }
    }

    /** A notice above the text: its kind, its words, why, and where they lead. */
    public record Notice(String kind, String words, Optional<String> reason, List<Link> links) {}

    /**
     * What was asked.
     *
     * @param brief whether it is short enough to stand open before the answer
     */
    public record Question(String title, Html text, boolean brief) {}

    public record Attached(String href, String title, String type) {}

    /** What was said about the reply after it was published. */
    public record Corrected(String anchor, Site.Day date, String note) {}

    public record Related(String label, List<Item> items) {}

    /**
     * A reply among documents.
     *
     * @param body who answered
     * @param published when it was made public, else its date
     * @param formal the entry of a list of references
     * @param plain the mention in a running text
     * @param linked the same for programs
     * @param code its public address as a QR code, where it has one
     */
    public record Citation(
            String body,
            String date,
            String published,
            List<String> topics,
            String formal,
            String plain,
            Json linked,
            Optional<Html> code) {}

    private ReplyPage() {}

    public static String path(Reply reply) {
        return reply.address() + "index.html";
    }

    public static Page of(Site site, Reply reply, Text text, Optional<Text> proposal) {
        Archive archive = site.archive();
        Metadata metadata = reply.metadata();
        String path = path(reply);
        String root = Page.rootFrom(path);
        Optional<Link> above = Optional.of(new Link(root + "replies/", site.say("replies")));
        Frame frame = Frame.at(site, path, root, headline(site, reply), metadata.summary(), above);
        boolean withheld = metadata.extent() == Metadata.Extent.WITHHELD;
        View view = new View(
                frame,
                reply.id(),
                metadata.title(),
                reply.matter(),
                metadata.proposalTitle(),
                metadata.summary(),
                notices(site, reply, root),
                Fields.of(site, reply, root),
                text.headings(),
                withheld || text.html().markup().isBlank() ? Optional.empty() : Optional.of(marked(text.html())),
                Signature.lines(site, reply, text),
                proposal.map(asked -> new Question(
                        metadata.proposalTitle().orElse(site.say("proposal")),
                        prefixed(asked.html()),
                        asked.plain().length() <= BRIEF)),
                attachments(metadata),
                corrections(site, reply),
                related(site, reply, root),
                archive.before(reply).map(r -> Item.of(site, r, root)),
                archive.after(reply).map(r -> Item.of(site, r, root)),
                citation(site, reply, frame));
        return new Page(path, "reply", view);
    }

    /** Matter, body, year: what tells a browser's tabs and search results apart. */
    private static String headline(Site site, Reply reply) {
        return reply.matter() + " - "
                + site.term(Facet.BODY, reply.metadata().answeringBody()).name() + " "
                + reply.metadata().date();
    }

    private static Citation citation(Site site, Reply reply, Frame frame) {
        Metadata metadata = reply.metadata();
        String body = site.term(Facet.BODY, metadata.answeringBody()).name();
        String published = reply.since().toString();
        Optional<String> number = metadata.documentNumber().map(it -> site.say("cite.number", it));
        String title = metadata.title() + number.orElse("");
        String day = site.day(metadata.date()).words();
        return new Citation(
                body,
                metadata.date().toString(),
                published,
                metadata.topics(),
                site.say("cite.formal", body, title, metadata.date(), address(site, frame, "cite.formal-address")),
                site.say("cite.plain", body, metadata.title(), day, address(site, frame, "cite.plain-address")),
                Linked.reply(site, reply, frame, published),
                frame.canonical().map(AddressCode::of));
    }

    private static String address(Site site, Frame frame, String words) {
        return frame.canonical().map(url -> site.say(words, url)).orElse("");
    }

    /** Every paragraph gets an anchor, {@code p.1} and on, which no heading can have; and a mark that links to it. */
    private static Html marked(Html html) {
        String markup = html.markup();
        int footnotes = Signature.end(markup);
        StringBuilder out = new StringBuilder(markup.length() + 2000);
        int done = 0;
        int count = 0;
        for (int at = markup.indexOf('<'); at >= 0 && at < footnotes; at = markup.indexOf('<', at + 1)) {
            boolean paragraph = markup.startsWith("<p>", at);
            if (paragraph || markup.startsWith(" id=\"", at + 3) && markup.charAt(at + 1) == 'h') {
                int end = markup.indexOf('>', at);
                String anchor = paragraph ? "p." + ++count : markup.substring(at + 8, end - 1);
                out.append(markup, done, at).append(paragraph ? "<p id=\"" + anchor + "\">" : "");
                out.append(markup, paragraph ? end + 1 : at, end + 1);
                out.append("<a href=\"#").append(anchor).append("\" tabindex=\"-1\" aria-hidden=\"true\"></a>");
                done = end + 1;
            }
        }
        return new Html(out.append(markup, done, markup.length()).toString());
    }

    /** Anchors of the proposal's text must differ from those of the reply's on the same page. */
    private static Html prefixed(Html html) {
        return new Html(html.markup().replace(" id=\"", " id=\"q-").replace(" href=\"#", " href=\"#q-"));
    }

    private static List<Notice> notices(Site site, Reply reply, String root) {
        Metadata metadata = reply.metadata();
        Stream<Notice> marks = site.archive().marks(reply).stream().map(kind -> switch (kind) {
            case "withdrawn" -> new Notice(kind, withdrawn(site, reply), metadata.reason(), List.of());
            case "withheld" -> new Notice(kind, site.say("notice.withheld"), metadata.reason(), List.of());
            case "superseded" ->
                notice(
                        site,
                        kind,
                        site.archive().supersededBy(reply).stream()
                                .map(later -> new Link(
                                        root + later.address(), later.metadata().title()))
                                .toList());
            case "corrected" -> notice(site, kind, List.of(new Link("#corrections", site.say("corrections"))));
            default -> notice(site, kind, List.of());
        });
        return Stream.concat(
                        marks,
                        metadata.source().filter(Metadata.Origin::restated).stream()
                                .map(source -> notice(site, "restated", List.of())))
                .toList();
    }

    private static String withdrawn(Site site, Reply reply) {
        return Change.withdrawn(reply)
                .map(day -> site.say("notice.withdrawn-on", site.day(day).words()))
                .orElse(site.say("notice.withdrawn"));
    }

    private static Notice notice(Site site, String kind, List<Link> links) {
        return new Notice(kind, site.say("notice." + kind), Optional.empty(), links);
    }

    private static List<Corrected> corrections(Site site, Reply reply) {
        return Change.of(reply).stream()
                .flatMap(change ->
                        change.date().stream().map(day -> new Corrected(change.anchor(), site.day(day), change.note())))
                .toList();
    }

    private static List<Attached> attachments(Metadata metadata) {
        return metadata.attachments().stream()
                .map(a -> {
                    String name = a.file().substring(a.file().lastIndexOf('/') + 1);
                    return new Attached(
                            Attachments.encode(name),
                            a.title().orElse(name),
                            Attachments.type(name).toUpperCase(Locale.ROOT));
                })
                .toList();
    }

    /** Each reply once, with the closest tie that it has. */
    private static List<Related> related(Site site, Reply reply, String root) {
        Archive archive = site.archive();
        List<Reply> together = archive.together(reply);
        Map<String, List<Reply>> ties = new LinkedHashMap<>();
        ties.put("superseded", archive.supersededBy(reply));
        ties.put(
                "supersedes",
                reply.metadata().supersedes().flatMap(archive::find).stream().toList());
        ties.put("follows", archive.earlier(reply));
        ties.put("followed", archive.later(reply));
        ties.put("opinions", together.stream().filter(Reply::isOpinion).toList());
        ties.put("together", together);
        List<Reply> shown = new ArrayList<>();
        List<Related> related = new ArrayList<>();
        ties.forEach((tie, replies) -> add(site, related, shown, tie, replies, root));
        add(site, related, shown, "similar", archive.related(reply, shown), root);
        return List.copyOf(related);
    }

    private static void add(
            Site site, List<Related> related, List<Reply> shown, String tie, List<Reply> replies, String root) {
        List<Reply> others =
                replies.stream().filter(other -> !shown.contains(other)).toList();
        shown.addAll(others);
        if (!others.isEmpty()) {
            related.add(new Related(
                    site.say("related." + tie),
                    others.stream().map(other -> Item.of(site, other, root)).toList()));
        }
    }
}
