package dafu.importer;

import dafu.text.Source;
import java.util.ArrayList;
import java.util.List;

/** Comma-separated values (RFC 4180): quoted fields may hold commas, quotes and line ends; semicolons and tabs do as well. */
record Table(List<String> header, List<Row> rows) {
    /** One record, the line it begins on, and how many it takes. */
    record Row(int line, int lines, List<String> cells) {
        boolean holds(Note note) {
            return note.line() >= line && note.line() < line + lines;
        }
    }

    static Table of(Source source) {
        String text = source.text();
        String first = source.line(1);
        char separator =
                first.indexOf('\t') >= 0 ? '\t' : first.indexOf(',') < 0 && first.indexOf(';') >= 0 ? ';' : ',';
        List<Row> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int begins = 1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            line += c == '\n' ? 1 : 0;
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"' && (quoted || cell.toString().isBlank())) {
                quoted = !quoted;
            } else if (i == text.length() || !quoted && (c == separator || c == '\n')) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
                if (c != separator) {
                    if (cells.stream().anyMatch(each -> !each.isEmpty())) {
                        rows.add(new Row(begins, Math.max(1, line - begins), List.copyOf(cells)));
                    }
                    cells.clear();
                    begins = line;
                }
            } else {
                cell.append(c);
            }
        }
        return rows.isEmpty()
                ? new Table(List.of(), List.of())
                : new Table(rows.get(0).cells, rows.subList(1, rows.size()));
    }
}
