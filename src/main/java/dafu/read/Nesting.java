package dafu.read;

/** How deep a text nests, before a parser descends into it: a Markdown parser needs a stack as deep. */
final class Nesting {
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
