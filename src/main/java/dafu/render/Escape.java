package dafu.render;

import java.io.IOException;
import java.io.Writer;

/**
 * Text as HTML or XML, for element content and for attributes in double quotes. Characters that XML forbids (XML 1.0, 2.2)
 * become U+FFFD, also in HTML, where they mean nothing.
 */
final class Escape {
    private Escape() {}

    static void html(String text, Writer out) throws IOException {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            String entity = switch (text.charAt(i)) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                default -> isForbidden(text, i) ? "\uFFFD" : "";
            };
            if (!entity.isEmpty()) {
                out.write(text, from, i - from);
                out.write(entity);
                from = i + 1;
            }
        }
        out.write(text, from, text.length() - from);
    }

    private static boolean isForbidden(String text, int at) {
        char c = text.charAt(at);
        if (c >= 0xD800 && c < 0xE000) {
            return Character.isHighSurrogate(c)
                    ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                    : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= 0xFFFE;
    }
}
