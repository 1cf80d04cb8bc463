package dafu.importer;

import dafu.text.Source;
import java.util.ArrayList;
import java.util.List;

/** One line of a page without the space around it. */
record Line(int number, String text) {
    private static final int WRAPPED = 28;
    private static final int LONGEST = 400;
    private static final int LONGEST_PARAGRAPH = 20_000;

    /** As much of the line as names anything; what is longer is prose. */
    String head() {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    boolean fits(String pattern) {
        return Words.fit(pattern, head());
    }

    /** Whether it fits without the spaces in it. */
    boolean fitsTight(String pattern) {
        return Words.fit(pattern, head().replaceAll("\\s", ""));
    }

    boolean isDate() {
        return Grammar.date(text).isPresent();
    }

    List<Words.Named> named() {
        return Words.named(head());
    }

    /** The head without the number of a document. */
    Line unnumbered() {
        return with(Grammar.documentNumber(head())
                .map(it -> head().replace(it.words(), " "))
                .orElse(head()));
    }

    Line with(String other) {
        return new Line(number, other);
    }

    boolean isRow() {
        return text.startsWith("| ");
    }

    /** The lines of a text that are not blank, with paragraphs that were cut into lines of equal length put together. */
    static List<Line> of(Source source) {
        List<Line> lines = new ArrayList<>();
        boolean opens = true;
        for (int i = 1; i <= source.lines(); i++) {
            String raw = source.line(i).replaceAll("[\u00A0\u3000\t]", " ");
            Line line = new Line(i, raw.strip().replaceAll(" {2,}", "  "));
            opens |= raw.startsWith("  ") || line.text.isEmpty() || lines.isEmpty();
            Line before = lines.isEmpty() ? line : lines.get(lines.size() - 1);
            if (!opens && before.isCut() && !line.standsAlone()) {
                lines.set(lines.size() - 1, before.with(before.text + line.text));
            } else if (!line.text.isEmpty()) {
                lines.add(line);
            }
            opens = line.text.isEmpty();
        }
        return lines;
    }

    private boolean isCut() {
        boolean prose =
                text.length() >= WRAPPED && text.length() < LONGEST_PARAGRAPH && text.matches(".*[\\p{IsHan}，、,]");
        return prose && !standsAlone();
    }

    /** Whether it is one by itself: a heading, an addressee, a title, a field. */
    private boolean standsAlone() {
        return fits("heading")
                || fits("members")
                || fits("title-end")
                || fits("contact")
                || isDate()
                || text.matches(".{0,40}[:：]|附件.*")
                || !named().isEmpty();
    }
}
