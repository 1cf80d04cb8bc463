package dafu.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dafu.Project;
import dafu.ProjectTest;
import java.io.StringReader;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The open data as others read it: a table by a parser of tables, lines against their schema, the package by its rules. */
class OpenDataTest extends ProjectTest {
    private static final String HOSTILE = """
            -- content/archive.yml --
            title: 答复档案
            licence: CC0-1.0
            publisher: 市政府办公室
            base-url: https://example.org/dafu
            -- content/replies/a.md --
            ---
            标题: 关于“早,晚”班车的答复
            类型: 政协提案
            编号: ["058", "=1+1", "a;b"]
            提案人: 某委员
            主办单位: "@市交通运输局"
            答复日期: 2024-03-02
            交办日期: 2024-01-02
            发文字号: "+示交字〔2024〕5号"
            满意度: {办理: 满意, 结果: -不满意}
            摘要: |
              第一行 13000000000
              "第二行"
            附件: [{文件: a.csv, 名称: 表}]
            来源: {网址: "https://example.org/?a=1&b=2", 改写: true}
            更正: [{日期: 2024-04-01, 说明: 改字}]
            ---

            正文
            -- content/replies/a.csv --
            1
            -- content/replies/b.md --
            ---
            title: 乙
            answering-body: 市教育局
            date: 2023-01-05
            extent: withheld
            status: withdrawn
            reason: 重复
            ---
            """;

