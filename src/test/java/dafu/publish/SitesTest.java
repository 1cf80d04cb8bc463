package dafu.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dafu.Project;
import dafu.ProjectTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the command does to the folder that holds the site. */
class SitesTest extends ProjectTest {
    /** How much more of a small disk is left each time; {@code -Dcrash=all} tries every block. */
    private static final int ROOM = "all".equals(System.getProperty("crash")) ? 4 << 10 : 64 << 10;

    @Test
    void aSecondBuildWritesNothing() {
        Project project = project("-- content/replies/a.md --\n" + reply("", "公开"));
        project.built();
        SortedMap<String, String> first = project.files("site");
        assertThat(project.build().out()).contains("写入文件 0 个，移除 0 个；");
        assertThat(project.files("site")).isEqualTo(first);
    }

    @Test
    void anErrorLeavesWhatWasPublishedAsItWas() {
        Project project = project("-- content/replies/a.md --\n" + reply("", "公开"));
        project.built();
        project.write("""
                -- content/replies/a.md --
                %s
                -- content/replies/b.md --
                公开
                """.formatted(reply("", "改动"))).finds("""
                content/replies/b.md:1:1: error[front-matter]: 文件开头没有元数据
                    第一行写三个半角连字符 ---，接着每行一个“键: 值”，再以一行 --- 结束
                """);
    }

    @Test
    void aPageWhoseSourceIsGoneDisappearsWithItsFolder() {
        Project project = project("""
                -- content/replies/2023/a.md --
                %s
                -- content/replies/2024/b.md --
                %s
                """.formatted(reply("topics: 港口\n", "公开"), reply("", "公开")));
        project.built();
        Project other = project("-- content/replies/2024/b.md --\n" + reply("", "公开"));
        other.built();
        project.delete("content/replies/2023/a.md").built();
        assertThat(project.files("site")).isEqualTo(other.files("site"));
        assertThat(project.path("site/replies/2023")).doesNotExist();
        assertThat(project.path("site/topics")).doesNotExist();
    }

    @Test
    void aForeignFileWhereAPageWouldGoStopsTheBuild() {
        Project project = project("""
                -- content/replies/a.md --
                %s
                -- site/replies/a/index.html --
                mine
                -- site/years --
                mine
                -- site/CNAME --
                example.org
                """.formatted(reply("", "公开")));
        SortedMap<String, String> before = project.files("site");
        project.build().fails("""
                dafu: 有 2 个不是本程序生成的文件占了页面的位置，什么都没有改动
                    replies/a/index.html
                    years
                    把它们移走，或用 --site 换一个文件夹
                """);
        assertThat(project.files("site")).isEqualTo(before);
    }

    @Test
    void aSecondBuildAtTheSameTimeStops() throws IOException {
        Project project = project("-- content/replies/a.md --\n" + reply("", "公开"));
        try (Publisher first = Publisher.open(project.path("site"))) {
            project.build().fails("""
                    dafu: 另一个 dafu 正在写这个文件夹，等它结束再运行
                    """);
            project.build("--lang", "en").fails("""
                    dafu: another dafu is writing to this folder; run again when it has ended
                    """);
            first.commit();
        }
        project.built();
    }

    @Test
    void aFullDiskIsSaidAndLeavesTheSiteAsItWas() throws Exception {
        Project project = project("-- content/replies/a.md --\n" + reply("", "公开"));
        Path disk = mounted(project, "tmpfs", "-t", "tmpfs", "-o", "size=512k", "tmpfs");
        try {
            project.built("--site", disk + "/site");
            SortedMap<String, String> before = project.files("tmpfs/site");
            project.write("""
                    -- content/replies/a.md --
                    %s
                    """.formatted(reply("attachments: [{file: a.pdf}]\n", "公开")))
                    .write("content/replies/a.pdf", new byte[1 << 20]);
            Project.Outcome outcome = project.build("--site", disk + "/site");
            outcome.fails("""
                    dafu: 磁盘已满，写不下 replies/a/a.pdf；腾出空间再运行
                        已公开的内容没有变动
                    """);
            assertThat(project.files("tmpfs/site")).isEqualTo(before);
            project.delete("content/replies/a.pdf").write("-- content/replies/a.md --\n" + reply("", "改动"));
            project.built("--site", disk + "/site");
        } finally {
            run("umount", disk.toString());
        }
    }

