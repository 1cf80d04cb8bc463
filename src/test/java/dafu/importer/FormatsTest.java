package dafu.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Cost;
import dafu.cli.Console;
import dafu.cli.Main;
import dafu.model.Metadata;
import dafu.read.FrontMatter;
import dafu.text.Diagnostic;
import dafu.text.Masks;
import dafu.text.Message;
import dafu.text.Message.Language;
import dafu.text.Parsed;
import dafu.text.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kinds of file that are read, and what is said of those that are not. */
@Isolated("It listens to what all print.")
class FormatsTest {
    private static final Importer.Request NOTHING =
            new Importer.Request(Map.of(), Map.of(), Set.of(Masks.Rule.values()));
    private static final String LETTER = """
            对市政协十四届二次会议第038号提案的答复

            张某委员：

            您提出的《关于社区食堂的提案》收悉，现答复如下：

            已建成42家。

            示例市民政局

            2023年6月28日
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16", "UTF-16LE"})
    void textInAnyUsualEncodingIsConverted(String charset) {
        Parsed<List<Draft>> read = Importer.read("a.txt", LETTER.getBytes(Charset.forName(charset)), NOTHING);
        assertThat(read.hasErrors()).isFalse();
        assertThat(read.value().get(0).name()).isEqualTo("cppcc-14-2-038");
        assertThat(read.diagnostics().stream().map(Diagnostic::rule).toList())
                .isEqualTo(charset.equals("UTF-8") ? List.of() : List.of("encoding"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gb2312", "gbk", "utf-8"})
    void aPageIsReadInTheEncodingItNames(String charset) {
        String html = "<html><head><meta charset=\"" + charset + "\"></head><body><p>"
                + LETTER.strip().replace("\n\n", "</p><p>") + "</p></body></html>";
        Charset used = Charset.forName(charset.equals("utf-8") ? charset : "GBK");
        Draft draft =
                Importer.read("a.html", html.getBytes(used), NOTHING).value().get(0);
        assertThat(draft.found().get("proposal-title").values()).containsExactly("关于社区食堂的提案");
    }

    @Test
    void aWordDocumentIsRead() throws IOException {
        StringBuilder paragraphs = new StringBuilder();
        LETTER.lines()
                .filter(line -> !line.isBlank())
                .forEach(line ->
                        paragraphs.append("<w:p><w:r><w:t>").append(line).append("</w:t></w:r></w:p>"));
        Draft draft = Importer.read("a.docx", docx(paragraphs.toString()), NOTHING)
                .value()
                .get(0);
        assertThat(draft.found().keySet())
                .containsExactlyInAnyOrder(
                        "title", "kind", "session", "number", "proposal-title", "proposers", "answering-body", "date");
        assertThat(draft.text()).startsWith("张某委员：\n\n您提出的").endsWith("示例市民政局\n\n2023年6月28日\n");
    }

    @Test
    void numbersThatWordCountsAreWrittenOut() throws IOException {
        String list = "<w:abstractNum w:abstractNumId=\"7\">"
                + level(0, "chineseCountingThousand", "%1、")
                + level(1, "chineseCounting", "（%2）")
                + level(2, "decimal", "%3.")
                + "</w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/></w:num>";
        String styles =
                "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>";
        String text = paragraph("", "张某委员：")
                + paragraph("", "您提出的《关于社区食堂的提案》收悉，现答复如下：")
                + paragraph("<w:pStyle w:val=\"H\"/>", "关于布点")
                + paragraph(numbered(1), "城区")
                + paragraph("", "城区已建成42家。")
                + paragraph(numbered(1), "乡镇")
                + paragraph(numbered(2), "沿江的镇")
                + paragraph("", "正在选址。")
                + paragraph("<w:pStyle w:val=\"H\"/>", "下一步打算")
                + paragraph(numbered(1), "经费")
                + paragraph("", "列入预算。");
        Draft draft = Importer.read("a.docx", docx(text, list, styles), NOTHING)
                .value()
                .get(0);
        assertThat(draft.text()).isEqualTo("""
                张某委员：

                您提出的《关于社区食堂的提案》收悉，现答复如下：

                ## 一、关于布点

                ### （一）城区

                城区已建成42家。

                ### （二）乡镇

                #### 1.沿江的镇

                正在选址。

                ## 二、下一步打算

