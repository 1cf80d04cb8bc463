package dafu.cli;

import dafu.read.Content;
import dafu.report.Table;
import dafu.text.Diagnostic;
import dafu.text.Location;
import dafu.text.Masks;
import dafu.text.Message;
import dafu.text.Source;
import dafu.text.Unveiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a check found, sorted, and as an editor reads it: {@code path:line:column: error[rule]: message}, the line with the
 * place marked, and how to mend it.
 *
 * @param shown every error, and of warnings as many of a rule as people want to see at once
 * @param hidden how many more there are of a rule
 */
record Findings(List<Diagnostic> all, List<Diagnostic> shown, SortedMap<String, Integer> hidden) {
    private static final int WARNINGS_PER_RULE = 20;
    private static final int WIDTH = 100;

    static Findings of(List<Diagnostic> all) {
        return of(all, WARNINGS_PER_RULE);
    }

    static Findings of(List<Diagnostic> all, int warningsPerRule) {
        Map<String, Integer> warnings = new HashMap<>();
        List<Diagnostic> shown = all.stream()
                .filter(finding ->
                        finding.isError() || warnings.merge(finding.rule(), 1, Integer::sum) <= warningsPerRule)
                .toList();
        SortedMap<String, Integer> hidden = new TreeMap<>();
        warnings.forEach((rule, count) -> {
            if (count > warningsPerRule) {
                hidden.put(rule, count - warningsPerRule);
            }
        });
        return new Findings(all, shown, hidden);
    }

    long errors() {
        return all.stream().filter(Diagnostic::isError).count();
    }

    long warnings() {
        return all.size() - errors();
    }

    Message counts() {
        return Message.of("%d 个错误，%d 条警告", "%d errors, %d warnings", errors(), warnings());
    }

    void print(Console console) {
        String path = "";
        Optional<Source> source = Optional.empty();
        for (Diagnostic finding : shown) {
            Location at = finding.location();
            console.warn(at + ": " + finding.severity() + "[" + finding.rule() + "]: "
                    + finding.message().in(console.language()));
            // They are sorted, so one file at a time is enough.
            if (!at.path().equals(path)) {
                path = at.path();
                source = read(path);
            }
            String hint = finding.hint().map(console::masked).orElse("");
            Optional<String> line = source.filter(
                            text -> (at.column() > 1 || at.length() > 0) && at.line() <= text.lines())
                    .map(text -> Unveiled.hide(text.line(at.line())));
            if (line.isPresent()) {
                excerpt(console, line.get(), at, hint);
            } else if (!hint.isEmpty()) {
                console.warn("    " + hint);
            }
        }
        hidden.forEach((rule, count) -> console.warn(Message.of(
                "另有 %d 条 warning[%s]，用 --all 看全部", "%d more of warning[%s], see all with --all", count, rule)));
    }

    /** The line, cut to what fits around the place, with carets below; Han characters are two columns wide. */
    private static void excerpt(Console console, String line, Location at, String hint) {
        int[] points = line.codePoints().toArray();
        int start = Math.min(at.column() - 1, points.length);
        int end = at.length() > 0 ? Math.min(points.length, start + at.length()) : points.length;
        int from = start > WIDTH / 2 ? start - WIDTH / 2 : 0;
        int to = Math.min(points.length, from + WIDTH);
        end = Math.max(start + 1, Math.min(end, to));
        StringBuilder shown = new StringBuilder(from > 0 ? "…" : "");
        StringBuilder below = new StringBuilder(from > 0 ? " " : "");
        for (int i = from; i < Math.max(to, end); i++) {
            int point = i < points.length ? points[i] : ' ';
            boolean wide = Table.isWide(point);
            shown.appendCodePoint(point == '\t' ? ' ' : point);
            String mark = i < start ? " " : i < end ? "^" : "";
            below.append(wide ? mark + mark : mark);
        }
        console.warn("    " + shown + (to < points.length ? "…" : ""));
        console.warn("    " + below + (hint.isEmpty() ? "" : "  " + hint));
    }

    private static Optional<Source> read(String path) {
        Path file = Path.of(path);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > Content.MAX_TEXT) {
                return Optional.empty();
            }
            return Source.decode(path, Files.readAllBytes(file), EnumSet.allOf(Masks.Rule.class))
                    .value();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
