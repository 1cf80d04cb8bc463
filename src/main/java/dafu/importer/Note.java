package dafu.importer;

import dafu.text.Message;
import dafu.text.Source;
import java.util.List;

/**
 * Something that was changed or left out, for the editor to look at.
 *
 * @param line where, 0 where lines do not tell
 */
public record Note(int line, Message what) {
    private static final int QUOTED = 40;

    static Message change(String before, String after) {
        return Message.of("“%s”→“%s”", "“%s” → “%s”", clipped(before), clipped(after));
    }

    /** What is masked, line by line: the rule and what is left to read. The line is not quoted: it may name a person. */
    static List<Note> masks(Source text) {
        return text.masks().stream()
                .map(mask -> new Note(
                        text.location(mask.start(), mask.end()).line(),
                        Message.of(
                                "%1$s “%2$s”",
                                "%1$s “%2$s”", mask.rule().id(), text.text().substring(mask.start(), mask.end()))))
                .toList();
    }

    /** Words to quote in a note: one line, not too long. */
    static String clipped(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= QUOTED
                ? line
                : line.substring(0, line.offsetByCodePoints(0, QUOTED)) + "…";
    }
}
