package dafu.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.cli.Console;
import dafu.cli.Main;
import dafu.text.Message.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document that the project began with, from the page that was copied to the page that is published. */
class SeedTest {
    private static final String PHRASE = "买足球的软件";
    private static final String TITLE = "对岳阳市政协九届二次会议第058号提案的答复";

    @TempDir
    Path folder;

    private Path seed = Path.of("");
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void find() {
        seed = Stream.of("../shared/seed/reply-058.txt", "../../shared/seed/reply-058.txt")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of(""));
        Assumptions.assumeTrue(Files.isRegularFile(seed), "the seed document is not beside this checkout");
    }

    @Test
    void theCopiedPageBecomesADraftWithWhatItSaysAndNothingElse() throws IOException {
        assertThat(run(
                        "import",
                        seed.toString(),
                        "--content",
                        folder.resolve("content").toString()))
                .isZero();
        String draft = Files.readString(folder.resolve("content/replies/2023/cppcc-9-2-058.md"));
        String head = draft.lines()
                .filter(line -> !line.startsWith("# "))
                .limit(12)
                .reduce("", (above, line) -> above + line + "\n");
        assertThat(head).isEqualTo("""
                ---
                title: 对岳阳市政协九届二次会议第058号提案的答复
                kind: proposal
                session: 岳阳市政协九届二次会议
                number: "058"
                proposal-title: 关于发展飞地经济 促进城陵矶港区发展的提案
                proposers: [九三学社岳阳市委]
                answering-body: 湖南城陵矶新港区管理委员会
                date: 2023-07-05
                status: draft
                ---

                """);
        assertThat(draft.lines().filter(line -> line.startsWith("## ")))
                .containsExactly("## 一、关于发展飞地经济，建设功能飞地的有关建议", "## 二、关于上下布局、确立新港区中枢节点地位的建议");
        assertThat(draft)
                .contains("九三学社岳阳市委：", "总建筑面140886.70平方米", "10GWH锂电池", "“湖北港-岳阳港-南沙港-东盟”")
                .endsWith("湖南城陵矶新港区管理委员会\n\n2023年7月5日\n")
                .doesNotContain(PHRASE);
        assertThat(draft.substring(draft.indexOf("\n---\n"))).doesNotContain("首页", "新港区政务", "承办");
        assertThat(draft.substring(draft.indexOf("\n---\n"))).doesNotContainPattern("\\p{IsHan}[,:;?!]\\p{IsHan}");
        assertNothingPrivate(draft);
    }

    @Test
    void theEditorIsToldHowSureEachFieldIsAndWhatWasChanged() throws IOException {
        run("import", seed.toString(), "--content", folder.resolve("content").toString());
        String said = printed.toString(StandardCharsets.UTF_8);
        for (String key : List.of(
                "title", "number", "session", "kind", "proposal-title", "proposers", "answering-body", "date")) {
            assertThat(said).containsPattern("(?m)^  " + key + ": .+  \\[确定] 第 \\d+ 行 “.+”$");
        }
        assertThat(said)
                .contains("没有找到 published、document-number、index-number、outcome")
                .contains("改动 第 7 行 “" + PHRASE + "”→“关于”")
                .contains("改动 第 9 行 “" + PHRASE + "”→“关于”")
                .contains("改动 第 19 行 “" + PHRASE + "”→“关于”")
                .contains("warning[hijack-slot]: “" + PHRASE + "”不像原文，共 4 处", "第 7、9、19 行：草稿里已换成“关于”")
                .contains("privacy-mobile “1")
                .contains("略去")
                .contains("首页 > 新港区政务");
        assertThat(said).doesNotContainPattern("(?<!\\d)1[3-9]\\d{9}(?!\\d)");
    }

    @Test
    void aDraftThatIsThereIsNotOverwritten() throws IOException {
        Path draft = folder.resolve("content/replies/2023/cppcc-9-2-058.md");
        Files.createDirectories(draft.getParent());
        Files.writeString(draft, "kept");
        assertThat(run(
                        "import",
                        seed.toString(),
                        "--content",
                        folder.resolve("content").toString()))
                .isEqualTo(Main.FAILED);
        assertThat(Files.readString(draft)).isEqualTo("kept");
    }

    @Test
    void theDraftIsNotPublishedUntilTheEditorSaysSo() throws IOException {
        String content = folder.resolve("content").toString();
        Path draft = folder.resolve("content/replies/2023/cppcc-9-2-058.md");
        Path page = folder.resolve("site/replies/2023/cppcc-9-2-058/index.html");
        run("import", seed.toString(), "--content", content);
        assertThat(build(content)).isZero();
        assertThat(page).doesNotExist();

        Files.writeString(draft, Files.readString(draft).replace("status: draft", "status: published"));
        assertThat(build(content)).as(printed.toString(StandardCharsets.UTF_8)).isZero();
        Document html = Jsoup.parse(Files.readString(page));
        assertThat(html.select("h1").text()).isEqualTo(TITLE);
        assertThat(html.select("[data-field=number]").text()).isEqualTo("058");
        assertThat(html.select("[data-field=proposal-title]").first().text()).isEqualTo("关于发展飞地经济 促进城陵矶港区发展的提案");
        assertThat(html.select("[data-field=proposers]").text()).isEqualTo("九三学社岳阳市委");
        assertThat(html.select("[data-field=answering-body]").text()).isEqualTo("湖南城陵矶新港区管理委员会");
        assertThat(html.select("time[data-field=date]").attr("datetime")).isEqualTo("2023-07-05");
        assertThat(html.select(".prose h2").eachText())
                .containsExactly("一、关于发展飞地经济，建设功能飞地的有关建议", "二、关于上下布局、确立新港区中枢节点地位的建议");
        try (var files = Files.walk(folder.resolve("site"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                assertThat(text).as(file.toString()).doesNotContain(PHRASE);
                if (!file.endsWith("manifest-sha256.txt")) {
                    assertNothingPrivate(text);
                }
            }
        }
    }

    /** Neither a mobile number nor the names of those who handled the matter, which stand in the seed's last two lines. */
    private void assertNothingPrivate(String text) throws IOException {
        List<String> lines = Files.readAllLines(seed).stream()
                .filter(line -> line.contains("承办"))
                .toList();
        assertThat(lines).hasSize(2);
        for (String line : lines) {
            String[] parts = line.split(":")[1].strip().split("(?<=\\p{IsHan})\\s+(?=\\d)");
            assertThat(text).doesNotContain(parts[0], parts[0].replace(" ", ""));
        }
        assertThat(text).doesNotContainPattern("(?<![0-9a-f])1[3-9]\\d{9}(?![0-9a-f])");
    }

    private int build(String content) {
        return run(
                "build", "--content", content, "--site", folder.resolve("site").toString());
    }

    private int run(String... arguments) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return Main.run(new Console(out, out, Language.ZH), arguments);
    }
}
