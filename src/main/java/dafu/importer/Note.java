package dafu.importer;

import dafu.text.Message;

/**
 * Something that was changed or left out, for the editor to look at.
 *
 * @param line where, 0 for the file as a whole
 */
public record Note(int line, Message what) {
    private static final int QUOTED = 40;

    /** Words to quote in a note: one line, not too long. */
    static String clipped(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= QUOTED
                ? line
                : line.substring(0, line.offsetByCodePoints(0, QUOTED)) + "…";
    }
}
