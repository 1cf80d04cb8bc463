package dafu.report;

import dafu.text.Message;
import dafu.text.Message.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in the language of its reader: the names of its columns, and its rows, each as long as these. */
public final class Table {
    private static final int FIRST_WIDE = 0x2E80;

    private final Language language;
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    /** The names of the columns have commas between. */
    public Table(Language language, String zh, String en) {
        this.language = language;
        this.head = List.of(new Message(zh, en).in(language).split("、|, "));
    }

    /** Adds a row: messages in the reader's language, anything else as it is. */
    public void add(Object... values) {
        rows.add(Arrays.stream(values)
                .map(value -> value instanceof Message message ? message.in(language) : String.valueOf(value))
                .toList());
    }

    public List<String> head() {
        return head;
    }

    public List<List<String>> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** As a screen shows it: columns as wide as their widest cell. */
    public List<String> lines() {
        List<List<String>> all = new ArrayList<>(List.of(head));
        all.addAll(rows);
        int[] widths = IntStream.range(0, head.size())
                .map(column -> all.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        return all.stream()
                .map(row -> IntStream.range(0, widths.length)
                        .mapToObj(column -> row.get(column) + " ".repeat(widths[column] - width(row.get(column))))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .toList();
    }

    private static int width(String cell) {
        return cell.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
    }

    /** Whether a character takes two columns of a screen, as Han characters do. */
    public static boolean isWide(int point) {
        return point >= FIRST_WIDE;
    }
}