                ### （一）经费

                列入预算。
                """);
    }

    private static String level(int level, String form, String text) {
        return "<w:lvl w:ilvl=\"" + level + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + form
                + "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    }

    private static String numbered(int level) {
        return "<w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"3\"/></w:numPr>";
    }

    private static String paragraph(String properties, String text) {
        return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    @Test
    void aPictureIsNotLostInSilence() {
        String html = "<html><body><p><img src=logo.png></p><div id=zoom><p>"
                + LETTER.strip().replace("\n\n", "</p><p>").replace("42家。", "42家。<img src=map.png>")
                + "</p></div></body></html>";
        Draft draft = Importer.read("a.html", html.getBytes(StandardCharsets.UTF_8), NOTHING)
                .value()
                .get(0);
        assertThat(draft.markdown(Language.ZH)).contains("# 略去 一张图片，在“已建成42家。”之后；另存后放在答复旁边\n");
        assertThat(draft.dropped()).hasSize(1);
    }

    @Test
    void aWordDocumentThatIsBrokenIsRefusedWithAdvice() throws IOException {
        byte[] whole = docx(paragraph("", "答复"));
        // So that what is printed below is not about the loading of classes.
        Importer.read("a.docx", whole, NOTHING);
        for (byte[] broken : List.of(
                java.util.Arrays.copyOf(whole, 200), "PK\u0003\u0004word/".getBytes(StandardCharsets.UTF_8),
                docx("</w:p><w:p>"), docx(paragraph("", "答复"), "<x:y/>", ""))) {
            PrintStream printing = System.err;
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
            Parsed<List<Draft>> read;
            try {
                read = Importer.read("a.docx", broken, NOTHING);
            } finally {
                System.setErr(printing);
            }
            assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
            assertThat(read.value()).isEmpty();
            assertThat(read.diagnostics()).extracting(Diagnostic::rule).containsExactly("import-format");
        }
    }

    @Test
    void aListGivesADraftForEachRow() {
        String list = """
                标题,编号,建议人,承办单位,答复日期,答复内容,备注
                对市十六届人大二次会议第018号建议的答复,018,"张某、李某",示例市教育局,2023/5/9,"张某、李某代表：
                ""建议""收悉，现答复如下：
                已办结。",甲
                ,019,王某,示例市水务局,2023111,,乙
                """;
        for (String charset : List.of("UTF-8", "GBK")) {
            Parsed<List<Draft>> read = Importer.read("list.csv", list.getBytes(Charset.forName(charset)), NOTHING);
            assertThat(read.value()).extracting(Draft::name).startsWith("npc-16-2-018");
            Draft first = read.value().get(0);
            assertThat(first.found().get("proposers").values()).containsExactly("张某", "李某");
            assertThat(first.found().get("session").values()).containsExactly("市十六届人大二次会议");
            assertThat(first.found().get("date").values()).containsExactly("2023-05-09");
            assertThat(first.text()).isEqualTo("张某、李某代表：\n\n“建议”收悉，现答复如下：\n\n已办结。\n");
            assertThat(read.value().get(1).found().keySet())
                    .containsExactlyInAnyOrder("number", "proposers", "answering-body");
            assertThat(read.diagnostics()).extracting(Diagnostic::rule).contains("import-columns");
        }
    }

    @Test
    void columnsAreMapped() {
        byte[] list = "\uFEFF事,号\n对提案的答复,7\n".getBytes(StandardCharsets.UTF_8);
        Importer.Request request = new Importer.Request(Map.of("title", "事", "number", "号"), Map.of(), Set.of());
        Draft draft = Importer.read("list.csv", list, request).value().get(0);
        assertThat(draft.found().get("number").values()).containsExactly("7");
        assertThat(Importer.read("list.csv", list, NOTHING).hasErrors()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.doc", "a.wps", "a.ofd", "a.pdf", "a.jpg", "a.zip", "a.xlsx"})
    void otherFilesAreRefusedWithAdvice(String name) {
        Parsed<List<Draft>> read = Importer.read(name, new byte[] {1, 2, 3}, NOTHING);
        assertThat(read.value()).isEmpty();
        assertThat(read.diagnostics()).extracting(Diagnostic::rule).containsExactly("import-format");
    }

    @Test
    void aDraftIsReadBackWhateverItsTextHolds() {
        String hostile = """
                对“示例”: 市政协十四届二次会议第038号提案 # 的答复

