package dafu.importer;

import dafu.text.Han;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The lines of a letter as Markdown: a paragraph each, headings where the numbers of official letters make one. */
final class Body {
    private static final List<Pattern> LEVELS = List.of(
            Pattern.compile("[一二三四五六七八九十]{1,3}\\s*[、.,].*"),
            Pattern.compile("\\([一二三四五六七八九十]{1,3}\\).*"),
            Pattern.compile("\\d{1,2}\\s*[.、](?!\\d).*"),
            Pattern.compile("\\(\\d{1,2}\\).*"));
    private static final int NO_HEADING = -1;
    private static final int LONGEST_HEADING = 50;
    private static final int LONGEST_ITEM = 30;

    private Body() {}

    static String markdown(List<Line> lines, int foot) {
        int[] levels = new int[lines.size()];
        TreeSet<Integer> used = new TreeSet<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            levels[i] = i < foot ? level(lines, levels, i) : NO_HEADING;
            used.add(levels[i]);
        }
        used.remove(NO_HEADING);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < levels.length; i++) {
            String line = lines.get(i).text().replaceAll(" {2,}", " ");
            boolean row = line.startsWith("| ");
            text.append(i > 0 && !(row && lines.get(i - 1).text().startsWith("| ")) ? "\n" : "");
            text.append(
                    levels[i] == NO_HEADING
                            ? ""
                            : "#".repeat(2 + used.headSet(levels[i]).size()) + " ");
            text.append(row ? escaped(line).replace("\\|", "|").replace("| \\---", "| ---") : escaped(line))
                    .append('\n');
        }
        return text.toString();
    }

    /** A short line that begins with a number and says no sentence; items that follow one another are a list. */
    private static int level(List<Line> lines, int[] levels, int at) {
        String line = lines.get(at).folded();
        for (int level = 0; level < LEVELS.size(); level++) {
            if (LEVELS.get(level).matcher(line).matches()) {
                boolean item = level > 1;
                boolean last = at + 1 == lines.size()
                        || item
                                && LEVELS.get(level)
                                        .matcher(lines.get(at + 1).folded())
                                        .matches();
                boolean sentence =
                        line.length() > (item ? LONGEST_ITEM : LONGEST_HEADING) || line.matches(".*[;,!?].{0,1}|.*。.*");
                return last || sentence ? NO_HEADING : level;
            }
        }
        return NO_HEADING;
    }

    /** The line with everything that Markdown would take for its own made plain. */
    private static String escaped(String line) {
        String plain = line.replaceAll("[\\\\`*_\\[\\]<|~]", "\\\\$0").replaceAll("&(?=[#\\w]+;)", "\\\\&");
        return Han.isHan(plain.codePointAt(0))
                ? plain
                : plain.replaceFirst("^(?=[#>+=-])", "\\\\").replaceFirst("^(\\d+)(?=[.)] )", "$1\\\\");
    }
}
