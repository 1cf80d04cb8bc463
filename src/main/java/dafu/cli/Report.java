package dafu.cli;

import dafu.text.Diagnostic;
import dafu.text.Location;
import dafu.text.Message;
import dafu.text.Parsed;
import dafu.text.Source;
import dafu.text.Unveiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;

/**
 * Findings as an editor reads them: {@code path:line:column: error[rule]: message}, the line with the place marked, and
 * how to mend it. All errors; of warnings some of each rule and their count, unless all are wanted.
 */
final class Report {
    private static final int WIDTH = 100;

    private final Console console;
    private Optional<Source> source = Optional.empty();

    Report(Console console) {
        this.console = console;
    }

    void print(Findings findings) {
        findings.shown().forEach(this::print);
        findings.hidden()
                .forEach((rule, count) -> console.warn(Message.of(
                        "另有 %d 条 warning[%s]，用 --all 看全部", "%d more of warning[%s], see all with --all", count, rule)));
    }

    private void print(Diagnostic finding) {
        Location at = finding.location();
        console.warn(at + ": " + finding.severity() + "[" + finding.rule() + "]: "
                + finding.message().in(console.language()));
        String hint = finding.hint().map(console::masked).orElse("");
        Optional<String> line = at.column() > 1 || at.length() > 0 ? line(at) : Optional.empty();
        if (line.isPresent()) {
            excerpt(line.get(), at, hint);
        } else if (!hint.isEmpty()) {
            console.warn("    " + hint);
        }
    }

    /** The line, cut to what fits around the place, with carets below; Han characters are two columns wide. */
    private void excerpt(String line, Location at, String hint) {
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
            boolean wide = Columns.isWide(point);
            shown.appendCodePoint(point == '\t' ? ' ' : point);
            String mark = i < start ? " " : i < end ? "^" : "";
            below.append(wide ? mark + mark : mark);
        }
        console.warn("    " + shown + (to < points.length ? "…" : ""));
        console.warn("    " + below + (hint.isEmpty() ? "" : "  " + hint));
    }

    /** The masked line of a file; findings are sorted, so one file at a time is enough. */
    private Optional<String> line(Location at) {
        if (source.isEmpty() || !source.get().name().equals(at.path())) {
            source = read(at.path());
        }
        return source.filter(s -> at.line() <= s.lines()).map(s -> Unveiled.hide(s.line(at.line())));
    }

    private static Optional<Source> read(String path) {
        Path file = Path.of(path);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > dafu.read.Content.MAX_TEXT) {
                return Optional.empty();
            }
            Parsed<Optional<Source>> read =
                    Source.decode(path, Files.readAllBytes(file), EnumSet.allOf(dafu.text.Masks.Rule.class));
            return read.value();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
