package dafu.importer;

import dafu.text.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** A page as a browser saves it: the lines of its text, and which of them are the letter. */
final class SavedPage implements NodeFilter {
    private static final List<String> CONTAINERS = List.of(
            "#zoom",
            "#Zoom",
            ".TRS_Editor",
            ".TRS_UEDITOR",
            "#UCAP-CONTENT",
            "ucapcontent",
            ".article-content",
            ".pages_content",
            "#artibody",
            ".news_content",
            "#vsb_content",
            ".view");
    private static final String NOT_TEXT =
            "script,style,noscript,iframe,nav,footer,select,button,input,textarea,svg,object,template,[hidden],[style~=display:\\s*none]";
    private static final Pattern SAVED_FROM = Pattern.compile("saved from url=\\(\\d+\\)(https?://\\S+)");
    private static final Map<String, String> META =
            Map.of("articletitle", "title", "pubdate", "published", "contentsource", Labels.POSTED_BY);

    private final Element main;
    private final StringBuilder text = new StringBuilder();
    private int from = 1;
    private int to = 1;

    private SavedPage(Element main) {
        this.main = main;
    }

    static Page read(String name, byte[] bytes) {
        Document document = parse(bytes, null);
        String charset = document.charset().name().toUpperCase(Locale.ROOT);
        // Pages say GB2312 and hold characters that it lacks; others say nothing.
        if (charset.startsWith("GB") || document.text().indexOf('\uFFFD') >= 0 && charset.equals("UTF-8")) {
            document = parse(bytes, "GB18030");
        }
        return read(name, document);
    }

    static Page read(String name, String html) {
        return read(name, Jsoup.parse(html));
    }

    private static Page read(String name, Document document) {
        Optional<String> url = address(document);
        Map<String, Page.Said> said = new HashMap<>();
        for (Element meta : document.select("meta[name][content]")) {
            String key = META.get(meta.attr("name").toLowerCase(Locale.ROOT));
            if (key != null && !meta.attr("content").isBlank()) {
                said.putIfAbsent(key, new Page.Said(masked(meta.attr("content")), "<meta " + meta.attr("name") + ">"));
            }
        }
        document.select(NOT_TEXT).remove();
        SavedPage page = new SavedPage(main(document.body()));
        document.body().filter(page);
        page.newLine();
        return new Page(
                Source.of(name, page.text.toString()),
                page.from,
                page.to,
                Map.copyOf(said),
                url.map(SavedPage::masked),
                new Page.Places(Optional.empty(), Page.Places.Unit.PAGE),
                List.of());
    }

    private static Document parse(byte[] bytes, @org.jspecify.annotations.Nullable String charset) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(bytes), charset, "");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String masked(String text) {
        return Source.of("", text.strip()).text();
    }

    private static Optional<String> address(Document document) {
        String[] stated = {
            document.nodeStream(Comment.class)
                    .map(comment -> SAVED_FROM.matcher(comment.getData()))
                    .filter(Matcher::find)
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElse(""),
            document.select("link[rel=canonical]").attr("href"),
            document.select("meta[property=og:url]").attr("content"),
            document.select("meta[name=Url]").attr("content")
        };
        return java.util.Arrays.stream(stated)
                .filter(url -> url.matches("https?://\\S+"))
                .findFirst();
    }

    /** The block that holds the text: one that sites name so, else where the words are that lead nowhere. */
    private static Element main(Element body) {
        for (String container : CONTAINERS) {
            for (Element element : body.select(container)) {
                if (words(element) > 80 && element.text().matches("(?s).*(?:收悉|答复|复函|意见).*")) {
                    return element;
                }
            }
        }
        Element main = body;
        for (boolean narrower = true; narrower; ) {
            narrower = false;
            for (Element child : main.children()) {
                if (words(child) > 0.8 * words(main) && child.isBlock()) {
                    main = child;
                    narrower = true;
                    break;
                }
            }
        }
        return main;
    }

    private static int words(Element element) {
        return element.text().length()
                - 2
                        * element.select("a").stream()
                                .mapToInt(link -> link.text().length())
                                .sum();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node == main) {
            newLine();
            from = line();
        }
        if (node instanceof TextNode words) {
            text.append(words.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " "));
        } else if (node instanceof Element element
                && (element.isBlock() || element.normalName().equals("br"))) {
            newLine();
            if (element.normalName().equals("tr") && isRow(element)) {
                row(element);
                return FilterResult.SKIP_CHILDREN;
            }
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && element.isBlock() || node == main) {
            newLine();
        }
        if (node == main) {
            to = line();
        }
        return FilterResult.CONTINUE;
    }

    /** A row of data: several short cells; a row with one, or with paragraphs, only lays out a page. */
    private static boolean isRow(Element row) {
        return row.childrenSize() > 1
                && row.children().stream()
                        .allMatch(cell -> cell.text().length() < 200
                                && cell.select("p,div,table").size() < 2);
    }

    private void row(Element row) {
        text.append(row.children().stream()
                .map(cell -> cell.text().replace('|', '｜'))
                .collect(Collectors.joining(" | ", "| ", " |")));
        newLine();
        if (row.elementSiblingIndex() == 0) {
            text.append("| ").append("--- | ".repeat(row.childrenSize()).strip());
            newLine();
        }
    }

    /** Each line is a paragraph of its own: an empty one goes before it. */
    private void newLine() {
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append("\n\n");
        }
    }

    private int line() {
        return (int) text.chars().filter(c -> c == '\n').count() + 1;
    }
}
