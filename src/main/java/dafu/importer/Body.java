package dafu.importer;

import dafu.text.Han;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** The lines of a letter as Markdown: a paragraph each, headings where the numbers of official letters make one. */
final class Body {
    private static final int LONGEST_HEADING = 50;
    private static final int LONGEST_ITEM = 30;

    private Body() {}

    static String markdown(Letter letter) {
        List<Line> lines = new ArrayList<>(letter.text);
        lines.addAll(letter.foot);
        int[] levels = new int[lines.size() + 1];
        TreeSet<Integer> used = new TreeSet<>();
        for (int i = letter.text.size() - 1; i >= 0; i--) {
            levels[i] = level(lines.get(i), i + 1 < lines.size() ? lines.get(i + 1) : lines.get(i));
            used.add(levels[i]);
        }
        used.remove(0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            boolean row = lines.get(i).isRow();
            text.append(i == 0 || row && lines.get(i - 1).isRow() ? "" : "\n");
            text.append(
                    levels[i] == 0
                            ? ""
                            : "##" + "#".repeat(used.headSet(levels[i]).size()) + " ");
            String line = escaped(lines.get(i).text().replaceAll(" {2,}", " "));
            text.append(row ? line.replace("\\|", "|") : line).append('\n');
        }
        return text.toString();
    }

    /** 1 to 4 for 一、（一）1. and （1） before a short line that says no sentence, 0 for none; items in a row are a list. */
    private static int level(Line line, Line next) {
        int level = number(line);
        boolean item = level > 2;
        boolean sentence = line.text().length() > (item ? LONGEST_ITEM : LONGEST_HEADING) || line.fits("sentence");
        return sentence || next == line || item && number(next) == level ? 0 : level;
    }

    private static int number(Line line) {
        Matcher matcher = Words.matcher("heading", Han.fold(line.head()));
        int level = matcher.matches() ? 1 : 0;
        while (level > 0 && matcher.group(level) == null) {
            level++;
        }
        return level;
    }

    /** The line with everything that Markdown would take for its own made plain. */
    private static String escaped(String line) {
        String plain = line.replaceAll("[\\\\`*_\\[\\]<|~]", "\\\\$0").replaceAll("&(?=[#\\w]+;)", "\\\\&");
        return plain.replaceFirst("^(?=[#>+=-])", "\\\\").replaceFirst("^(\\d+)(?=[.)] )", "$1\\\\");
    }
}
