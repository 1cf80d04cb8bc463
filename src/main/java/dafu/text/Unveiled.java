package dafu.text;

import dafu.text.Masks.Mask;
import dafu.text.Masks.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A text as a reader takes it in, whatever stands between its characters: tags are gone, entities and escapes are
 * characters, what cannot be seen is dropped, digits of other scripts and spelled-out numbers are digits. What {@link
 * Masks} finds here was hidden from it in the text as written.
 *
 * <p>The text of elements comes first, with blocks as lines and table cells behind tabs; then what stands inside tags.
 * Every character knows where it came from. The work is linear: every character is looked up once.
 */
public final class Unveiled {
    /** What is read: a rendered file, where a line break is a space; lines of data; or what an editor wrote. */
    public enum Form {
        MARKUP,
        LINES,
        WRITTEN
    }

    /** One token that can be read: by which rule, its bare characters, and where it stands in the text as written. */
    public record Hit(Rule rule, String value, int start, int end) {}

    private static final Set<String> INLINE = Set.of(
            ("a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong time tspan"
                            + " tt u var wbr")
                    .split(" "));
    private static final Set<String> SPACES = Set.of("br", "dt", "dd", "nbsp", "ensp", "emsp", "thinsp");
    /** What may stand between the digits of one number that was taken apart, in cells or one by one. */
    private static final String BETWEEN = " \t,;|、，；｜";

    private static final String NUMERALS = "零一二三四五六七八九";
    /** A hash is no number, whatever run of digits it holds. */
    private static final int HASH = 32;

    private static final int LONGEST_TAG = 4096;
    private static final byte DIGIT = 1;
    private static final byte OPEN = 2;
    private static final byte ENTITY = 3;
    private static final byte ESCAPE = 4;
    private static final byte BREAK = 5;
    private static final byte MARK = 6;
    private static final byte DROP = 7;
    private static final byte NUMERAL = 8;
    private static final byte OTHER_DIGIT = 9;
    private static final byte PAIR = 10;
    private static final byte[] KIND = kinds();

    private final String text;
    /** The same, since the quick compiler of a short run checks each {@code charAt} twice. */
    private final char[] characters;

    private final Form form;
    private final char[] seen;
    private final int[] from;
    private final List<int[]> tags = new ArrayList<>();

    private int length;
    private int lastDigit = -9;
    private int chain;
    private boolean apart;
    private boolean takenApart;

    /** Without room for places none are kept: most texts hold nothing whose place is asked for. */
    private Unveiled(String text, Form form, int[] from) {
        this.text = text;
        this.characters = text.toCharArray();
        this.form = form;
        this.seen = new char[text.length() + 1];
        this.from = from;
        read(0, characters.length, true);
        for (int[] tag : tags) {
            add('\n', tag[0]);
            read(tag[0], tag[1], false);
        }
    }

    /** What these rules cover and a reader could read, in the order of the text as read. */
    public static List<Hit> find(String text, Form form, Set<Rule> rules) {
        Unveiled first = new Unveiled(text, form, new int[0]);
        return first.hits(rules).isEmpty()
                ? List.of()
                : new Unveiled(text, form, new int[text.length() + 1]).hits(rules);
    }

    /** The line as it may be printed: nothing that any rule covers can be read, character for character as long. */
    public static String hide(String line) {
        char[] shown = Masks.apply(line).text().toCharArray();
        String masked = new String(shown);
        List<Hit> hits = new ArrayList<>(find(masked, Form.WRITTEN, Set.of(Rule.values())));
        hits.addAll(FileNames.find(masked));
        hits.forEach(hit -> Arrays.fill(shown, hit.start() + 1, hit.end(), '*'));
        return new String(shown);
    }

    private List<Hit> hits(Set<Rule> rules) {
        String all = new String(seen, 0, length);
        List<Hit> hits = new ArrayList<>(0);
        for (Mask mask : Masks.find(all, rules)) {
            if (!isInHash(mask)) {
                hits.add(hit(mask, all, from));
            }
        }
        return takenApart ? withTakenApart(hits, rules) : hits;
    }

    private static Hit hit(Mask mask, String all, int[] places) {
        int first = places.length == 0 ? 0 : places[mask.start()];
        int last = places.length == 0 ? 0 : places[mask.end() - 1];
        return new Hit(
                mask.rule(),
                bare(all.substring(mask.start(), mask.end())),
                Math.min(first, last),
                Math.max(first, last) + 1);
    }

