package dafu.read;

/**
 * A text whose characters may be looked at so many times. The parser's regular expressions look twice as often for each
 * backslash in a bracket that nobody closes, and its brackets look ahead to the end of their paragraph each: forty
 * backslashes would take weeks. An ordinary text takes three to fourteen looks a character. The limit leaves room for what
 * only looks wild and takes the square of its length, up to five seconds of work.
 */
final class Bounded implements CharSequence {
    private static final long FEWEST = 10_000_000;
    private static final long MOST = 300_000_000;
    private static final long EACH = 100;

    private final String text;
    private long left;

    /** The text was looked at too often. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** Where it was looked at last. */
        final int at;

        Exceeded(int at) {
            super(null, null, false, false);
            this.at = at;
        }
    }

    Bounded(String text) {
        this.text = text;
        long length = text.length();
        this.left = Math.min(MOST, FEWEST + length * length) + EACH * length;
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new Exceeded(index);
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
