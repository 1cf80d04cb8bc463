package dafu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The pipeline of an archive's own repository, with the commands that its templates run. */
class PipelineTest {
    private static final Path TEMPLATES = Path.of("src/docs/pipelines");

    @TempDir
    private Path folder;

    private Shell shell;
    private Path server;

    @BeforeEach
    void aRepositoryWithAnArchive() throws IOException {
        shell = new Shell(folder.resolve("commands"), "git", "curl", "rsync", "sha256sum");
        server = folder.resolve("server");
        shell.with("DAFU_TARGET", server.toString());
        shell.with("DAFU_URL", "file://" + server + "/current/");
        shell.run(folder, """
                        git init --quiet --bare --initial-branch=main origin.git
                        git clone --quiet origin.git desk 2>/dev/null
                        cd desk
                        mkdir -p content/replies
                        echo 'title: 示例档案' > content/archive.yml
                        touch dafu.jar
                        cp '%s' archive.sh
                        printf 'site/\\npreview/\\n.public/\\n.dafu/\\nsummary.md\\n' > .gitignore
                        git add --all
                        git commit --quiet --message '建立档案'
                        git push --quiet origin HEAD:main
                        """.formatted(TEMPLATES.resolve("archive.sh").toAbsolutePath()))
                .succeeds();
    }

    /** What the web form of a forge does with one file: a commit on a branch of its own. */
    private void webForm(String branch, String file, String text) throws IOException {
        Path desk = folder.resolve("desk");
        shell.run(desk, "git fetch --quiet && git checkout --quiet -B " + branch + " origin/main")
                .succeeds();
        Path there = desk.resolve(file);
        if (text.isEmpty()) {
            Files.delete(there);
        } else {
            Files.createDirectories(there.getParent());
            Files.writeString(there, text);
        }
        shell.run(
                        desk,
                        "git add --all && git commit --quiet -m 'Update " + file + "' && git push --quiet origin HEAD:"
                                + branch)
                .succeeds();
    }

    private Shell.Ran pipeline(String branch, String command) {
        return shell.run(
                folder,
                "rm -rf run && git clone --quiet --depth 1 --branch " + branch
                        + " \"file://$PWD/origin.git\" run && cd run && " + command);
    }

    private void merge(String branch) {
        shell.run(folder.resolve("desk"), "git fetch --quiet && git push --quiet origin origin/" + branch + ":main")
                .succeeds();
    }

    private String summary() throws IOException {
        return Files.readString(folder.resolve("run/summary.md"));
    }

    private static String reply(String keys, String text) {
        return """
                ---
                标题: 对市政协十四届三次会议第020号提案的答复
                主办单位: 示例市交通运输局
                答复日期: 2024-06-28
                %s---

                %s
                """.formatted(keys, text);
    }

    @Test
    void aReplyIsAddedCorrectedAndWithdrawnThroughAWebFormAlone() throws IOException {
        String file = "content/replies/2024/a.md";
        Path page = server.resolve("current/replies/2024/a/index.html");

        webForm("add", file, reply("", "今年新开夜间公交线路三条。"));
        pipeline("add", "sh archive.sh check").succeeds();
        assertThat(summary()).contains("- 新页面 · new: `replies/2024/a/`\n");
        assertThat(folder.resolve("run/preview/replies/2024/a/index.html")).isRegularFile();
        merge("add");
        pipeline("main", "sh archive.sh deploy").succeeds();
        assertThat(Files.readString(page)).contains("三条");

        webForm("silent", file, reply("", "今年新开夜间公交线路四条。"));
        shell.with("DAFU_FORMAT", "github");
        Shell.Ran silent = pipeline("silent", "sh archive.sh check");
        assertThat(silent.status()).isEqualTo(Main.FOUND);
        assertThat(silent.printed()).containsPattern("(?m)^::error file=content/replies/2024/a.md,line=");
        assertThat(summary()).contains("corrections");
        shell.with("DAFU_FORMAT", "");

        webForm("correct", file, reply("更正:\n  - {日期: 2024-07-01, 说明: 更正线路的条数}\n", "今年新开夜间公交线路四条。"));
        pipeline("correct", "sh archive.sh check").succeeds();
        assertThat(summary()).contains("- 改动 · changed: `replies/2024/a/`\n");
        assertThat(Files.readString(page)).as("a check publishes nothing").contains("三条");
        merge("correct");
        Object style = inode("current/assets/style.css");
        pipeline("main", "sh archive.sh deploy").succeeds();
        assertThat(Files.readString(page)).contains("四条", "更正线路的条数");
        assertThat(inode("current/assets/style.css"))
                .as("what has not changed is a link")
                .isEqualTo(style);
        assertThat(Files.isSymbolicLink(server.resolve("current"))).isTrue();

        webForm("delete", file, "");
        assertThat(pipeline("delete", "sh archive.sh check").status()).isEqualTo(Main.FOUND);

        webForm(
                "withdraw",
                file,
                reply(
                        "状态: 撤回\n原因: 误将内部稿公开\n更正:\n  - {日期: 2024-07-01, 说明: 更正线路的条数}\n"
                                + "  - {日期: 2024-07-09, 说明: 撤回}\n",
                        "今年新开夜间公交线路四条。"));
        pipeline("withdraw", "sh archive.sh check").succeeds();
        merge("withdraw");
        pipeline("main", "sh archive.sh deploy").succeeds();
        assertThat(Files.readString(page)).contains("这件答复已于2024年7月9日撤回", "误将内部稿公开");
        try (Stream<Path> releases = Files.list(server.resolve("releases"))) {
            assertThat(releases).hasSize(3);
        }
    }

    private Object inode(String name) throws IOException {
        return Files.readAttributes(server.resolve(name), BasicFileAttributes.class)
                .fileKey();
    }

    @Test
    void aPublicCopyThatCannotBeFetchedStopsThePipeline() {
        shell.with("DAFU_URL", "http://127.0.0.1:1/dafu/");
        Shell.Ran ran = pipeline("main", "sh archive.sh build");
        assertThat(ran.status()).isEqualTo(Main.FAILED);
        assertThat(ran.printed()).contains("取不到已公开的一份");
        assertThat(folder.resolve("run/site")).doesNotExist();
    }

    @Test
    void theTemplatesAreYamlAndRunTheScriptAlone() throws IOException {
        for (String name : List.of("github/archive.yml", "gitlab/.gitlab-ci.yml")) {
            String text = Files.readString(TEMPLATES.resolve(name));
            assertThat(new Load(LoadSettings.builder().build()).loadFromString(text))
                    .as(name)
                    .isNotNull();
            assertThat(Pattern.compile("sh archive\\.sh (\\w+)")
                            .matcher(text)
                            .results()
                            .map(it -> it.group(1)))
                    .as(name)
                    .contains("check", "build")
                    .isSubsetOf("check", "build", "deploy");
            assertThat(text).as(name).doesNotContain("java -jar");
        }
    }
}