    /** Numbers in cells, or digit by digit: figures in a row look alike, so what they are called must say it. */
    private List<Hit> withTakenApart(List<Hit> hits, Set<Rule> rules) {
        char[] joined = new char[length];
        int[] places = new int[length];
        int end = 0;
        for (int at = 0; at < length; at++) {
            int next = at;
            while (next < length && next - at < 3 && BETWEEN.indexOf(seen[next]) >= 0) {
                next++;
            }
            if (end > 0 && Width.isDigit(joined[end - 1]) && next > at && next < length && Width.isDigit(seen[next])) {
                at = next;
            }
            places[end] = from.length == 0 ? 0 : from[at];
            joined[end++] = seen[at];
        }
        String all = new String(joined, 0, end);
        Set<String> known = new HashSet<>();
        hits.forEach(hit -> known.add(hit.value));
        for (Mask mask : Masks.find(all, rules)) {
            String name = switch (mask.rule()) {
                case MOBILE -> "telephone";
                case IDENTITY_CARD -> "identity-word";
                default -> "account";
            };
            boolean named = new Surroundings(all, mask.start(), 0).before(name);
            Hit hit = hit(mask, all, places);
            if (named && known.add(hit.value)) {
                hits.add(hit);
            }
        }
        return hits;
    }

    private boolean isInHash(Mask mask) {
        int start = mask.start();
        int end = mask.end();
        while (start > 0 && isHex(seen[start - 1])) {
            start--;
        }
        while (end < length && isHex(seen[end])) {
            end++;
        }
        boolean hex = true;
        for (int at = mask.start(); at < mask.end(); at++) {
            hex &= isHex(seen[at]);
        }
        return hex && end - start >= HASH && end - start > mask.end() - mask.start();
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }

    static String bare(String value) {
        StringBuilder bare = new StringBuilder();
        value.chars()
                .map(c -> Width.fold((char) c))
                .filter(c -> Character.isLetterOrDigit(c) || c == '@')
                .forEach(c -> bare.append((char) c));
        return bare.toString();
    }

    private void read(int start, int end, boolean tagged) {
        int at = start;
        while (at < end) {
            char c = characters[at];
            switch (KIND[c]) {
                case 0 -> at = run(at, end);
                case OPEN -> at = tagged ? tag(at, at + 1) : plain(c, at);
                case ENTITY -> at = entity(at, tagged);
                case ESCAPE -> at = escape(c, at);
                case BREAK -> at = lineBreak(at);
                case MARK -> at = mark(c, at);
                case NUMERAL -> at = numerals(at);
                default -> at = plain(c, at);
            }
        }
    }

    /** Characters that are what they are, which most are. */
    private int run(int start, int end) {
        int at = start;
        while (at < end && KIND[characters[at]] == 0) {
            at++;
        }
        System.arraycopy(characters, start, seen, length, at - start);
        for (int i = start; i < at && from.length > 0; i++) {
            from[length + i - start] = i;
        }
        length += at - start;
        return at;
    }

    /** A character by itself, also one that was written as an entity or an escape. */
    private int plain(int c, int at) {
        if (c > Character.MAX_VALUE || KIND[c] == PAIR) {
            int point = c > Character.MAX_VALUE ? c : text.codePointAt(at);
            // U+1D7CE to U+1D7FF: the digits in five typefaces.
            if (point >= 0x1D7CE && point <= 0x1D7FF) {
                digit((char) ('0' + (point - 0x1D7CE) % 10), at);
                return at + 2;
            }
            add('\uFFFD', at);
            return at + 1;
        }
        switch (KIND[c]) {
            case DIGIT -> digit((char) c, at);
            case OTHER_DIGIT -> digit((char) ('0' + otherDigit(c)), at);
            case DROP -> {}
            default -> add((char) c, at);
        }
        return at + 1;
    }

    /** Superscript, circled and Arabic digits, each row from where its one or its nought stands. */
    private static int otherDigit(int c) {
        return switch (c >> 4) {
            case 0xB -> c == 0xB9 ? 1 : c & 0xF;
            case 0x246 -> (c & 0xF) + 1;
            case 0x24E -> 0;
            case 0x277 -> c - 0x2775;
            default -> c & 0xF;
        };
    }

