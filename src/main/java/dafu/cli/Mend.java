package dafu.cli;

import dafu.text.Diagnostic;
import dafu.text.Location;
import dafu.text.Masks;
import dafu.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Mends what can be mended without anybody having to look. The difference is shown first; on a terminal it asks. Files are
 * changed at the places of the findings alone: line ends and all other characters stay, and what is masked is not
 * touched, since the mask is not what stands there.
 */
final class Mend {
    private static final int CONTEXT = 3;

    private final Console console;

    Mend(Console console) {
        this.console = console;
    }

    /** Applies the fixes among these findings; says whether a file was changed. */
    boolean apply(List<Diagnostic> found) throws IOException {
        Map<String, List<Diagnostic>> files = found.stream()
                .filter(finding -> finding.fix().isPresent())
                .collect(Collectors.groupingBy(f -> f.location().path(), TreeMap::new, Collectors.toList()));
        Map<Path, String> mended = new TreeMap<>();
        for (Map.Entry<String, List<Diagnostic>> file : files.entrySet()) {
            String before = Files.readString(Path.of(file.getKey()));
            String after = mended(before, file.getValue());
            if (!after.equals(before)) {
                show(file.getKey(), before.split("\r\n|[\r\n]", -1), after.split("\r\n|[\r\n]", -1));
                mended.put(Path.of(file.getKey()), after);
            }
        }
        if (mended.isEmpty() || !console.agrees(Message.of("写入这些改动？[y/N] ", "write these changes? [y/N] "))) {
            return false;
        }
        for (Map.Entry<Path, String> file : mended.entrySet()) {
            Files.writeString(file.getKey(), file.getValue());
        }
        console.say(Message.of("改了 %d 个文件", "%d files mended", mended.size()));
        return true;
    }

    /** The text with the fixes in it; of two that overlap the first, of those on a mask none. */
    private static String mended(String text, List<Diagnostic> fixes) {
        List<Masks.Mask> masks = Masks.find(text, EnumSet.allOf(Masks.Rule.class));
        StringBuilder mended = new StringBuilder(text.length());
        int done = 0;
        for (Diagnostic fix : fixes.stream()
                .sorted(Comparator.comparing(Diagnostic::location))
                .toList()) {
            Location at = fix.location();
            int line = lineStart(text, at.line());
            int start = text.offsetByCodePoints(line, at.column() - 1);
            int end = text.offsetByCodePoints(start, at.length());
            if (start >= done && masks.stream().noneMatch(mask -> mask.start() < end && start < mask.end())) {
                mended.append(text, done, start).append(fix.fix().orElseThrow());
                done = end;
            }
        }
        return mended.append(text, done, text.length()).toString();
    }

    private static int lineStart(String text, int line) {
        int at = text.startsWith("\uFEFF") ? 1 : 0;
        for (int i = 1; i < line; i++) {
            while (text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                at++;
            }
            at += text.startsWith("\r\n", at) ? 2 : 1;
        }
        return at;
    }

    /** The difference in the unified format; fixes stay within their lines, so both sides have as many. */
    private void show(String path, String[] before, String[] after) {
        console.out().println("--- " + path);
        console.out().println("+++ " + path);
        for (int next = difference(before, after, 0); next < before.length; ) {
            int from = Math.max(0, next - CONTEXT);
            int to = next + 1;
            for (int more = next;
                    more < before.length && more <= to + 2 * CONTEXT;
                    more = difference(before, after, to)) {
                to = more + 1;
            }
            next = difference(before, after, to);
            to = Math.min(before.length, to + CONTEXT);
            console.out()
                    .println("@@ -" + (from + 1) + "," + (to - from) + " +" + (from + 1) + "," + (to - from) + " @@");
            for (int i = from; i < to; i++) {
                boolean same = before[i].equals(after[i]);
                line(same ? ' ' : '-', before[i]);
                if (!same) {
                    line('+', after[i]);
                }
            }
        }
    }

    private void line(char mark, String text) {
        String colour = !console.isTerminal() || mark == ' ' ? "" : mark == '-' ? "\u001B[31m" : "\u001B[32m";
        console.out().println(colour + mark + Console.masked(text) + (colour.isEmpty() ? "" : "\u001B[0m"));
    }

    private static int difference(String[] before, String[] after, int from) {
        int at = from;
        while (at < before.length && before[at].equals(after[at])) {
            at++;
        }
        return at;
    }
}
