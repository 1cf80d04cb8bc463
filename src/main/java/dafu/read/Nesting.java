package dafu.read;

/**
 * How deep a text nests, before a parser descends into it: a Markdown parser needs a stack as deep. And how long its
 * tables are: this one takes four times as long for twice as many rows, three seconds for those allowed.
 */
final class Nesting {
    static final int MOST_ROWS = 10_000;
    private static final int MOST = 200;

    private Nesting() {}

    /** Where more openers than are allowed stand in each other, counted roughly and from above; else the end. */
    static int tooDeep(String text) {
        int open = 0;
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ']') {
                marks = 0;
                continue;
            }
            if (c == '\n') {
                open = i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 0 : open;
                marks = 0;
            } else if (c == '[') {
                open++;
            } else if (c == ']') {
                open = Math.max(0, open - 1);
            } else if (c == '>' || isBullet(text, i)) {
                marks++;
            } else if (c != ' ' && !isDigit(c)) {
                marks = 0;
            }
            if (Math.max(open, marks) > MOST) {
                return i;
            }
        }
        return text.length();
    }

    /** Where more lines than are allowed follow each other that may be rows of a table; else the end. */
    static int tooLong(String text) {
        int rows = 0;
        for (int start = 0; start < text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            int bar = text.indexOf('|', start);
            if (bar < 0) {
                return text.length();
            }
            rows = bar < end ? rows + 1 : 0;
            if (rows > MOST_ROWS) {
                return start;
            }
            start = bar < end ? end + 1 : text.lastIndexOf('\n', bar) + 1;
        }
        return text.length();
    }

    private static boolean isBullet(String text, int at) {
        char c = text.charAt(at);
        boolean sign = c == '-' || c == '+' || c == '*';
        boolean number = (c == '.' || c == ')') && at > 0 && isDigit(text.charAt(at - 1));
        return (sign || number) && at + 1 < text.length() && text.charAt(at + 1) == ' ';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
