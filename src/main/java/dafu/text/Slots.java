package dafu.text;

import java.util.ArrayList;
import java.util.List;

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

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_HEADING = 80;
    /** Enough for any reply; a bound for hostile ones. */
    private static final int MOST = 96;

    private static final String NUMERALS = "一二三四五六七八九十";

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

    /** Laws and plans stand in 《》 too: only what is called a proposal is one. */
    private void bookTitles(Hijack.Part part) {
        String text = document.part(part);
        for (int open = text.indexOf('《'); open >= 0; open = text.indexOf('《', open + 1)) {
            int close = closing(text, open);
            if (slots.size() >= MOST) {
                return;
            }
            if (close - open > 4
                    && (ProposalTitle.endsAsProposal(text.substring(open + 1, close))
                            || ProposalTitle.isCalledProposal(text, close + 1))) {
                add(Kind.PROPOSAL_TITLE, part, open + 1, close);
            }
        }
    }

    /** Looks no further than the longest title, or each of many unclosed brackets would search the whole text. */
    private static int closing(String text, int open) {
        int end = Math.min(text.length(), open + LONGEST_TITLE);
        for (int at = open + 1; at < end; at++) {
            if (text.charAt(at) == '》') {
                return at;
            }
        }
        return -1;
    }

    private void headings() {
        String text = document.text();
        for (int line = 0; line < text.length(); ) {
            int newline = text.indexOf('\n', line);
            int end = newline < 0 ? text.length() : newline;
            int opening = afterMark(text, line, end);
            if (opening > 0) {
                add(Kind.HEADING, Hijack.Part.TEXT, opening, Math.min(end, opening + LONGEST_HEADING));
            }
            line = end + 1;
        }
    }

    /** Where a heading's words begin, or -1 where the line is no heading. */
    private static int afterMark(String text, int line, int end) {
        int at = line;
        while (at < end && (Width.fold(text.charAt(at)) <= ' ' || text.charAt(at) == '#' || text.charAt(at) == '*')) {
            at++;
        }
        boolean markdown = text.startsWith("#", line);
        boolean bracket = at < end && Width.fold(text.charAt(at)) == '(';
        int numeral = bracket ? at + 1 : at;
        int after = numeral;
        while (after < end && after - numeral < 3 && isNumeral(text.charAt(after))) {
            after++;
        }
        if (after == numeral || after == end) {
            return markdown ? at : -1;
        }
        char mark = Width.fold(text.charAt(after));
        if (bracket) {
            return mark == ')' ? after + 1 : -1;
        }
        boolean decimal = mark == '.' && after + 1 < end && Width.isDigit(text.charAt(after + 1));
        boolean listMark = mark == '、' || mark == '.' || mark == ',' && NUMERALS.indexOf(text.charAt(numeral)) >= 0;
        return listMark && !decimal ? after + 1 : markdown ? at : -1;
    }

    private static boolean isNumeral(char c) {
        return Width.isDigit(c) || NUMERALS.indexOf(c) >= 0;
    }
}