                张某委员：

                您提出的《关于"引号": [列表] {映射} \\ 与 *星号* 的提案》收悉，现答复如下：

                # 不是标题
                <script>alert(1)</script> ![x](y) `code` [a](b) 手机13000001234

                status: published
                ---

                示例市民政局

                2023年6月28日
                """;
        Draft draft = Importer.read("a.txt", hostile.getBytes(StandardCharsets.UTF_8), NOTHING)
                .value()
                .get(0);
        Source source = Source.of("draft.md", draft.markdown(Language.ZH));
        Parsed<?> head = FrontMatter.read(Metadata.SCHEMA, source);
        assertThat(head.diagnostics()).isEmpty();
        assertThat(draft.markdown(Language.EN))
                .contains("status: draft", "\\<script>", "130\\*\\*\\*\\*1234")
                .doesNotContain("13000001234");
    }

    @Test
    void severalFilesAreSummedUpAndNothingIsOverwritten() throws IOException {
        Path letter = Files.writeString(folder.resolve("a.txt"), LETTER);
        Path other = Files.writeString(folder.resolve("b.txt"), LETTER.replace("038", "039"));
        Path pdf = Files.writeString(folder.resolve("c.pdf"), "%PDF-1.4");
        Path into = folder.resolve("drafts");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(run(said, "import", letter.toString(), "--into", into.toString(), "--map", "nonsense=x"))
                .isEqualTo(Main.FAILED);
        assertThat(into).doesNotExist();
        assertThat(run(said, "import", letter.toString(), "--into", into.toString()))
                .isEqualTo(Main.DONE);
        assertThat(run(
                        said,
                        "import",
                        letter.toString(),
                        other.toString(),
                        pdf.toString(),
                        "--into",
                        into.toString(),
                        "--source-url",
                        "https://example.org/1"))
                .isEqualTo(Main.FAILED);
        assertThat(into.resolve("cppcc-14-2-039.md")).content().contains("source: {url: \"https://example.org/1\"}");
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(
                        "error[import-exists]",
                        "error[import-format]",
                        "找到  没找到  改动  略去  遮盖\n",
                        "cppcc-14-2-039.md  9     6       0     0     0\n");
        assertThat(run(said, "import", folder.resolve("absent.txt").toString())).isEqualTo(Main.FAILED);
    }

    @Test
    void hostileTextsCostNoMoreThanTheirLength() {
        List<IntFunction<String>> hostile = List.of(
                size -> "第1届".repeat(size / 3),
                size -> "《".repeat(size) + "\n收悉",
                size -> "政协".repeat(size / 2) + "第1届2次会议第3号",
                size -> "对张某、".repeat(size / 4) + "委员提出的答复",
                size -> "(".repeat(size / 2) + "\n" + "\"".repeat(size / 2 | 1),
                size -> "1、".repeat(size / 4) + "\n第1号提案".repeat(size / 12),
                size -> "编号：1 ".repeat(size / 5),
                size -> "> ".repeat(size / 2),
                size -> "关于".repeat(size / 2) + "的答复");
        for (IntFunction<String> text : hostile) {
            Cost.growsWithTheText(
                    300_000, text, it -> Importer.read("a.txt", it.getBytes(StandardCharsets.UTF_8), NOTHING));
        }
    }

    /** Every kind of file, each with a mobile number and a plate in its letter. */
    @Test
    void eachMaskIsListedWithItsRuleItsPlaceAndWhatIsLeft() throws IOException {
        String letter = LETTER.replace("42家。", "42家，手机13000001234，车牌湘F12345。");
        String html = "<p>" + letter.strip().replace("\n\n", "</p><p>") + "</p>";
        StringBuilder paragraphs = new StringBuilder();
        letter.lines().filter(line -> !line.isBlank()).forEach(line -> paragraphs.append(paragraph("", line)));
        String list = "标题,承办单位,答复日期,答复内容\n甲的答复,甲局,2024-01-02,手机13000005678\n乙的答复,乙局,2024-01-03,\"各位委员：\n"
                + "已建成42家，手机13000001234，车牌湘F12345。\"\n";
        Map<String, byte[]> files = Map.of(
                "a.txt",
                letter.getBytes(StandardCharsets.UTF_8),
                "a.html",
                html.getBytes(StandardCharsets.UTF_8),
                "a.docx",
                docx(paragraphs.toString()),
                "a.csv",
                list.getBytes(StandardCharsets.UTF_8));
        files.forEach((name, bytes) -> {
            List<Draft> drafts = Importer.read(name, bytes, NOTHING).value();
            Draft draft = drafts.get(drafts.size() - 1);
            String where = Map.of("a.txt", " 第 7 行", "a.csv", " 第 4 行").getOrDefault(name, " 第 4 段");
            assertThat(draft.report().stream().map(Message::zh).filter(line -> line.startsWith("遮盖")))
                    .as(name)
                    .containsExactly(
                            "遮盖" + where + " privacy-mobile “130****1234”",
                            "遮盖" + where + " privacy-vehicle-plate “湘F*****”");
            assertThat(draft.markdown(Language.ZH))
                    .as(name)
                    .contains("手机130\\*\\*\\*\\*1234", "# 遮盖" + where + " privacy-mobile")
                    .doesNotContain("13000001234", "湘F12345");
        });
    }

    @Test
    void whatIsMaskedIsWhatTheArchiveThatTheDraftIsForSays() throws IOException {
        String letter = LETTER.replace("42家。", "42家，手机13000001234，车牌湘F12345。");
        Path text = Files.writeString(folder.resolve("a.txt"), letter);
        Path page = Files.writeString(
                folder.resolve("b.html"),
                "<p>" + letter.strip().replace("038", "039").replace("\n\n", "</p><p>"));
        Path replies = Files.createDirectories(folder.resolve("content/replies/2024"));
        Files.writeString(folder.resolve("content/archive.yml"), "masks: [privacy-mobile]\n");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> both = List.of(text.toString(), page.toString());
        for (List<String> where : List.of(
                List.of("--into", replies.toString()),
                List.of("--content", folder.resolve("content").toString()),
                List.of("--into", folder.resolve("elsewhere").toString()))) {
            Stream<String> all = Stream.of(List.of("import"), both, where).flatMap(List::stream);
            assertThat(run(said, all.toArray(String[]::new))).isEqualTo(Main.DONE);
        }
        for (String name : List.of("cppcc-14-2-038.md", "cppcc-14-2-039.md")) {
            for (Path drafts : List.of(replies, folder.resolve("content/replies/2023"))) {
                assertThat(drafts.resolve(name))
                        .content()
                        .contains("湘F12345", "130\\*\\*\\*\\*1234")
                        .doesNotContain("13000001234");
            }
            assertThat(folder.resolve("elsewhere").resolve(name))
                    .content()
                    .doesNotContain("湘F12345")
                    .doesNotContain("13000001234");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"masks: [privacy-mobil]", "masks: [", "masks: []", "mask: [privacy-email]"})
    void settingsWithAMistakeMaskEverything(String settings) throws IOException {
        Path text = Files.writeString(folder.resolve("a.txt"), LETTER.replace("42家。", "42家，车牌湘F12345。"));
        Path content = Files.createDirectories(folder.resolve("content"));
        Files.writeString(content.resolve("archive.yml"), settings + "\n");
        assertThat(run(new ByteArrayOutputStream(), "import", text.toString(), "--content", content.toString()))
                .isEqualTo(Main.DONE);
        assertThat(content.resolve("replies/2023/cppcc-14-2-038.md")).content().doesNotContain("湘F12345");
    }

    private static int run(ByteArrayOutputStream said, String... arguments) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return Main.run(new Console(out, out, Language.ZH), arguments);
    }

    private static byte[] docx(String paragraphs) throws IOException {
        return docx(paragraphs, "", "");
    }

    private static byte[] docx(String paragraphs, String lists, String styles) throws IOException {
        String word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            entry(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            entry(
                    zip,
                    "word/document.xml",
                    "<w:document xmlns:w=\"" + word + "\"><w:body>" + paragraphs + "</w:body></w:document>");
            if (!lists.isEmpty()) {
                entry(zip, "word/numbering.xml", "<w:numbering xmlns:w=\"" + word + "\">" + lists + "</w:numbering>");
                entry(zip, "word/styles.xml", "<w:styles xmlns:w=\"" + word + "\">" + styles + "</w:styles>");
            }
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
