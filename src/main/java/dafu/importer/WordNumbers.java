package dafu.importer;

import dafu.text.Numerals;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The numbers of paragraphs that Word counts itself (ECMA-376 part 1, 17.9), written out as words of the text. */
final class WordNumbers {
    private static final int LEVELS = 9;
    private static final Pattern PLACE = Pattern.compile("%([1-9])");

    private final Document numbering;
    private final Document styles;

    /** How far each list has been counted, by the definition that its paragraphs share. */
    private final Map<String, int[]> counted = new HashMap<>();

    private WordNumbers(Map<String, byte[]> parts) {
        numbering = xml(parts.getOrDefault("word/numbering.xml", new byte[0]));
        styles = xml(parts.getOrDefault("word/styles.xml", new byte[0]));
    }

    /** The document with a run of text where Word would show a number. */
    static byte[] written(byte[] document, Map<String, byte[]> parts) {
        WordNumbers numbers = new WordNumbers(parts);
        Document xml = xml(document);
        for (Element paragraph : xml.select("w|p")) {
            String number = numbers.number(paragraph);
            Element properties = paragraph.selectFirst("> w|pPr");
            if (!number.isEmpty() && properties != null) {
                properties.select("w|numPr").remove();
                Element text = new Element("w:t").attr("xml:space", "preserve").text(number);
                properties.after(new Element("w:r").appendChild(text));
            }
        }
        return xml.outerHtml().getBytes(StandardCharsets.UTF_8);
    }

    private static Document xml(byte[] bytes) {
        Document xml = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8), Parser.xmlParser());
        xml.outputSettings().prettyPrint(false);
        return xml;
    }

    /** The paragraph's own number or that of its style; empty where it has none or a mere bullet. */
    private String number(Element paragraph) {
        @Nullable Element own = paragraph.selectFirst("> w|pPr > w|numPr");
        String style = "w|style[w:styleId=" + quoted(value(paragraph, "> w|pPr > w|pStyle", "")) + "]";
        @Nullable Element place = own != null ? own : styles.selectFirst(style + " > w|pPr > w|numPr");
        @Nullable
        Element list = place == null
                ? null
                : numbering.selectFirst("w|num[w:numId=" + quoted(value(place, "w|numId", "")) + "]");
        if (place == null || list == null) {
            return "";
        }
        int level = Integer.parseInt(value(place, "w|ilvl", "0"));
        String definition = value(list, "w|abstractNumId", "");
        boolean restarted = list.selectFirst("w|startOverride") != null;
        int[] counts =
                counted.computeIfAbsent(restarted ? list.attr("w:numId") + "!" : definition, d -> new int[LEVELS]);
        counts[level] = counts[level] == 0 ? start(definition, level) : counts[level] + 1;
        java.util.Arrays.fill(counts, level + 1, LEVELS, 0);
        return PLACE.matcher(value(definition(definition, level), "w|lvlText", ""))
                .replaceAll(match -> {
                    int at = Integer.parseInt(match.group(1)) - 1;
                    int count = Math.max(counts[at], start(definition, at));
                    return Matcher.quoteReplacement(written(count, value(definition(definition, at), "w|numFmt", "")));
                });
    }

    private int start(String definition, int level) {
        return Integer.parseInt(value(definition(definition, level), "w|start", "1"));
    }

    private Element definition(String definition, int level) {
        @Nullable
        Element found = numbering.selectFirst(
                "w|abstractNum[w:abstractNumId=" + quoted(definition) + "] > w|lvl[w:ilvl=" + level + "]");
        return found == null ? numbering : found;
    }

    /** In the forms that Chinese documents use; others are counted 1, 2, 3. */
    private static String written(int count, String form) {
        String kind = form.toLowerCase(Locale.ROOT);
        if (kind.equals("bullet") || kind.equals("none")) {
            return "";
        }
        if (kind.matches(".*(?:chinese|japanese|taiwanese).*|ideographdigital") && count < 100) {
            String tens = count < 10 ? "" : (count < 20 ? "" : Numerals.DIGITS.charAt(count / 10)) + "十";
            return tens + (count % 10 == 0 && count > 0 ? "" : Numerals.DIGITS.charAt(count % 10));
        }
        if (kind.endsWith("letter") && count <= 26) {
            return String.valueOf((char) ((kind.startsWith("upper") ? 'A' : 'a') + count - 1));
        }
        return kind.endsWith("enclosedcircle") && count <= 20
                ? String.valueOf((char) ('①' + count - 1))
                : String.valueOf(count);
    }

    private static String value(Element within, String query, String otherwise) {
        @Nullable Element found = within.selectFirst(query);
        return found == null ? otherwise : found.attr("w:val");
    }

    private static String quoted(String value) {
        return "\"" + value.replaceAll("[\"\\\\]", "") + "\"";
    }
}
