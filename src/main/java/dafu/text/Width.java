package dafu.text;

/** Characters seen without their width: the full-width forms that Chinese input methods type count as ASCII. */
final class Width {
    private Width() {}

    /** The ASCII twin of a full-width form, the ideographic space as a space, anything else as it is. */
    static char fold(char c) {
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return (char) (c - 0xFEE0);
        }
        return c == '\u3000' || c == '\u00A0' ? ' ' : c;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9' || c >= '\uFF10' && c <= '\uFF19';
    }

    /** Letters of the Latin alphabet in either width; no other script takes part in numbers here. */
    static boolean isLetter(char c) {
        int lower = fold(c) | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    static boolean isAlphanumeric(char c) {
        return isDigit(c) || isLetter(c);
    }

    /** The unified block alone: an explicit range, since JDKs differ in the Unicode they know. */
    static boolean isHan(char c) {
        return c >= '\u4E00' && c <= '\u9FFF' || c >= '\u3400' && c <= '\u4DBF' || c == '\u3007';
    }
}