    @Test
    void theTableHoldsWhatTheLinesHoldAndRunsNoFormula() throws Exception {
        Project project = project(HOSTILE);
        project.build();
        String csv = project.text("site/data/replies.csv");
        assertThat(csv).startsWith("\uFEFFid,address,sha256,title,kind,");
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv.substring(1)))) {
            List<CSVRecord> rows = parser.getRecords();
            assertThat(rows.stream().map(row -> row.get("id"))).containsExactly("replies/b", "replies/a");
            assertThat(rows).allMatch(CSVRecord::isConsistent);
            assertThat(present(rows.get(0)))
                    .isEqualTo(Map.of(
                            "id", "replies/b",
                            "address", "replies/b/",
                            "sha256", sha256(new byte[0]),
                            "title", "乙",
                            "answering-body", "市教育局",
                            "role", "answer",
                            "date", "2023-01-05",
                            "extent", "withheld",
                            "status", "withdrawn",
                            "reason", "重复"));
            Map<String, String> hostile = present(rows.get(1));
            assertThat(hostile.remove("sha256")).hasSize(64);
            assertThat(hostile)
                    .isEqualTo(Map.ofEntries(
                            Map.entry("id", "replies/a"),
                            Map.entry("address", "replies/a/"),
                            Map.entry("title", "关于“早,晚”班车的答复"),
                            Map.entry("kind", "proposal"),
                            Map.entry("number", "058; =1+1; a；b"),
                            Map.entry("proposers", "某委员"),
                            Map.entry("answering-body", "'@市交通运输局"),
                            Map.entry("role", "answer"),
                            Map.entry("assigned", "2024-01-02"),
                            Map.entry("date", "2024-03-02"),
                            Map.entry("document-number", "'+示交字〔2024〕5号"),
                            Map.entry("satisfaction.handling", "满意"),
                            Map.entry("satisfaction.result", "'-不满意"),
                            Map.entry("extent", "full"),
                            Map.entry("summary", "第一行 130****0000\n\"第二行\""),
                            Map.entry("attachments", "[{\"file\":\"a.csv\",\"title\":\"表\"}]"),
                            Map.entry("source.url", "https://example.org/?a=1&b=2"),
                            Map.entry("source.restated", "true"),
                            Map.entry("corrections", "[{\"date\":\"2024-04-01\",\"note\":\"改字\"}]"),
                            Map.entry("status", "published")));
        }
    }

    @Test
    void everyLineIsValidAgainstTheSchemaAndTheSchemaRefusesWhatIsWrong() {
        Project project = project(HOSTILE);
        project.build();
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(project.text("site/data/replies.schema.json"));
        List<String> lines = project.text("site/data/replies.jsonl").lines().toList();
        assertThat(lines).hasSize(2);
        for (String line : lines) {
            assertThat(errors(schema, line)).isEmpty();
        }
        String line = lines.get(0);
        assertThat(errors(schema, line.replace("\"extent\":\"withheld\"", "\"extent\":\"some\"")))
                .hasSize(1);
        assertThat(errors(schema, line.replace("2023-01-05", "5 January 2023"))).hasSize(1);
        assertThat(errors(schema, line.replace("\"title\"", "\"titel\""))).hasSize(2);
    }

    /** What the profile of a data package (version 1) demands, in our words. */
    @Test
    void theDataPackageDescribesEveryFileAsItIs() throws Exception {
        Project project = project(HOSTILE);
        project.build();
        JsonNode all = new ObjectMapper().readTree(project.text("site/data/datapackage.json"));
        assertThat(all.path("profile").stringValue()).isEqualTo("data-package");
        assertThat(all.path("name").stringValue()).matches("[-a-z0-9._/]+");
        assertThat(all.path("title").stringValue()).isEqualTo("答复档案");
        assertThat(all.path("homepage").stringValue()).isEqualTo("https://example.org/dafu/");
        assertThat(all.path("licenses").toString()).isEqualTo("[{\"name\":\"CC0-1.0\"}]");
        Map<String, JsonNode> resources = new TreeMap<>();
        for (JsonNode resource : all.path("resources")) {
            String path = resource.path("path").stringValue();
            byte[] bytes = Files.readAllBytes(project.path("site/data/" + path));
            assertThat(resource.path("name").stringValue()).matches("[-a-z0-9._/]+");
            assertThat(resource.path("bytes").longValue()).as(path).isEqualTo(bytes.length);
            assertThat(resource.path("hash").stringValue()).as(path).isEqualTo("sha256:" + sha256(bytes));
            assertThat(resource.path("encoding").stringValue()).isEqualTo("utf-8");
            assertThat(resource.path("mediatype").stringValue()).matches("[a-z]+/[a-z+]+");
            resources.put(path, resource);
        }
        TreeMap<String, String> files = new TreeMap<>(project.files("site/data"));
        files.remove("index.html");
        files.remove("datapackage.json");
        assertThat(resources.keySet()).isEqualTo(files.keySet());
        assertThat(all.path("resources").valueStream().map(r -> r.path("name").stringValue()))
                .doesNotHaveDuplicates();
        JsonNode table = resources.get("replies.csv");
        assertThat(table.path("profile").stringValue()).isEqualTo("tabular-data-resource");
        assertThat(table.path("schema")
                        .path("fields")
                        .valueStream()
                        .map(field -> field.path("name").stringValue()))
                .containsExactly(project.text("site/data/replies.csv")
                        .substring(1)
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .split(","));
        assertThat(table.path("schema")
                        .path("fields")
                        .valueStream()
                        .map(field -> field.path("type").stringValue()))
                .containsOnly("string", "date", "boolean");
    }

    @Test
    void aLicenceThatIsNoIdentifierIsTakenAsAnAddressOrAsWords() {
        assertThat(licences("https://example.org/terms")).isEqualTo("[{\"path\":\"https://example.org/terms\"}]");
        assertThat(licences("注明来源后可自由使用")).isEqualTo("[{\"name\":\"other\",\"title\":\"注明来源后可自由使用\"}]");
    }

    private String licences(String licence) {
        Project project = project("-- content/archive.yml --\nlicence: " + licence + "\n");
        project.build();
        return new ObjectMapper()
                .readTree(project.text("site/data/datapackage.json"))
                .path("licenses")
                .toString();
    }

    @Test
    void thePageListsEveryFileAndExplainsEveryColumnInTheLanguageOfTheSite() {
        for (String language : List.of("zh-CN", "en")) {
            Project project = project(HOSTILE).write("""
                    -- content/archive.yml --
                    language: %s
                    licence: CC0-1.0
                    """.formatted(language));
            project.build();
            var page = project.page("data/");
            assertThat(page.select("main a[href]").eachAttr("href"))
                    .containsAll(project.files("site/data").keySet().stream()
                            .filter(file -> !file.equals("index.html"))
                            .toList());
            assertThat(page.select("main code").eachText())
                    .containsExactly(project.text("site/data/replies.csv")
                            .substring(1)
                            .lines()
                            .findFirst()
                            .orElseThrow()
                            .split(","));
            assertThat(page.select("main").text()).contains("CC0-1.0");
            assertThat(page.select("main").text().codePoints().anyMatch(Character::isIdeographic))
                    .isEqualTo(language.equals("zh-CN"));
        }
    }

    @Test
    void anArchiveWithoutRepliesHasItsFilesAllTheSame() {
        Project project = project("-- content/archive.yml --\ntitle: 空\n");
        project.build();
        assertThat(project.text("site/data/replies.csv").lines()).hasSize(1);
        assertThat(project.text("site/data/replies.jsonl")).isEmpty();
        assertThat(project.page("data/").select("h1").text()).isEqualTo("开放数据");
    }

    private static List<String> errors(Schema schema, String line) {
        return schema
                .validate(
                        line,
                        InputFormat.JSON,
                        context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static Map<String, String> present(CSVRecord row) {
        Map<String, String> cells = new TreeMap<>(row.toMap());
        cells.values().removeIf(String::isEmpty);
        return cells;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
