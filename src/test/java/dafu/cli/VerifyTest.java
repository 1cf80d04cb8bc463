package dafu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import dafu.cache.Hash;
import dafu.text.Message.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code verify} says of a site, or of a copy that somebody holds without the content it was made from. */
class VerifyTest extends ProjectTest {
    private Project project;
    private Path copy;
    private String root;

    @BeforeEach
    void build() throws IOException {
        project = project("""
                -- content/replies/2024/a.md --
                %s
                -- content/replies/2024/b.md --
                %s
                """.formatted(reply("", "公开"), reply("", "也公开")));
        root = project.build().isClean().out().replaceFirst("(?s).*根哈希 (\\w{64}).*", "$1");
        copy = project.path("elsewhere/copy");
        Files.createDirectories(copy.getParent());
        Files.move(project.path("site"), copy);
    }

    private void verify(int expected, String words, String... options) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, UTF_8);
        String[] line = new String[options.length + 2];
        line[0] = "verify";
        line[1] = copy.toString();
        System.arraycopy(options, 0, line, 2, options.length);
        int status = Main.run(new Console(out, out, Language.ZH), line);
        assertThat(bytes.toString(UTF_8)
                        .replaceAll("\\d+ 个文件", "N 个文件")
                        .replace(root, "ROOT")
                        .replace(copy.toString(), "COPY"))
                .isEqualTo(words);
        assertThat(status).isEqualTo(expected);
    }

    @Test
    void aWholeCopyIsAsItsManifestSays() {
        verify(Main.DONE, "N 个文件与清单一致\n根哈希 ROOT\n");
        verify(Main.DONE, "N 个文件与清单一致\n根哈希 ROOT\n", "--root", root);
        verify(Main.DONE, "N 个文件与清单一致\n根哈希 ROOT\n", "--root=" + root.toUpperCase(Locale.ROOT));
    }

    @Test
    void whatIsAlteredLostOrAddedIsNamed() throws IOException {
        Files.writeString(copy.resolve("replies/2024/a/index.html"), "改过");
        Files.delete(copy.resolve("robots.txt"));
        Files.writeString(copy.resolve("replies/2024/c.html"), "混进来的");
        Files.writeString(copy.resolve("replies/.htaccess"), "混进来的");
        Files.createDirectories(copy.resolve(".git"));
        Files.writeString(copy.resolve(".git/HEAD"), "编辑的");
        Files.writeString(copy.resolve(".gitignore"), "编辑的");
        verify(Main.FOUND, """
                被改动 replies/2024/a/index.html
                缺少 robots.txt
                多出 replies/.htaccess
                多出 replies/2024/c.html
                """);
    }

    @Test
    void aPageThatIsALinkIsNotThePage() throws IOException {
        Path page = copy.resolve("replies/2024/a/index.html");
        Path outside = project.path("outside.html");
        Files.move(page, outside);
        Files.createSymbolicLink(page, outside);
        verify(Main.FOUND, "被改动 replies/2024/a/index.html\n");
    }

    @Test
    void aManifestThatWasMadeToFitIsToldByTheRootThatSomebodyWroteDown() throws IOException {
        Path page = copy.resolve("robots.txt");
        Path manifest = copy.resolve("manifest-sha256.txt");
        String before = Hash.of(page);
        Files.writeString(page, "改过");
        Files.writeString(manifest, Files.readString(manifest).replace(before, Hash.of(page)));
        String now = Hash.of(manifest);
        verify(Main.DONE, "N 个文件与清单一致\n根哈希 " + now + "\n");
        verify(Main.FOUND, "根哈希是 " + now + "，不是给出的 ROOT\n", "--root", root);
    }

    @Test
    void withoutAManifestNothingIsProved() throws IOException {
        Files.delete(copy.resolve("manifest-sha256.txt"));
        verify(Main.FOUND, "COPY 里没有清单 manifest-sha256.txt，无法核对\n");
    }

    @Test
    void aSiteThatWasLeftUnfinishedIsSaidToBeSo() throws IOException {
        Path changes = copy.resolveSibling(".dafu/copy/changes");
        Files.createDirectories(changes.getParent());
        Files.writeString(changes, "remove x\n");
        String unfinished = "上一次生成在写入时中断，还没有完成；再运行一次 build 就会补完\n";
        verify(Main.FOUND, unfinished);
        Files.delete(copy.resolve("manifest-sha256.txt"));
        verify(Main.FOUND, unfinished + "COPY 里没有清单 manifest-sha256.txt，无法核对\n");
        Files.move(copy, project.path("gone"));
        verify(Main.FOUND, unfinished);
    }
}