    /** The disk has room for less and less: the build stops in the middle of everything that it writes. */
    @Test
    void aDiskThatFillsAnywhereLeavesTheOldSiteOrTheNewOrOneThatSaysItIsUnfinished() throws Exception {
        Project project = project("-- content/replies/a.md --\n" + reply("", "公开"));
        Path disk = mounted(project, "tmpfs", "-t", "tmpfs", "-o", "size=4m", "tmpfs");
        try {
            Path site = disk.resolve("site");
            project.write("-- content/replies/2023/b.md --\n" + reply("topics: [公交]\n", "也公开"));
            project.built("--site", disk + "/new");
            SortedMap<String, String> after = project.files("tmpfs/new");
            project.delete("content/replies/2023/b.md").built("--site", site.toString());
            SortedMap<String, String> before = project.files("tmpfs/site");
            project.write("-- content/replies/2023/b.md --\n" + reply("topics: [公交]\n", "也公开"));
            SortedMap<String, Integer> results = new TreeMap<>();
            for (int room = 0; results.getOrDefault("complete", 0) < 3; room += ROOM) {
                byte[] filler = new byte[(int) disk.toFile().getUsableSpace() - room];
                Files.write(disk.resolve("filler"), filler);
                int status = project.build("--site", site.toString()).status();
                SortedMap<String, String> left = project.files("tmpfs/site");
                boolean unfinished = Verifier.verify(site).unfinished();
                String result = left.equals(after) && status == 0
                        ? "complete"
                        : left.equals(before) ? "as before" : unfinished ? "unfinished, and says so" : "torn";
                results.merge(result, 1, Integer::sum);
                assertThat(result).as("with room for %d bytes", room).isNotEqualTo("torn");
                Files.delete(disk.resolve("filler"));
                project.built("--site", site.toString());
                assertThat(project.files("tmpfs/site"))
                        .as("with room again, after %d", room)
                        .isEqualTo(after);
                assertThat(Verifier.verify(site).isIntact()).isTrue();
                project.delete("content/replies/2023/b.md").built("--site", site.toString());
                assertThat(project.files("tmpfs/site")).isEqualTo(before);
                project.write("-- content/replies/2023/b.md --\n" + reply("topics: [公交]\n", "也公开"));
            }
            System.out.println("a full disk at as many points as are said: " + results);
            assertThat(results).containsKey("as before");
        } finally {
            run("umount", disk.toString());
        }
    }

    @Test
    void aFolderThatMayNotBeWrittenIsSaid() throws Exception {
        Project project = project("-- content/replies/a.md --\n" + reply("", "公开"));
        Path disk = mounted(project, "readonly", "-t", "tmpfs", "-o", "ro,size=64k", "tmpfs");
        try {
            project.build("--site", disk + "/site").fails("""
                    dafu: 没有权限写或读 readonly/.dafu；核对这个文件夹的权限
                        已公开的内容没有变动
                    """);
            project.build("--site", disk + "/site", "--lang", "en").fails("""
                    dafu: no permission to write or read readonly/.dafu; check the folder's permissions
                        what was published has not changed
                    """);
        } finally {
            run("umount", disk.toString());
        }
    }

