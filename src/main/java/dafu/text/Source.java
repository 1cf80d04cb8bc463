package dafu.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The text of one file as everything after it sees it: decoded, with LF line ends, and with personal data masked. Nothing
 * else in the program reads a content file, so an unmasked text cannot get past this door.
 */
public final class Source {
    private final String name;
    private final String text;
    private final List<Masks.Mask> masks;
    private final int[] lineStarts;

    private Source(String name, Masks.Masked masked) {
        this.name = name;
        this.text = masked.text();
        this.masks = masked.masks();
        this.lineStarts = lineStarts(text);
    }

    /**
     * Decodes a file. Empty when there is no text to go on with; a file in a wrong encoding that can be told is decoded
     * all the same, so that its other mistakes show in the same run.
     */
    public static Parsed<Optional<Source>> decode(String name, byte[] bytes, Set<Masks.Rule> rules) {
        List<Diagnostic> found = new ArrayList<>();
        Optional<String> decoded = text(name, bytes, found);
        if (decoded.isEmpty()) {
            return new Parsed<>(Optional.empty(), found);
        }
        String text = withLineFeeds(decoded.get());
        if (text.isBlank()) {
            found.add(Diagnostic.of("empty", Location.file(name)));
            return new Parsed<>(Optional.empty(), found);
        }
        Source source = new Source(name, Masks.apply(withoutControls(name, text, found), rules));
        for (Masks.Mask mask : source.masks) {
            found.add(Diagnostic.of("privacy", source.location(mask.start(), mask.end()))
                    .by(mask.rule().id()));
        }
        return new Parsed<>(Optional.of(source), found);
    }

    /** A text that is known to be good: tests, and texts that the program itself has written. */
    public static Source of(String name, String text) {
        return of(name, text, Set.of(Masks.Rule.values()));
    }

    /** The same with what these rules cover masked. */
    public static Source of(String name, String text, Set<Masks.Rule> rules) {
        return new Source(name, Masks.apply(text, rules));
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** What was masked, in the order of the text. */
    public List<Masks.Mask> masks() {
        return masks;
    }

    public int lines() {
        return lineStarts.length;
    }

    /** The text of a line, counted from 1, without its end. */
    public String line(int number) {
        int start = lineStarts[number - 1];
        int end = number < lineStarts.length ? lineStarts[number] - 1 : text.length();
        return text.substring(start, end);
    }

    /** The place from one offset to another, both in UTF-16 units; its length stops at the end of the line. */
    public Location location(int start, int end) {
        int at = Math.max(0, Math.min(start, text.length()));
        int line = Arrays.binarySearch(lineStarts, at);
        line = line >= 0 ? line : -line - 2;
        int lineEnd = line + 1 < lineStarts.length ? lineStarts[line + 1] - 1 : text.length();
        int until = Math.max(at, Math.min(end, lineEnd));
        return new Location(
                name, line + 1, text.codePointCount(lineStarts[line], at) + 1, text.codePointCount(at, until));
    }

    /** The first place of these words at or after a place of this source, else that place itself. */
    public Location find(Location from, String words) {
        int start = lineStarts[Math.min(from.line(), lineStarts.length) - 1];
        int column = Math.min(from.column() - 1, text.codePointCount(start, text.length()));
        int at = words.isEmpty() ? -1 : text.indexOf(words, text.offsetByCodePoints(start, column));
        return at < 0 ? from : location(at, at + words.length());
    }

    private static Optional<String> text(String name, byte[] bytes, List<Diagnostic> found) {
        String head = new String(bytes, 0, Math.min(3, bytes.length), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00FF\u00FE") || looksLikeUtf16(bytes, 1)) {
            return other(name, bytes, StandardCharsets.UTF_16LE, "UTF-16", found);
        }
        if (head.startsWith("\u00FE\u00FF") || looksLikeUtf16(bytes, 0)) {
            return other(name, bytes, StandardCharsets.UTF_16BE, "UTF-16", found);
        }
        int mark = head.equals("\u00EF\u00BB\u00BF") ? 3 : 0;
        // A string is made several times faster than a decoder works, but does not tell whether all was well.
        String text = new String(bytes, mark, bytes.length - mark, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0
                ? Optional.of(text)
                : utf8(name, Arrays.copyOfRange(bytes, mark, bytes.length), found);
    }

    private static Optional<String> utf8(String name, byte[] bytes, List<Diagnostic> found) {
        Optional<String> text = strictly(bytes, StandardCharsets.UTF_8);
        if (text.isPresent()) {
            return text;
        }
        Optional<String> chinese = strictly(bytes, Charset.forName("GB18030"));
        if (chinese.isPresent()
                && chinese.get().codePoints().filter(c -> c < 0x20).allMatch(Source::isLayout)) {
            return other(name, bytes, Charset.forName("GB18030"), "GBK", found);
        }
        int bad = firstMalformed(bytes);
        String before = new String(bytes, 0, bad, StandardCharsets.UTF_8);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
        found.add(Diagnostic.of("encoding/byte", new Location(name, line, column, 0), bad + 1, bytes[bad] & 0xFF));
        return Optional.empty();
    }

    private static Optional<String> other(
            String name, byte[] bytes, Charset charset, String label, List<Diagnostic> found) {
        found.add(Diagnostic.of("encoding", Location.file(name), label));
        String text = new String(bytes, charset);
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    private static int firstMalformed(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        decoder.decode(in, CharBuffer.allocate(bytes.length + 1), true);
        return Math.min(in.position(), bytes.length - 1);
    }

    /** Without a byte order mark, UTF-16 betrays itself by line ends and ASCII: every other byte is zero here and there. */
    private static boolean looksLikeUtf16(byte[] bytes, int zeroAt) {
        int sample = Math.min(bytes.length & ~1, 512);
        int zeros = 0;
        int others = 0;
        for (int i = 0; i < sample; i += 2) {
            zeros += bytes[i + zeroAt] == 0 ? 1 : 0;
            others += bytes[i + 1 - zeroAt] == 0 ? 1 : 0;
        }
        return zeros >= 2 && zeros * 16 >= sample / 2 && others == 0;
    }

    private static String withLineFeeds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Reports the characters that no text holds, and puts U+FFFD in their place so that reading can go on. */
    private static String withoutControls(String name, String text, List<Diagnostic> found) {
        StringBuilder clean = null;
        int line = 1;
        int lineStart = 0;
        int reported = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                lineStart = i + 1;
            } else if (isControl(c)) {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(i, '\uFFFD');
                if (reported++ < 20) {
                    Location at = new Location(name, line, text.codePointCount(lineStart, i) + 1, 1);
                    found.add(Diagnostic.of("control-character", at, (int) c));
                }
            }
        }
        return clean == null ? text : clean.toString();
    }

    private static boolean isControl(char c) {
        return c < 0x20 ? !isLayout(c) : (c >= 0x7F && c <= 0x9F) || (c >= 0xFDD0 && c <= 0xFDEF) || c >= 0xFFFE;
    }

    private static boolean isLayout(int c) {
        return c == '\t' || c == '\n' || c == '\r';
    }

    private static int[] lineStarts(String text) {
        int count = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            count++;
        }
        int[] starts = new int[count];
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts[line++] = i + 1;
        }
        return starts;
    }
}
