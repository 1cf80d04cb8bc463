package dafu.importer;

import dafu.importer.Finding.Certainty;
import dafu.text.Masks;
import dafu.text.Message;
import dafu.text.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** A page as a browser saves it: the lines of its text, and which of them are the letter. */
final class SavedPage implements NodeFilter {
    /** Where common content systems put a text. */
    private static final String CONTAINERS = "#zoom,#Zoom,.TRS_Editor,.TRS_UEDITOR,#UCAP-CONTENT,ucapcontent,"
            + ".article-content,.pages_content,#artibody,.news_content,#vsb_content,.view";

    private static final String NOT_TEXT = "script,style,noscript,iframe,nav,footer,select,button,input,textarea,svg,"
            + "object,template,[hidden],[style~=display:\\s*none]";
    private static final Map<String, String> META =
            Map.of("articletitle", "title", "pubdate", "published", "contentsource", "posted-by");
    private static final int SHORTEST_TEXT = 80;
    private static final int LONGEST_CELL = 200;

    private final Element main;
    private final Set<Masks.Rule> rules;
    private final StringBuilder text = new StringBuilder();
    private final List<Note> pictures = new ArrayList<>();
    private boolean within;
    private int lines;
    private int from = 1;
    private int to = 1;

    private SavedPage(Element main, Set<Masks.Rule> rules) {
        this.main = main;
        this.rules = rules;
    }

    static Page read(String name, byte[] bytes, Set<Masks.Rule> rules) {
        Document document = parse(bytes, null);
        // Pages say GB2312 and hold characters that it lacks; others say nothing.
        boolean chinese =
                document.charset().name().startsWith("GB") || document.text().indexOf('\uFFFD') >= 0;
        return read(name, chinese ? parse(bytes, "GB18030") : document, rules);
    }

    static Page read(String name, String html, Set<Masks.Rule> rules) {
        return read(name, Jsoup.parse(html), rules);
    }

    private static Page read(String name, Document document, Set<Masks.Rule> rules) {
        Map<String, Page.Said> said = new HashMap<>();
        for (Element meta : document.select("meta[name][content]")) {
            String key = META.get(meta.attr("name").toLowerCase(Locale.ROOT));
            if (key != null && !meta.attr("content").isBlank()) {
                String value = masked(meta.attr("content"), rules);
                said.putIfAbsent(key, new Page.Said(value, "<meta " + meta.attr("name") + ">", Certainty.LIKELY));
            }
        }
        Optional<String> url = address(document, rules);
        document.select(NOT_TEXT).remove();
        SavedPage page = new SavedPage(main(document.body()), rules);
        document.body().filter(page);
        Source text = Source.of(name, page.text.toString(), rules);
        return new Page(
                text,
                page.from,
                page.to,
                Map.copyOf(said),
                url,
                List.copyOf(page.pictures),
                Note.masks(text).stream().map(page::placed).toList(),
                1);
    }

    /** Its lines are not those of the file: a paragraph of the letter, two lines each, stands for the place. */
    private Note placed(Note mask) {
        Message what = mask.what();
        int paragraph = (mask.line() - from) / 2 + 1;
        return new Note(
                0,
                mask.line() >= from && mask.line() < to
                        ? Message.of("第 %s 段 %s", "paragraph %s: %s", paragraph, what.zh())
                        : Message.of("信函之外 %s", "outside of the letter: %s", what.zh()));
    }

    private static Document parse(byte[] bytes, @Nullable String charset) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(bytes), charset, "");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String masked(String text, Set<Masks.Rule> rules) {
        return Masks.apply(text.strip(), rules).text();
    }

    private static Optional<String> address(Document document, Set<Masks.Rule> rules) {
        Stream<String> saved = document.nodeStream(Comment.class)
                .map(comment -> Words.matcher("saved-from", comment.getData()))
                .filter(Matcher::find)
                .map(found -> found.group(1));
        Stream<String> stated = Stream.of(
                document.select("link[rel=canonical]").attr("href"),
                document.select("meta[property=og:url]").attr("content"),
                document.select("meta[name=Url]").attr("content"));
        return Stream.concat(saved, stated)
                .filter(url -> url.matches("https?://\\S+"))
                .map(url -> masked(url, rules))
                .findFirst();
    }

    /** The block that holds the text: one that sites name so, else where the words are that lead nowhere. */
    private static Element main(Element body) {
        for (Element element : body.select(CONTAINERS)) {
            if (words(element) > SHORTEST_TEXT && element.text().matches("(?s).*(?:收悉|答复|复函|意见).*")) {
                return element;
            }
        }
        Element main = body;
        for (Optional<Element> child = Optional.of(body); child.isPresent(); ) {
            main = child.get();
            double most = 0.8 * words(main);
            child = main.children().stream()
                    .filter(it -> it.isBlock() && words(it) > most)
                    .findFirst();
        }
        return main;
    }

    private static int words(Element element) {
        List<String> links = element.select("a").eachText();
        return element.text().length()
                - 2 * links.stream().mapToInt(String::length).sum();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (isBlock(node)) {
            newLine();
        }
        if (node == main) {
            from = line();
            within = true;
        }
        if (node instanceof TextNode words) {
            text.append(words.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " "));
        } else if (node instanceof Element element && element.normalName().equals("tr") && isRow(element)) {
            row(element);
            return FilterResult.SKIP_CHILDREN;
        } else if (within && node.nameIs("img")) {
            picture();
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (isBlock(node)) {
            newLine();
        }
        if (node == main) {
            to = line();
            within = false;
        }
        return FilterResult.CONTINUE;
    }

    private boolean isBlock(Node node) {
        return node == main
                || node instanceof Element element
                        && (element.isBlock() || element.normalName().equals("br"));
    }

    /** A row of data: several short cells; a row with one, or with paragraphs, only lays out a page. */
    private static boolean isRow(Element row) {
        return row.childrenSize() > 1
                && row.children().stream()
                        .allMatch(it -> it.text().length() < LONGEST_CELL
                                && it.select("p,div,table").size() < 2);
    }

    /** A text cannot hold it: whoever looks at the draft has to know that it was there. */
    private void picture() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        String before = Note.clipped(masked(text.substring(text.lastIndexOf("\n", end - 1) + 1, end), rules));
        Message what = Message.of(
                "一张图片，在“%s”之后；另存后放在答复旁边", "a picture after “%s”; save it and put it beside the reply", before);
        pictures.add(new Note(line(), what));
    }

    private void row(Element row) {
        row.select("img").forEach(image -> picture());
        Stream<String> cells = row.children().stream().map(cell -> cell.text().replace('|', '｜'));
        text.append(cells.collect(Collectors.joining(" | ", "| ", " |")));
        newLine();
        text.append(
                row.elementSiblingIndex() > 0
                        ? ""
                        : "| " + "--- | ".repeat(row.childrenSize()).strip());
        newLine();
    }

    /** Each line is a paragraph of its own: an empty one goes before it. */
    private void newLine() {
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append("\n\n");
            lines += 2;
        }
    }

    private int line() {
        return lines + 1;
    }
}
