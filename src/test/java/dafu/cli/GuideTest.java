package dafu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents tell people to type does what they say, in the order in which they say it. */
class GuideTest {
    @TempDir
    private Path folder;

    private static String commands(String document, String kind) throws IOException {
        Matcher block = Pattern.compile("(?ms)^```" + kind + "\\n(.*?)^```$")
                .matcher(Files.readString(Path.of("src/docs", document)));
        StringBuilder all = new StringBuilder("set -eu\n");
        while (block.find()) {
            all.append(block.group(1));
        }
        return all.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"editors.md", "editors-en.md"})
    void anEmptyFolderBecomesAPublicArchive(String document) throws IOException {
        Shell shell = new Shell(folder.resolve("commands"), "git");
        Path archive = Files.createDirectories(folder.resolve("archive"));
        Files.createFile(archive.resolve("dafu.jar"));
        String all = commands(document, "sh");
        for (String command : List.of("new", "check", "build", "import", "verify")) {
            assertThat(all).contains("java -jar dafu.jar " + command);
        }
        Shell.Ran ran = shell.run(archive, all).succeeds();
        assertThat(ran.printed()).contains(document.contains("-en") ? "root hash " : "根哈希 ");
        assertThat(Files.readString(archive.resolve("site/assets/theme.css"))).contains("#0b5d3b");
        String page = Files.readString(archive.resolve("site/replies/2024/cppcc-14-3-020/index.html"));
        assertThat(page).contains("notice-withdrawn", "datetime=\"2024-07-01\"");
        assertThat(archive.resolve("content/replies/2023/cppcc-14-2-038.md")).isRegularFile();
        assertThat(shell.run(archive, "git status --porcelain -- content layouts")
                        .printed())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"editors.md", "editors-en.md"})
    void aNumberIsTakenOutOfTheWholeHistory(String document) throws IOException {
        Shell shell = new Shell(folder.resolve("commands"), "git", "git-filter-repo");
        Path archive = Files.createDirectories(folder.resolve("archive"));
        shell.run(archive, """
                        set -eu
                        git init --quiet
                        mkdir -p content/replies
                        echo '联系人 13000000000' > content/replies/a.md
                        git add --all
                        git commit --quiet --message 甲
                        echo '联系人 130****0000' > content/replies/a.md
                        git commit --quiet --all --message 乙
                        """).succeeds();
        assertThat(shell.run(archive, commands(document, "sh-history"))
                        .succeeds()
                        .printed())
                .endsWith("0\n");
        assertThat(shell.run(archive, "git log --all --patch --format=").printed())
                .contains("联系人 130****0000")
                .doesNotContain("13000000000");
    }

    @Test
    void theHostsPageRunsAsItStands() throws IOException {
        Shell shell = new Shell(folder.resolve("commands"));
        Path archive = Files.createDirectories(folder.resolve("archive/content/replies"))
                .getParent()
                .getParent();
        Files.writeString(
                archive.resolve("content/replies/a.md"), "---\n标题: 甲\n主办单位: 乙局\n答复日期: 2024-03-02\n---\n\n丙。\n");
        shell.run(archive, commands("hosts.md", "sh")).succeeds();
        assertThat(archive.resolve("site/.nojekyll")).isRegularFile();
    }
}