    /** The commit point is past, so some of the site is new: that has to be said, and the next build makes the rest. */
    @Test
    void aPartOfTheSiteThatMayNotBeWrittenLeavesItUnfinishedAndSaysSo() throws Exception {
        Project project = project("-- content/replies/2024/a.md --\n" + reply("", "公开"));
        project.built();
        Project other = project("-- content/replies/2024/a.md --\n" + reply("", "改动"));
        other.built();
        Path page = project.path("site/replies/2024/a");
        String why = "left out: only root can make a folder unwritable for root, and not everywhere";
        assumeTrue(run("mount", "--bind", page.toString(), page.toString()) == 0, why);
        try {
            assumeTrue(run("mount", "-o", "remount,ro,bind", page.toString()) == 0, why);
            project.write("-- content/replies/2024/a.md --\n" + reply("", "改动"));
            for (int i = 0; i < 2; i++) {
                project.build().fails("""
                        dafu: 没有权限写或读 site/replies/2024/a/index.html；核对这个文件夹的权限
                            网站只换了一部分；处理好再运行一次 build，就会补完
                        """);
                assertThat(Verifier.verify(project.path("site")).unfinished()).isTrue();
            }
        } finally {
            run("umount", page.toString());
        }
        project.built();
        assertThat(project.files("site")).isEqualTo(other.files("site"));
        assertThat(Verifier.verify(project.path("site")).isIntact()).isTrue();
    }

    @Test
    void aLinkToASiteIsThatSite() throws IOException {
        Project project = project("-- content/replies/a.md --\n" + reply("", "公开"));
        project.built();
        Files.createSymbolicLink(project.path("current"), project.path("site"));
        try (Publisher first = Publisher.open(project.path("current"))) {
            project.build().fails("""
                    dafu: 另一个 dafu 正在写这个文件夹，等它结束再运行
                    """);
            assertThat(first.memory())
                    .isEqualTo(project.path("site").toRealPath().resolveSibling(".dafu/site/memory"));
        }
    }

    @Test
    void aSecondProcessAtTheSameTimeStops() throws Exception {
        Project project = project("-- content/replies/a.md --\n" + reply("", "公开"));
        project.built();
        SortedMap<String, String> before = project.files("site");
        project.write("-- content/replies/a.md --\n" + reply("", "改动"));
        Path said = project.path("said.txt");
        try (Publisher first = Publisher.open(project.path("site"))) {
            Process second = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "dafu.cli.Main",
                            "build",
                            "--lang=en",
                            "--content=" + project.path("content"),
                            "--layouts=" + project.path("layouts"),
                            "--site=" + project.path("site"))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            assertThat(second.waitFor()).isEqualTo(2);
            assertThat(said).hasContent("dafu: another dafu is writing to this folder; run again when it has ended\n");
            assertThat(first.memory()).exists();
        }
        assertThat(project.files("site")).isEqualTo(before);
        project.built();
        assertThat(project.text("site/replies/a/index.html")).contains("改动");
    }

    @Test
    void aBuildThatCannotKeepAnythingForTheNextIsPublishedAllTheSame() throws IOException {
        Project project = project("-- content/replies/a.md --\n" + reply("", "公开"));
        Files.createDirectories(project.path(".dafu/site/memory/in-the-way"));
        Project.Outcome outcome = project.build();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEqualTo("""
                dafu: 已经公开；只是没能为下一次生成留下记录，下一次从头做起
                """);
        assertThat(Verifier.verify(project.path("site")).isIntact()).isTrue();
        assertThat(project.path(".dafu/site/memory.new")).doesNotExist();
    }

    private static Path mounted(Project project, String name, String... options) throws Exception {
        Path disk = Files.createDirectories(project.path(name));
        String[] command = new String[options.length + 2];
        command[0] = "mount";
        System.arraycopy(options, 0, command, 1, options.length);
        command[command.length - 1] = disk.toString();
        assumeTrue(run(command) == 0, "left out: only root can mount a small disk, and not everywhere");
        return disk;
    }

    private static int run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException noSuchCommand) {
            return 127;
        }
    }
}
