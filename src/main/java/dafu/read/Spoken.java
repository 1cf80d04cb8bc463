package dafu.read;

/** Masks as a reader hears them: the masked word in an element that says that something was hidden. */
final class Spoken {
    private static final String OPEN = "<span class=\"mask\" role=\"img\" aria-label=\"已遮盖的个人信息\">";

    private Spoken() {}

    /** Marks every word of text that holds the mask character, and puts asterisks in its place, also inside tags. */
    static String masks(String html, char mask) {
        StringBuilder out = new StringBuilder(html.length() + 200);
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                int end = html.indexOf('>', at) + 1;
                out.append(html, at, end);
                at = end;
            } else if (isWord(c, mask)) {
                int end = at;
                while (end < html.length() && isWord(html.charAt(end), mask)) {
                    end++;
                }
                String word = html.substring(at, end);
                out.append(word.indexOf(mask) < 0 ? word : OPEN + word + "</span>");
                at = end;
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString().replace(mask, '*');
    }

    private static boolean isWord(char c, char mask) {
        return c == mask
                || c >= '0' && c <= '9'
                || c >= 'A' && c <= 'Z'
                || c >= 'a' && c <= 'z'
                || "@._+-·".indexOf(c) >= 0;
    }
}
