package dafu.text;

import dafu.text.Unveiled.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The characters of a text that a reader takes in, and where each stands in the text as written. That of elements comes
 * first, with blocks as lines and table cells behind tabs; then what stands inside tags. The work is linear: every
 * character is looked up once.
 */
final class Visible {
    private static final Set<String> INLINE = Set.of(
            ("a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong time tspan"
                            + " tt u var wbr")
                    .split(" "));
    private static final Set<String> SPACES = Set.of("br", "dt", "dd", "nbsp", "ensp", "emsp", "thinsp");
    private static final int LONGEST_TAG = 4096;

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

    /** @param places whether it is kept where characters stand: most texts hold nothing whose place is asked for */
    Visible(String text, Form form, boolean places) {
        this.text = text;
        this.characters = text.toCharArray();
        this.form = form;
        this.seen = new char[text.length() + 1];
        this.from = new int[places ? text.length() + 1 : 0];
        read(0, characters.length, true);
        for (int[] tag : tags) {
            add('\n', tag[0]);
            read(tag[0], tag[1], false);
        }
    }

    String text() {
        return new String(seen, 0, length);
    }

    /** Where a character stands in the text as written; 0 where no places are kept. */
    int place(int index) {
        return from.length == 0 ? 0 : from[index];
    }

    /** Whether a number may be spread over cells, or stand digit by digit. */
    boolean isTakenApart() {
        return takenApart;
    }

    private void read(int start, int end, boolean tagged) {
        int at = start;
        while (at < end) {
            char c = characters[at];
            switch (Glyphs.kind(c)) {
                case 0 -> at = run(at, end);
                case Glyphs.OPEN -> at = tagged ? tag(at, at + 1) : plain(c, at);
                case Glyphs.ENTITY -> at = entity(at, tagged);
                case Glyphs.ESCAPE -> at = escape(c, at);
                case Glyphs.BREAK -> at = lineBreak(at);
                case Glyphs.MARK -> at = mark(c, at);
                case Glyphs.NUMERAL -> at = numerals(at);
                default -> at = plain(c, at);
            }
        }
    }

    /** Characters that are what they are, which most are. */
    private int run(int start, int end) {
        int at = start;
        while (at < end && Glyphs.kind(characters[at]) == 0) {
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
        if (c > Character.MAX_VALUE || Glyphs.kind(c) == Glyphs.PAIR) {
            int point = c > Character.MAX_VALUE ? c : text.codePointAt(at);
            // U+1D7CE to U+1D7FF: the digits in five typefaces.
            if (point >= 0x1D7CE && point <= 0x1D7FF) {
                digit((char) ('0' + (point - 0x1D7CE) % 10), at);
                return at + 2;
            }
            add('\uFFFD', at);
            return at + 1;
        }
        switch (Glyphs.kind(c)) {
            case Glyphs.DIGIT -> digit((char) c, at);
            case Glyphs.OTHER_DIGIT -> digit((char) ('0' + Glyphs.otherDigit(c)), at);
            case Glyphs.DROP -> {}
            default -> add((char) c, at);
        }
        return at + 1;
    }

    private void digit(char c, int at) {
        boolean near = length - lastDigit <= 4;
        boolean adjacent = length - lastDigit == 1;
        for (int i = lastDigit + 1; near && i < length; i++) {
            near = Unveiled.BETWEEN.indexOf(seen[i]) >= 0;
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
            digits += Glyphs.kind(c) == Glyphs.DIGIT ? 1 : 0;
            telling |= c > 0x7F || c == '@' || Glyphs.kind(c) == Glyphs.ESCAPE || c == '&';
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
        while (end < characters.length && Glyphs.kind(characters[end]) == Glyphs.NUMERAL) {
            end++;
        }
        for (int i = at; i < end; i++) {
            char c = characters[i];
            if (end - at < 11) {
                add(c, i);
            } else {
                digit(Glyphs.numeral(c), i);
            }
        }
        return end;
    }
}
