package dafu.text;

import static dafu.text.Hijack.PATTERNS;

import dafu.text.Hijack.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * The places where titles and headings open: the reply's title, 《 in front of a proposal's title, {@code 一、},
 * {@code (一)}, {@code 1.} and Markdown headings at the start of a line; and what several of them open with.
 */
final class Slots {
    enum Kind {
        REPLY_TITLE,
        PROPOSAL_TITLE,
        HEADING
    }

    /** One opening, from its first character to the end of its title or line. */
    record Slot(Kind kind, Part part, int start, int end) {}

    /** The longest beginning that as many slots as possible share, and these slots. */
    record Shared(String phrase, List<Slot> slots) {
        /** The proposal's title repeated is one opening; every heading is one. */
        int openings() {
            return (int) slots.stream()
                    .map(slot -> slot.kind() == Kind.HEADING ? slot : slot.kind())
                    .distinct()
                    .count();
        }
    }

    static final int SHORTEST = 4;
    /** Longer shared openings are whole titles. */
    static final int LONGEST = 24;

    private static final int LONGEST_HEADING = 80;
    private static final int LONGEST_TITLE = 118;
    /** Bounds for hostile texts; honest ones have none. */
    private static final int MOST = 96;

    private static final int MOST_SHARED = 8;
    private static final int MOST_CANDIDATES = 64;

    private final Inspected document;
    private final List<Slot> slots = new ArrayList<>();

    private Slots(Inspected document) {
        this.document = document;
    }

    static List<Slot> of(Inspected document) {
        Slots slots = new Slots(document);
        slots.add(Kind.REPLY_TITLE, Part.TITLE, 0, document.part(Part.TITLE).length());
        slots.bookTitles(Part.TITLE);
        String title = document.part(Part.PROPOSAL_TITLE);
        int end = title.endsWith("》") ? title.length() - 1 : title.length();
        slots.add(Kind.PROPOSAL_TITLE, Part.PROPOSAL_TITLE, title.startsWith("《") ? 1 : 0, end);
        slots.bookTitles(Part.TEXT);
        slots.headings();
        return slots.slots;
    }

    private void add(Kind kind, Part part, int start, int end) {
        String text = document.part(part);
        int from = start;
        while (from < end && (Width.fold(text.charAt(from)) == ' ' || "“\"*\n".indexOf(text.charAt(from)) >= 0)) {
            from++;
        }
        if (from < end && slots.size() < MOST) {
            slots.add(new Slot(kind, part, from, end));
        }
    }

    private void bookTitles(Part part) {
        String text = document.part(part);
        int open = text.indexOf('《');
        while (open >= 0 && slots.size() < MOST) {
            int close = text.indexOf('》', open);
            int length = close - open - 1;
            if (length >= SHORTEST
                    && length <= LONGEST_TITLE
                    && Titles.isProposal(text.substring(open + 1, close), text, close + 1)) {
                add(Kind.PROPOSAL_TITLE, part, open + 1, close);
            }
            open = close < 0 ? -1 : text.indexOf('《', open + 1);
        }
    }

    private void headings() {
        String text = document.text();
        Matcher heading = PATTERNS.matcher("heading", text);
        for (int line = 0, end; line < text.length() && slots.size() < MOST; line = end + 1) {
            int newline = text.indexOf('\n', line);
            end = newline < 0 ? text.length() : newline;
            if (line < end && heading.region(line, end).lookingAt()) {
                add(Kind.HEADING, Part.TEXT, heading.end(), Math.min(end, heading.end() + LONGEST_HEADING));
            }
        }
    }

    /** Phrases that open two or more slots, those that open most first. */
    static List<Shared> shared(Inspected document) {
        List<Slot> slots = document.slots;
        Set<String> openings = new LinkedHashSet<>();
        for (int i = 0; i < slots.size(); i++) {
            for (int j = i + 1; j < slots.size(); j++) {
                String shared = sharedOpening(document, slots.get(i), slots.get(j));
                if (shared.length() >= SHORTEST && openings.size() < MOST_CANDIDATES) {
                    openings.add(shared);
                }
            }
        }
        List<Shared> chosen = new ArrayList<>();
        openings.stream()
                .map(phrase -> new Shared(
                        phrase,
                        slots.stream()
                                .filter(slot -> document.part(slot.part()).startsWith(phrase, slot.start()))
                                .toList()))
                .filter(shared -> shared.openings() >= 2)
                .sorted(Comparator.comparing((Shared shared) -> -shared.openings())
                        .thenComparing(shared -> -shared.phrase.length()))
                .filter(shared -> chosen.size() < MOST_SHARED
                        && chosen.stream().noneMatch(other -> other.slots.containsAll(shared.slots)))
                .forEachOrdered(chosen::add);
        return chosen;
    }

    private static String sharedOpening(Inspected document, Slot a, Slot b) {
        String first = document.part(a.part());
        String second = document.part(b.part());
        int most = Math.min(LONGEST, Math.min(a.end() - a.start(), b.end() - b.start()));
        int length = 0;
        while (length < most
                && first.charAt(a.start() + length) == second.charAt(b.start() + length)
                && isWordCharacter(first.charAt(a.start() + length))) {
            length++;
        }
        // A label such as 牵头单位： opens every item of a list.
        boolean label = a.start() + length < first.length() && Width.fold(first.charAt(a.start() + length)) == ':';
        return label ? "" : first.substring(a.start(), a.start() + length);
    }

    static boolean isWordCharacter(char c) {
        return Width.isHan(c) || Width.isAlphanumeric(c);
    }
}
