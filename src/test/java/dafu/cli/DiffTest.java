package dafu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.text.Message.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffTest {
    @TempDir
    Path folder;

    private Project project;
    private String said = "";

    @BeforeEach
    void write() {
        project = new Project(folder, """
                -- content/archive.yml --
                title: 答复公开

                -- content/replies/a.md --
                ---
                title: 关于停车的答复
                answering-body: 示例市交通局
                date: 2024-03-04
                outcome: A
                ---

                新增车位一千个。费用不变。

                -- content/replies/b.md --
                ---
                title: 关于校园餐的答复
                answering-body: 示例市教育局
                date: 2024-03-05
                ---

                食堂每周公开菜单。

                -- content/replies/c.md --
                ---
                title: 关于<电梯>的答复
                answering-body: 示例市住建局
                date: 2023-03-05
                ---

                已装八台。
                """);
        build("old");
    }

    private void build(String site) {
        run(
                0,
                "build",
                "--content",
                folder + "/content",
                "--layouts",
                folder + "/layouts",
                "--site",
                folder + "/" + site);
    }

    private void run(int expected, String... line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, UTF_8);
        int status = Main.run(new Console(out, out, Language.ZH), line);
        said = bytes.toString(UTF_8);
        assertThat(status).as(said).isEqualTo(expected);
    }

    private void edit(String file, String from, String to) {
        String text = project.text(file);
        assertThat(text).contains(from);
        project.write(file, text.replace(from, to).getBytes(UTF_8));
    }

    @Test
    void twoCopiesThatAreTheSameDifferInNothing() {
        build("new");
        run(0, "diff", folder + "/old", folder + "/new");
        assertThat(said).isEqualTo("两份相同：3 件答复\n");
    }

    @Test
    void everyFateOfAReplyIsToldWithTheSentencesThatChanged() throws Exception {
        edit("content/replies/a.md", "新增车位一千个。", "新增车位八百个。");
        edit("content/replies/a.md", "outcome: A", "outcome: B\ncorrections:\n  - {date: 2024-05-01, note: 更正车位数}");
        edit("content/replies/b.md", "date: 2024-03-05", "date: 2024-03-05\nstatus: withdrawn\nreason: 内容有误");
        edit("content/replies/c.md", "date: 2023-03-05", "date: 2023-03-05\naliases: [replies/c]");
        Files.move(project.path("content/replies/c.md"), project.path("content/replies/d.md"));
        project.write("""
                -- content/replies/e.md --
                ---
                title: 关于公交的答复
                answering-body: 示例市交通局
                date: 2024-03-07
                ---

                已开通。
                """);
        build("new");
        run(1, "diff", folder + "/old", folder + "/new", "--page", folder + "/diff.html");
        assertThat(said.replaceAll("共有 \\d+ 个", "共有 N 个")).isEqualTo("""
                撤回  replies/b  关于校园餐的答复
                    reason
                    + 内容有误
                    status
                    - published
                    + withdrawn
                改动  replies/a  关于停车的答复
                    corrections
                    + 2024-05-01 更正车位数
                    outcome
                    - A
                    + B
                    text
                    - 新增车位一千个。
                    + 新增车位八百个。
                移到别处  replies/d  关于<电梯>的答复
                    aliases
                    + replies/c
                    id
                    - replies/c
                    + replies/d
                新增  replies/e  关于公交的答复
                4 件答复有变化，现有 4 件；网站里共有 N 个文件不同
                """);
        assertThat(Files.readString(folder.resolve("diff.html")))
                .contains("<dd><del>新增车位一千个。</del></dd>\n<dd><ins>新增车位八百个。</ins></dd>", "关于&lt;电梯&gt;的答复");
        Document page = Jsoup.parse(Files.readString(folder.resolve("diff.html")));
        assertThat(page.select("dt").eachText()).contains("正文", "办理结果", "地址").doesNotContain("text", "outcome", "id");
        byte[] style = MessageDigest.getInstance("SHA-256")
                .digest(page.selectFirst("style").data().getBytes(UTF_8));
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(style) + "'; base-uri 'none'; form-action 'none'");
        for (String nothing : List.of("--all", "--summary=s.md", "--format=github", "--format=weather")) {
            run(2, "diff", folder + "/old", folder + "/new", nothing);
        }
        run(1, "diff", folder + "/new", folder + "/old", "--format", "csv");
        assertThat(said.lines().filter(line -> line.startsWith("移除")))
                .containsExactly("移除,replies/d,关于<电梯>的答复,,,", "移除,replies/e,关于公交的答复,,,");
    }

    @Test
    void aNumberThatAnOldCopyShowedIsMaskedAndNeverPrinted() throws IOException {
        edit("content/replies/b.md", "食堂每周公开菜单。", "联系电话：130****0000。");
        build("new");
        Path text = folder.resolve("new/data/text-2024.jsonl");
        Path shown = folder.resolve("shown");
        Files.createDirectories(shown.resolve("data"));
        String hash = project.text("new/data/replies.jsonl")
                .replaceFirst("(?s).*\"replies/b/\",\"sha256\":\"(\\w+)\".*", "$1");
        Files.writeString(
                shown.resolve("data/replies.jsonl"),
                project.text("new/data/replies.jsonl").replace(hash, "0".repeat(64)));
        Files.writeString(
                shown.resolve("data/text-2024.jsonl"), Files.readString(text).replace("130****0000", "13000000000"));
        Files.copy(folder.resolve("new/data/text-2023.jsonl"), shown.resolve("data/text-2023.jsonl"));
        Files.createDirectories(folder.resolve("copy"));
        Files.move(folder.resolve("new/data"), folder.resolve("copy/data"));
        run(1, "diff", shown.toString(), folder + "/copy");
        assertThat(said).startsWith("遮盖  replies/b  关于校园餐的答复\n").doesNotContain("13000000000");
    }

    @Test
    void whatIsNoCopyIsSaidToBeNone() {
        run(2, "diff", folder + "/old", folder + "/nowhere");
        assertThat(said).contains("没有", "data/replies.jsonl");
    }
}
