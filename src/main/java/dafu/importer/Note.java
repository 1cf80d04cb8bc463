package dafu.importer;

import dafu.text.Message;

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

    /** Words to quote in a note: one line, not too long. */
    static String clipped(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= QUOTED
                ? line
                : line.substring(0, line.offsetByCodePoints(0, QUOTED)) + "…";
    }
}
