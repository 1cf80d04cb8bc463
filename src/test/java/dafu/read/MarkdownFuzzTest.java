package dafu.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dafu.Harmless;
import dafu.model.Settings;
import dafu.model.Text;
import dafu.text.Diagnostic;
import dafu.text.Masks;
import dafu.text.Parsed;
import dafu.text.Source;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text is read without a failure and becomes markup that runs nothing. */
class MarkdownFuzzTest {
    private static final Content CONTENT = new Content(
            new Listing(
                    Path.of("content"),
                    new TreeSet<>(Set.of("replies/a", "replies/b")),
                    new TreeSet<>(),
                    new TreeSet<>(Set.of("replies/a.png", "replies/a.csv")),
                    List.of()),
            "content",
            Settings.DEFAULTS,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of());

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "# 一、线路\n\n已经**延长**：`两路` 公交，见[附件](a.csv \"表\")。\n\n## （一）班次\n\n![图](a.png)\n",
                        "| 线路 | 班次 |\n| :-- | --: |\n| 一路 | 20 |\n\n- 一\n  1. 二\n\n> 引\n\n***\n",
                        "注[^1]和[那一件][b]，[上一段](#s1)。\n\n[^1]: 说明\n\n[b]: b.md '标题'\n",
                        "```js\ncode\n```\n\n    code\n\n<b onclick=x>&lt;&#60;</b> <!-- x -->\n",
                        "https://example.org/x?y=1#z，www.example.org <a@example.org> <https://example.org>\n",
                        "[a](javascript:x) ![b](//example.org) [c](mailto:a@example.org) [d](../../x) [e](/data/)\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyTextBecomesHarmlessMarkup(byte[] bytes) {
        ContentLinks links = new ContentLinks(CONTENT, id -> true, "replies/a", "replies/a/index.html");
        Source.decode("content/replies/a.md", bytes, Set.of(Masks.Rule.values()))
                .value()
                .ifPresent(source -> {
                    Parsed<Text> read = Markdown.read(source, 0, links);
                    for (Diagnostic found : read.diagnostics()) {
                        assertThat(found.location().line()).isBetween(1, source.lines());
                    }
                    // What is an error is not published.
                    String markup = read.hasErrors() ? "" : read.value().html().markup();
                    for (Element element :
                            Jsoup.parseBodyFragment(markup).body().getAllElements()) {
                        Harmless.isHarmless(element, "", element.outerHtml());
                    }
                });
    }
}
