package dafu.cli;

import dafu.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table on a screen: columns as wide as their widest cell, Han characters two columns wide. */
final class Columns {
    private static final int FIRST_WIDE = 0x2E80;

    private Columns() {}

    static boolean isWide(int point) {
        return point >= FIRST_WIDE;
    }

    static List<String> lines(Table table) {
        List<List<String>> rows = new ArrayList<>(List.of(table.head()));
        rows.addAll(table.rows());
        int[] widths = IntStream.range(0, table.head().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, widths.length)
                        .mapToObj(column -> padded(row.get(column), widths[column]))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .toList();
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - width(cell));
    }

    private static int width(String cell) {
        return cell.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
    }
}
