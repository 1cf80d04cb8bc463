package dafu.search;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A script without comments and blanks that mean nothing: what it costs to fetch counts, and its source is elsewhere. */
public final class Scripts {
    private static final Set<String> BEFORE_PATTERN = Set.of("return", "typeof", "case", "in", "of", "await");

    private final String in;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private Scripts(String script) {
        this.in = script;
    }

    public static byte[] small(byte[] script) {
        return new Scripts(new String(script, StandardCharsets.UTF_8)).small().getBytes(StandardCharsets.UTF_8);
    }

    private String small() {
        while (at < in.length()) {
            char c = in.charAt(at);
            if (in.startsWith("//", at)) {
                at = end("\n", at);
            } else if (in.startsWith("/*", at)) {
                at = end("*/", at) + 2;
            } else if (c == '/' && beginsPattern()) {
                pattern();
            } else if (c == '"' || c == '\'' || c == '`') {
                quoted(c);
            } else if (c <= ' ') {
                blank();
            } else {
                put(c);
                at++;
            }
        }
        return out.toString();
    }

    /** A blank is kept between words, and a new line after what may end a statement and before what may begin one. */
    private void blank() {
        boolean line = false;
        for (; at < in.length() && (in.charAt(at) <= ' ' || in.startsWith("//", at)); at++) {
            if (in.charAt(at) == '/') {
                at = end("\n", at);
            }
            line |= at < in.length() && in.charAt(at) == '\n';
        }
        if (at == in.length() || out.isEmpty()) {
            return;
        }
        char before = out.charAt(out.length() - 1);
        char after = in.charAt(at);
        if (line && (isWord(before) || ")]}\"'`/+-".indexOf(before) >= 0) && ")]},;.?:=&|*<>%".indexOf(after) < 0) {
            out.append('\n');
        } else if (!line && (isWord(before) && isWord(after) || before == after && "+-".indexOf(after) >= 0)) {
            out.append(' ');
        }
    }

    private void put(char c) {
        int last = out.length() - 1;
        if (last >= 0 && ")]}".indexOf(c) >= 0 && out.charAt(last) == ','
                || c == '}' && last >= 0 && out.charAt(last) == ';') {
            out.setLength(last);
        }
        out.append(c);
    }

    private boolean beginsPattern() {
        int end = out.length();
        if (end == 0 || "(,=:[!&|?{};+-*%~^<>\n".indexOf(out.charAt(end - 1)) >= 0) {
            return true;
        }
        int start = end;
        while (start > 0 && isWord(out.charAt(start - 1))) {
            start--;
        }
        return BEFORE_PATTERN.contains(out.substring(start, end));
    }

    private void pattern() {
        boolean set = false;
        int from = at++;
        for (; set || in.charAt(at) != '/'; at++) {
            char c = in.charAt(at);
            set = c == '[' || set && c != ']';
            at += c == '\\' ? 1 : 0;
        }
        out.append(in, from, ++at);
    }

    private void quoted(char quote) {
        int from = at++;
        for (int depth = 0; depth > 0 || in.charAt(at) != quote; at++) {
            if (quote == '`' && in.startsWith("${", at)) {
                depth++;
            } else if (depth > 0 && in.charAt(at) == '}') {
                depth--;
            }
            at += in.charAt(at) == '\\' ? 1 : 0;
        }
        out.append(in, from, ++at);
    }

    private int end(String mark, int from) {
        int end = in.indexOf(mark, from);
        return end < 0 ? in.length() : end;
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '$' || c > '~';
    }
}
