package dafu.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dafu.Build;
import dafu.Options;
import dafu.cli.Console;
import dafu.cli.Main;
import dafu.publish.Publisher;
import dafu.text.Diagnostic;
import dafu.text.Message.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document that the project began with, from the page as it was copied to the page that is published. */
class SeedTest {
    private static final Path SEED = Path.of("../shared/seed/reply-058.txt");
    private static final String PHRASE = "买足球的软件";
    private static final String[] STAFF = {"张常云", "吴 浩", "吴浩"};

    @TempDir
    private Path folder;

    @Test
    void theSeedBecomesADraftAndThenAPage() throws IOException {
        assumeTrue(Files.exists(SEED), "there is no " + SEED + " beside this project");
        Path content = Files.createDirectories(folder.resolve("content"));
        Path replies = content.resolve("replies/2023");
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        assertThat(run(said, "import", SEED.toString(), "--into", replies.toString(), "--retrieved", "2026-11-23"))
                .isEqualTo(Main.DONE);

        Path file = replies.resolve("cppcc-9-2-058.md");
        String draft = Files.readString(file);
        assertThat(front(draft)).isEqualTo("""
                title: 对岳阳市政协九届二次会议第058号提案的答复
                kind: proposal
                session: 岳阳市政协九届二次会议
                number: "058"
                proposal-title: 关于发展飞地经济 促进城陵矶港区发展的提案
                proposers: [九三学社岳阳市委]
                answering-body: 湖南城陵矶新港区管理委员会
                date: 2023-07-05
                source: {retrieved: "2026-11-23"}
                status: draft
                """);
        String body = draft.substring(draft.indexOf("\n---\n") + 6);
        assertThat(body.lines().filter(line -> line.startsWith("#")))
                .containsExactly("## 一、关于发展飞地经济，建设功能飞地的有关建议", "## 二、关于上下布局、确立新港区中枢节点地位的建议");
        assertThat(body)
                .startsWith("九三学社岳阳市委：\n\n贵委提出的《关于发展飞地经济 促进城陵矶港区发展的提案》收悉。经研究，现答复如下：\n")
                .endsWith("感谢贵委对城陵矶新港区工作的关心和支持。\n\n湖南城陵矶新港区管理委员会\n\n2023年7月5日\n")
                .doesNotContain(PHRASE)
                .doesNotContain("首页")
                .doesNotContainPattern("\\p{IsHan}[,:;]")
                .contains("总建筑面140886.70平方米", "帮扶外贸企业向海关总署开展AEO认证");
        assertThat(draft)
                .contains("# 改动 第 7 行：“买足球的软件”→“关于”", "# 改动 第 19 行：“买足球的软件”→“关于”", "# 略去 第 1 行", "# 略去 第 31 行")
                .contains("# 确定 date 第 27 行：“2023年7月5日”", "# 没有找到 published、document-number");
        String console = said.toString(StandardCharsets.UTF_8);
        assertThat(console).contains("warning[hijack-slot]", "warning[privacy-contact]", "warning[privacy-mobile]");
        for (String text : new String[] {draft, console}) {
            assertThat(text).doesNotContain(STAFF).doesNotContain("13922366072").doesNotContainPattern("139.{0,9}6072");
        }

        assertThat(run(said, "import", SEED.toString(), "--into", replies.toString()))
                .isEqualTo(Main.FAILED);
        assertThat(Files.readString(file)).isEqualTo(draft);
        assertThat(build(content)).isZero();

        Files.writeString(file, draft.replace("status: draft", "status: published"));
        assertThat(build(content)).isEqualTo(1);
        String page = Files.readString(folder.resolve("site/replies/2023/cppcc-9-2-058/index.html"));
        assertThat(page)
                .contains(
                        "对岳阳市政协九届二次会议第058号提案的答复",
                        "关于发展飞地经济 促进城陵矶港区发展的提案",
                        "九三学社岳阳市委",
                        "湖南城陵矶新港区管理委员会",
                        "岳阳市政协九届二次会议",
                        "2023-07-05");
        try (Stream<Path> files = Files.walk(folder.resolve("site"))) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(each, StandardCharsets.ISO_8859_1);
                String read = new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                assertThat(read).as(each.toString()).doesNotContain(STAFF).doesNotContain(PHRASE, "13922366072");
            }
        }
    }

    /** Builds without errors, and gives the number of replies that are published. */
    private int build(Path content) throws IOException {
        try (Publisher publisher = Publisher.open(folder.resolve("site"))) {
            Build.Result result = Build.run(Options.of(content.toString(), "layouts"), publisher);
            assertThat(result.diagnostics().stream().filter(Diagnostic::isError))
                    .isEmpty();
            publisher.commit();
            return result.replies();
        }
    }

    private static String front(String draft) {
        return draft.substring(4, draft.indexOf("\n---\n") + 1).replaceAll("(?m)^#.*\n", "");
    }

    private static int run(ByteArrayOutputStream said, String... arguments) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return Main.run(new Console(out, out, Language.ZH), arguments);
    }
}