    private void digit(char c, int at) {
        boolean near = length - lastDigit <= 4;
        boolean adjacent = length - lastDigit == 1;
        for (int i = lastDigit + 1; near && i < length; i++) {
            near = BETWEEN.indexOf(seen[i]) >= 0;
        }
        chain = near ? chain + 1 : 1;
        apart = near && (apart || !adjacent);
        takenApart |= apart && chain >= 11;
        lastDigit = length;
        add(c, at);
    }

    private void add(char c, int at) {
        if (from.length > 0) {
            from[length] = at;
        }
        seen[length++] = c;
    }

    private int tag(int at, int inside) {
        char first = inside < characters.length ? characters[inside] : ' ';
        int end = Width.isLetter(first) || first == '/' || first == '!' || first == '?' ? tagEnd(inside) : -1;
        if (end < 0) {
            return plain('<', at);
        }
        int digits = 0;
        boolean telling = false;
        for (int i = inside; i < end; i++) {
            char c = characters[i];
            digits += KIND[c] == DIGIT ? 1 : 0;
            telling |= c > 0x7F || c == '@' || KIND[c] == ESCAPE || c == '&';
        }
        if (telling || digits >= 11) {
            tags.add(new int[] {inside, end});
        }
        int name = first == '/' ? inside + 1 : inside;
        int nameEnd = name;
        while (nameEnd < end && Width.isAlphanumeric(characters[nameEnd])) {
            nameEnd++;
        }
        String element = text.substring(name, nameEnd);
        if (element.equals("td") || element.equals("th")) {
            separate('\t', at);
        } else if (SPACES.contains(element)) {
            separate(' ', at);
        } else if (!INLINE.contains(element)) {
            separate('\n', at);
        }
        return characters[end] == '&' ? end + 4 : end + 1;
    }

    /** Where a tag ends, written as it is or as entities, which raw HTML in Markdown becomes. */
    private int tagEnd(int inside) {
        int end = text.indexOf('>', inside);
        int bound = Math.min(end < 0 ? characters.length : end, inside + LONGEST_TAG);
        if (characters[inside - 1] == ';') {
            int escaped = text.indexOf("&gt;", inside);
            return escaped >= 0 && escaped < bound ? escaped : -1;
        }
        return end < 0 || end > bound ? -1 : end;
    }

    /** One separator for many: the strongest of those that stand together, and none of a cell's own spaces. */
    private void separate(char c, int at) {
        while (length > 0 && (seen[length - 1] == ' ' || seen[length - 1] == '\t' && c == '\n')) {
            length--;
        }
        if (length > 0 && seen[length - 1] != '\n' && seen[length - 1] != '\t') {
            add(c, at);
        }
    }

    private int lineBreak(int at) {
        if (form != Form.MARKUP) {
            return plain('\n', at);
        }
        if (length > 0 && seen[length - 1] > ' ') {
            add(' ', at);
        }
        return at + 1;
    }

    /**
     * Markdown's marks of emphasis and code; four asterisks or more are a mask. Where no Markdown is read, as in a notice,
     * the two asterisks of an emphasis within a number are a disguise all the same.
     */
    private int mark(char c, int at) {
        int end = at + 1;
        while (end < characters.length && characters[end] == c) {
            end++;
        }
        boolean within = at > 0
                && end < characters.length
                && Width.isDigit(characters[at - 1])
                && Width.isDigit(characters[end]);
        if (form == Form.WRITTEN ? c == '*' && end - at >= 4 : c != '*' || end - at != 2 || !within) {
            for (int i = at; i < end; i++) {
                add(c, i);
            }
        }
        return end;
    }

    /** {@code &#49;}, {@code &#x31;}, {@code &nbsp;}, also when the ampersand itself was escaped, as feeds do. */
    private int entity(int at, boolean tagged) {
        int name = at + 1;
        while (text.startsWith("amp;", name)) {
            name += 4;
        }
        int end = name;
        while (end < characters.length && end - name <= 10 && characters[end] != ';') {
            end++;
        }
        if (end == characters.length || end - name > 10 || end == name) {
            return plain('&', at);
        }
        String entity = text.substring(name, end);
        if (entity.charAt(0) == '#') {
            boolean hex = entity.startsWith("#x") || entity.startsWith("#X");
            int value = value(name + (hex ? 2 : 1), end, hex ? 16 : 10);
            if (value < 0) {
                return plain('&', at);
            }
            plain(value, at);
            return end + 1;
        }
        if (entity.equals("lt") && tagged) {
            int next = tag(at, end + 1);
            return next == at + 1 ? end + 1 : next;
        }
        char known = SPACES.contains(entity)
                ? ' '
                : switch (entity) {
                    case "commat" -> '@';
                    case "period" -> '.';
                    case "hyphen", "dash", "minus" -> '-';
                    case "shy", "zwnj", "zwj", "lrm", "rlm" -> '\u00AD';
                    default -> '&';
                };
        plain(known, at);
        return known == '&' ? at + 1 : end + 1;
    }

