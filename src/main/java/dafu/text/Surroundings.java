package dafu.text;

import java.util.regex.Matcher;

/** A place in a text with what stands around it, made half-width character for character. */
final class Surroundings {
    /** How far back a number's name may stand, on the same line. */
    private static final int REACH = 20;

    private static final Patterns PATTERNS = new Patterns(Surroundings.class, "masks.txt");

    private final String window;
    private final int at;
    private final String before;

    /** Sees forty characters back, and as many onwards as are asked for. */
    Surroundings(String text, int place, int onwards) {
        int from = Math.max(0, place - 40);
        StringBuilder folded = new StringBuilder(40 + onwards);
        for (int i = from; i < Math.min(text.length(), place + onwards); i++) {
            folded.append(Width.fold(text.charAt(i)));
        }
        window = folded.toString();
        at = place - from;
        int line = window.lastIndexOf('\n', at - 1) + 1;
        before = window.substring(Math.max(at - REACH, line), at);
    }

    /** The named pattern from this place on; it sees what stands before. */
    Matcher here(String pattern) {
        return PATTERNS.matcher(pattern, window)
                .useTransparentBounds(true)
                .useAnchoringBounds(false)
                .region(at, window.length());
    }

    /** Whether the named pattern is found in what stands before on the line. */
    boolean before(String pattern) {
        return PATTERNS.matcher(pattern, before).find();
    }

    /** Whether the named pattern is found in the clause before this place. */
    boolean clause(String pattern) {
        int from = at;
        while (from > 0 && "。;!?\n,".indexOf(window.charAt(from - 1)) < 0) {
            from--;
        }
        return PATTERNS.matcher(pattern, window.substring(from, at)).find();
    }

    /** The named pattern in six characters from this far behind the place on. */
    Matcher behind(int distance, String pattern) {
        int from = Math.min(window.length(), at + distance);
        return PATTERNS.matcher(pattern, window.substring(from, Math.min(window.length(), from + 6)));
    }
}
