package dafu.search;

import dafu.text.Resource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scripts as they are fetched: the engine in one file, without comments and blanks that mean nothing, and with short
 * names for what {@code names.txt} lists, which is what they call things among themselves. No name of that list may be one
 * that a browser, a page or another script knows, and no two parts may declare the same name outside of functions.
 */
public final class Scripts {
    private static final Pattern BEFORE_PATTERN =
            Pattern.compile("(?:[(,=:\\[!&|?{};+*%~^<>\n-]|(?<![\\w$])(?:return|typeof|case|in|of|await))$");
    private static final String FOLDER = "assets/search/";
    private static final List<String> PARTS = List.of("tokens.js", "buckets.js", "query.js", "rank.js", "excerpt.js");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import\\s*\\{[^}]*\\}\\s*from\\s*[\"'][^\"']*[\"'];?");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export (?=const |let |function |async |class )");
    /** The rest of a text in quotes with code in it, up to the next code or its end. */
    private static final String TEMPLATE = "[^`\\\\$]*+(?:(?:\\\\.|\\$(?!\\{))[^`\\\\$]*+)*+(?:`|\\$\\{)";

    private static final Pattern AFTER_CODE = Pattern.compile("(?s)}" + TEMPLATE);
    /** A blank with its comments, a word, a text in quotes, or a sign. */
    private static final Pattern TOKEN =
            Pattern.compile("(?s)(?:[\\x00- ]++|//[^\n]*+|/\\*.*?\\*/)++|[\\w$\\x7F-\\uFFFF]++"
                    + "|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'|`" + TEMPLATE + "|.");

    private static final Pattern PATTERN =
            Pattern.compile("/(?:\\\\.|\\[(?:\\\\.|[^\\]\\\\])*+\\]|[^/\\\\\\[])++/[\\w$]*+");
    private static final Pattern ONE_PARAMETER = Pattern.compile("(?<!\\w)\\((\\w+)\\)=>");
    /** One letter each, but for those that the scripts themselves use. */
    private static final String SHORT = "ABCDEFGHIJKLMNOPQRSTUVWXYZcdefghjklmopqrstuvwyz";

    private static final Map<String, String> ENGINE_NAMES = names("engine: ");
    private static final Map<String, String> PAGE_NAMES = names("page: ");

    private final Map<String, String> names;
    private final String in;
    private final StringBuilder out = new StringBuilder();
    /** At which depths of brackets the statement before declares names: the next declaration goes on where it ends. */
    private final BitSet declaring = new BitSet();

    /** At which depths there is code inside a text in quotes. */
    private final Deque<Integer> templates = new ArrayDeque<>();

    private int depth;

    private Scripts(String script, Map<String, String> names) {
        this.in = script;
        this.names = names;
    }

    /** Whether a layout file is one of the parts that are put together. */
    public static boolean isPart(String asset) {
        return asset.startsWith(FOLDER) && PARTS.contains(asset.substring(FOLDER.length()));
    }

    /** The script of the search page, which speaks of others only by their public names. */
    public static byte[] page(byte[] script) {
        return small(text(script), PAGE_NAMES).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The engine in one file, which is one request: its parts in the order in which they build on each other, then a last
     * one, whose exports are those of the file.
     *
     * @param find gives the bytes of a layout file
     */
    public static byte[] engine(Function<String, byte[]> find, byte[] last) {
        StringBuilder whole = new StringBuilder("const CHARACTERS=\"" + Tokens.table() + "\";\n");
        for (String part : PARTS) {
            whole.append(EXPORT.matcher(text(find.apply(FOLDER + part))).replaceAll(""))
                    .append('\n');
        }
        String engine = IMPORT.matcher(whole.append(text(last))).replaceAll("");
        return small(engine, ENGINE_NAMES).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] script) {
        return new String(script, StandardCharsets.UTF_8);
    }

    private static String small(String script, Map<String, String> names) {
        Scripts scripts = new Scripts(script, names);
        scripts.read();
        return ONE_PARAMETER.matcher(scripts.out).replaceAll("$1=>");
    }

    private void read() {
        Matcher token = TOKEN.matcher(in);
        for (int at = 0; at < in.length(); at = token.end()) {
            char c = in.charAt(at);
            boolean blank = c <= ' ' || in.startsWith("//", at) || in.startsWith("/*", at);
            boolean afterCode = c == '}' && !templates.isEmpty() && templates.peek() == depth;
            token.usePattern(afterCode ? AFTER_CODE : c == '/' && !blank && beginsPattern() ? PATTERN : TOKEN);
            if (!token.region(at, in.length()).lookingAt()) {
                // What does not end is no script; it stays as it is.
                out.append(in, at, in.length());
                return;
            }
            String text = token.group();
            if (blank) {
                blank(text.indexOf('\n') >= 0, token.end());
            } else if (isWord(c)) {
                word(text);
            } else if (text.length() == 1) {
                put(c);
            } else {
                out.append(text);
                if (afterCode) {
                    templates.pop();
                }
                if (text.endsWith("${")) {
                    templates.push(depth);
                }
            }
        }
    }

    /** A blank is kept between words, and a new line where a statement may end without a semicolon; a brace ends a block. */
    private void blank(boolean line, int end) {
        if (end == in.length() || out.isEmpty()) {
            return;
        }
        char before = out.charAt(out.length() - 1);
        char after = in.charAt(end);
        if (line && (isWord(before) || ")]\"'`/+-".indexOf(before) >= 0) && ")]},;.?:=&|*<>%".indexOf(after) < 0
                || line && before == '}' && !isWord(after) && after != '#' && after != '}') {
            out.append('\n');
        } else if (isWord(before) && isWord(after) || before == after && "+-/".indexOf(after) >= 0) {
            out.append(' ');
        }
    }

    private void put(char c) {
        int last = out.length() - 1;
        depth -= ")]}".indexOf(c) >= 0 ? 1 : 0;
        if ("([{".indexOf(c) >= 0) {
            declaring.clear(++depth);
        }
        if (last >= 0 && (")]}".indexOf(c) >= 0 && out.charAt(last) == ',' || c == '}' && out.charAt(last) == ';')) {
            out.setLength(last);
        }
        out.append(c);
    }

    private void word(String word) {
        boolean declares = word.equals("const") || word.equals("let");
        char before = out.isEmpty() ? ';' : out.charAt(out.length() - 1);
        if (declares && before == ';' && declaring.get(depth)) {
            out.setCharAt(out.length() - 1, ',');
            return;
        }
        if (declares || ";}\n".indexOf(before) >= 0) {
            declaring.set(depth, declares);
        }
        out.append(names.getOrDefault(word, word));
    }

    private boolean beginsPattern() {
        return out.isEmpty()
                || BEFORE_PATTERN
                        .matcher(out.substring(Math.max(0, out.length() - 8)))
                        .find();
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '$' || c > '~';
    }

    private static Map<String, String> names(String whose) {
        Map<String, String> names = new HashMap<>(Map.of("const", "let"));
        for (String line : Resource.lines(Scripts.class, "names.txt")) {
            for (String name :
                    line.startsWith(whose) ? line.substring(whose.length()).split(" ") : new String[0]) {
                int number = names.size() - 1;
                int second = number - SHORT.length();
                names.put(
                        name,
                        second < 0
                                ? SHORT.substring(number, number + 1)
                                : "" + (char) ('A' + second % 26) + (char) ('a' + second / 26));
            }
        }
        return names;
    }
}
