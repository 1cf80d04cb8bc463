package dafu.importer;

import dafu.text.Han;
import dafu.text.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a page without the space around it.
 *
 * @param opens whether a paragraph begins here: there is a blank line or an indent before it
 */
record Line(int number, String text, boolean opens) {
    private static final int WRAPPED = 28;
    private static final int LONGEST = 400;
    private static final int LONGEST_PARAGRAPH = 20_000;

    /** As much of the line as names anything; what is longer is prose. */
    String head() {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** The head half-width and lower case, unit for unit: what the grammar looks at. */
    String folded() {
        return Han.fold(head());
    }

    Line with(String other) {
        return new Line(number, other, opens);
    }

    /** The lines of a text that are not blank, with paragraphs that were cut into lines of equal length put together. */
    static List<Line> of(Source source) {
        List<Line> lines = new ArrayList<>();
        boolean opens = true;
        for (int i = 1; i <= source.lines(); i++) {
            String raw =
                    source.line(i).replace('\u00A0', ' ').replace('\u3000', ' ').replace('\t', ' ');
            String text = raw.strip().replaceAll(" {2,}", "  ");
            if (text.isEmpty()) {
                opens = true;
                continue;
            }
            opens |= raw.startsWith("  ");
            Line before = lines.isEmpty() ? null : lines.get(lines.size() - 1);
            if (!opens && before != null && before.isCut() && !Letter.standsAlone(new Line(i, text, false))) {
                lines.set(lines.size() - 1, before.with(before.text + text));
            } else {
                lines.add(new Line(i, text, opens));
            }
            opens = false;
        }
        return lines;
    }

    private boolean isCut() {
        return text.length() >= WRAPPED
                && text.length() < LONGEST_PARAGRAPH
                && (Han.isHan(text.charAt(text.length() - 1)) || "，、,".indexOf(text.charAt(text.length() - 1)) >= 0)
                && !Letter.standsAlone(this);
    }
}