    /** Backslashes of JSON, scripts, styles and YAML; percent signs of addresses; Markdown's backslash is dropped. */
    private int escape(char c, int at) {
        int digits = c == '%' ? 2 : at + 1 < characters.length ? "u4x2U8".indexOf(characters[at + 1]) : -1;
        int start = c == '%' ? at + 1 : at + 2;
        int count = c == '%' ? 2 : digits >= 0 && digits % 2 == 0 ? "u4x2U8".charAt(digits + 1) - '0' : 0;
        int value = count > 0 && start + count <= characters.length ? value(start, start + count, 16) : -1;
        if (value >= 0 && (c != '%' || value < 0x7F)) {
            plain(value, at);
            return start + count;
        }
        if (c == '\\' && at + 1 < characters.length) {
            char next = characters[at + 1];
            if ("nrt".indexOf(next) >= 0) {
                add(next == 't' ? '\t' : '\n', at);
                return at + 2;
            }
            return at + 1;
        }
        return plain(c, at);
    }

    /** The number that the digits of this base give, at most that of a character; -1 where one is none. */
    private int value(int start, int end, int base) {
        int value = start < end ? 0 : -1;
        for (int at = start; at < end && value >= 0; at++) {
            int digit = characters[at] < 0x7F ? Character.digit(characters[at], base) : -1;
            value = digit < 0 ? -1 : Math.min(Character.MAX_CODE_POINT, value * base + digit);
        }
        return value;
    }

    /** 一三八〇〇〇〇…: eleven numerals or more in a row are a number read out, fewer are words. */
    private int numerals(int at) {
        int end = at;
        while (end < characters.length && KIND[characters[end]] == NUMERAL) {
            end++;
        }
        for (int i = at; i < end; i++) {
            char c = characters[i];
            if (end - at < 11) {
                add(c, i);
            } else {
                digit((char) ('0' + (c == '幺' ? 1 : Math.max(0, NUMERALS.indexOf(c)))), i);
            }
        }
        return end;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[Character.MAX_VALUE + 1];
        fill(kinds, DIGIT, "09０９");
        fill(
                kinds,
                OTHER_DIGIT,
                "\u2070\u2070\u2074\u2079\u2080\u2089\u2460\u2468\u24EA\u24EA\u2776\u277E\u00B2\u00B3\u00B9\u00B9");
        fill(kinds, OTHER_DIGIT, "\u0660\u0669\u06F0\u06F9");
        fill(
                kinds,
                DROP,
                "\u00AD\u00AD\u0300\u036F\u061C\u061C\u115F\u1160\u180B\u180E\u200B\u200F\u202A\u202E\u2060\u206F");
        fill(kinds, DROP, "\u20E0\u20E3\u3164\u3164\uFE00\uFE0F\uFEFF\uFEFF\uFFA0\uFFA0");
        fill(kinds, PAIR, "\uD800\uDBFF");
        kinds['<'] = OPEN;
        kinds['&'] = ENTITY;
        kinds['\\'] = ESCAPE;
        kinds['%'] = ESCAPE;
        kinds['\n'] = BREAK;
        kinds['\r'] = BREAK;
        "*_~`".chars().forEach(c -> kinds[c] = MARK);
        (NUMERALS + "〇○幺").chars().forEach(c -> kinds[c] = NUMERAL);
        return kinds;
    }

    /** Pairs of a first and a last character. */
    private static void fill(byte[] kinds, byte kind, String ranges) {
        for (int i = 0; i < ranges.length(); i += 2) {
            Arrays.fill(kinds, ranges.charAt(i), ranges.charAt(i + 1) + 1, kind);
        }
    }
}
