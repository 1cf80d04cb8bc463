package dafu.text;

import static dafu.text.Hijack.PATTERNS;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * The places where titles and headings open: the reply's title, 《 in front of a proposal's title, {@code 一、},
 * {@code (一)}, {@code 1.} and Markdown headings at the start of a line.
 */
final class Slots {
    enum Kind {
        REPLY_TITLE,
        PROPOSAL_TITLE,
        HEADING
    }

    /** One opening, from its first character to the end of its title or line. */
    record Slot(Kind kind, Hijack.Part part, int start, int end) {}

    private static final int LONGEST_HEADING = 80;
    /** Enough for any reply; a bound for hostile ones. */
    private static final int MOST = 96;

    private final Hijack.Document document;
    private final List<Slot> slots = new ArrayList<>();

    private Slots(Hijack.Document document) {
        this.document = document;
    }

    static List<Slot> of(Hijack.Document document) {
        Slots slots = new Slots(document);
        slots.add(Kind.REPLY_TITLE, Hijack.Part.TITLE, 0, document.title().length());
        slots.bookTitles(Hijack.Part.TITLE);
        document.proposalTitle()
                .ifPresent(title -> slots.add(
                        Kind.PROPOSAL_TITLE,
                        Hijack.Part.PROPOSAL_TITLE,
                        title.startsWith("《") ? 1 : 0,
                        title.endsWith("》") ? title.length() - 1 : title.length()));
        slots.bookTitles(Hijack.Part.TEXT);
        slots.headings();
        return slots.slots;
    }

    private void add(Kind kind, Hijack.Part part, int start, int end) {
        String text = document.part(part);
        int from = start;
        while (from < end && (Width.fold(text.charAt(from)) == ' ' || "“\"*\n".indexOf(text.charAt(from)) >= 0)) {
            from++;
        }
        if (from < end && slots.size() < MOST) {
            slots.add(new Slot(kind, part, from, end));
        }
    }

    private void bookTitles(Hijack.Part part) {
        String text = document.part(part);
        Matcher title = PATTERNS.matcher("book-title", text);
        while (slots.size() < MOST && title.find()) {
            if (ProposalTitle.isProposal(title.group(1), text, title.end(1) + 1)) {
                add(Kind.PROPOSAL_TITLE, part, title.start(1), title.end(1));
            }
        }
    }

    private void headings() {
        String text = document.text();
        Matcher heading = PATTERNS.matcher("heading", text);
        for (int line = 0, end; line < text.length() && slots.size() < MOST; line = end + 1) {
            int newline = text.indexOf('\n', line);
            end = newline < 0 ? text.length() : newline;
            if (heading.region(line, end).lookingAt()) {
                add(Kind.HEADING, Hijack.Part.TEXT, heading.end(), Math.min(end, heading.end() + LONGEST_HEADING));
            }
        }
    }
}
