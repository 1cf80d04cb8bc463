package dafu.model;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A value as JSON (RFC 8259) on one line, which may also stand inside a page: {@code <}, {@code >} and {@code &} are
 * escaped, so that no text in it ends a script or begins a tag.
 */
public record Json(String text) {

    /** Text, numbers, yes and no; lists, and maps in their order; everything else as its text. */
    public static Json of(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return new Json(out.toString());
    }

    /** What an object holds, in order: names, each with its value behind it. More may be put into it. */
    public static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static void write(Object value, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            char before = '{';
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                quote(String.valueOf(entry.getKey()), out.append(before));
                write(entry.getValue(), out.append(':'));
                before = ',';
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof Iterable<?> list) {
            Iterator<?> items = list.iterator();
            out.append('[');
            while (items.hasNext()) {
                write(items.next(), out);
                out.append(items.hasNext() ? "," : "");
            }
            out.append(']');
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Json json) {
            out.append(json.text);
        } else {
            quote(value.toString(), out);
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c >= ' ' && c < 0x7F ? c != '<' && c != '>' && c != '&' : isPlain(text, i)) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        out.append('"');
    }

    /** Whether a character beyond ASCII stands for itself: no control, no line end of JavaScript, no half of a pair. */
    private static boolean isPlain(String text, int at) {
        char c = text.charAt(at);
        if (Character.isSurrogate(c)) {
            return Character.isHighSurrogate(c)
                    ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                    : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c > 0x9F && c != '\u2028' && c != '\u2029';
    }

    @Override
    public String toString() {
        return text;
    }
}
