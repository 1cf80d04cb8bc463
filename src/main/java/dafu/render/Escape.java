package dafu.render;

import java.io.IOException;
import java.io.Writer;

/** Text as HTML, for element content and for attributes in double quotes. */
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
                default -> "";
            };
            if (!entity.isEmpty()) {
                out.write(text, from, i - from);
                out.write(entity);
                from = i + 1;
            }
        }
        out.write(text, from, text.length() - from);
    }
}
