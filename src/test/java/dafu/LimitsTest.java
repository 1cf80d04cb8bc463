package dafu;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.cli.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Archives that are out of all proportion in one way: they build in little memory, or it is said what is too much. */
class LimitsTest extends ProjectTest {
    @Test
    void aReplyOfFiveMegabytesIsBuilt() throws Exception {
        Project project = project("-- content/replies/2023/a.md --\n"
                + reply("", "## 一、线路\n\n已经延长两路公交，增加夜间班次，方便沿线居民出行。\n\n".repeat(55_000)));
        assertThat(project.text("content/replies/2023/a.md").length()).isGreaterThan(1_700_000);
        assertThat(built(project, 384)).contains("1 replies made anew");
        assertThat(project.page("replies/2023/a/").select("h2")).hasSizeGreaterThan(50_000);
    }

    @Test
    void aTableOfAHundredThousandRowsIsReportedWhereItBecomesTooLong() {
        project("-- content/replies/2023/a.md --\n" + reply("", "| 线路 |\n| --- |\n" + "| 一路 |\n".repeat(100_000)))
                .finds("""
                        content/replies/2023/a.md:10007:1: error[too-large]: 表格超过 10000 行
                            作为附件公开，如 csv 或 xlsx
                        """);
    }

    @Test
    void aTopicThatEveryReplyUsesIsListedInPages() throws Exception {
        Project project = project(IntStream.range(0, 1200)
                .mapToObj(i -> "-- content/replies/2023/r" + i + ".md --\n" + reply("topics: [公交]\n", "已经延长。"))
                .collect(Collectors.joining()));
        assertThat(built(project, 256)).contains("1200 replies made anew");
        assertThat(project.files("site/topics").keySet()).anyMatch(name -> name.endsWith("/page/12/index.html"));
    }

    @Test
    void aReplyWithFiveThousandProposersIsBuilt() throws Exception {
        String proposers = IntStream.range(0, 5000)
                .mapToObj(i -> "代表" + (char) ('一' + i % 100) + (char) ('乙' + i / 100))
                .collect(Collectors.joining(", ", "proposers: [", "]\n"));
        Project project = project("-- content/replies/2023/a.md --\n" + reply(proposers, "已经延长。"));
        assertThat(built(project, 256)).contains("1 replies made anew");
        assertThat(project.files("site/proposers")).hasSizeGreaterThan(5000);
    }

    @Test
    void threeHundredLevelsOfFoldersAreAnAddressToo() throws Exception {
        String folders = "a/".repeat(300);
        Project project = project("-- content/replies/" + folders + "x.md --\n" + reply("", "已经延长。"));
        assertThat(built(project, 128)).contains("1 replies made anew");
        assertThat(project.page("replies/" + folders + "x/")
                        .select("link[rel=stylesheet]")
                        .attr("href"))
                .startsWith("../".repeat(302) + "assets/");
    }

    /** Whatever lies in the folder, a build ends within a minute and a quarter of a gigabyte, and names all of it. */
    @Test
    void whatWouldTakeAllMemoryOrWaitForeverIsReported() throws Exception {
        Project project = project("-- content/replies/a.md --\n" + reply("", "已经延长。"));
        String bomb = IntStream.range(1, 30)
                .mapToObj(i -> "  - &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i - 1, i - 1, i - 1))
                .collect(Collectors.joining("", "topics:\n  - &a0 公交\n", ""));
        project.write("content/replies/bomb.md", reply(bomb, "正文").getBytes(StandardCharsets.UTF_8));
        String deep = "topics: " + "[".repeat(100_000) + "]".repeat(100_000) + "\n";
        project.write("content/replies/deep.md", reply(deep, "正文").getBytes(StandardCharsets.UTF_8));
        String value = "summary: " + "很长".repeat(1_500_000) + "\n";
        project.write("content/replies/value.md", reply(value, "正文").getBytes(StandardCharsets.UTF_8));
        project.write(
                "content/replies/line.md", reply("", "一句话，".repeat(800_000)).getBytes(StandardCharsets.UTF_8));
        project.write("content/replies/zeros.md", new byte[4 << 20]);
        project.write("content/replies/huge.md", new byte[11 << 20]);
        Files.createSymbolicLink(project.path("content/replies/loop.md"), Path.of("loop.md"));
        Files.createSymbolicLink(project.path("content/replies/endless.md"), Path.of("/dev/zero"));
        assertThat(new ProcessBuilder(
                                "mkfifo",
                                project.path("content/replies/pipe.md").toString())
                        .start()
                        .waitFor())
                .isZero();
        String said = run(project, 256, 60, Main.FOUND);
        project.delete("content/replies/loop.md").delete("content/replies/endless.md");
        Map<String, String> first = new TreeMap<>();
        Matcher finding = Pattern.compile("(?m)^content/replies/(\\w+)\\.md:\\d+:\\d+: error\\[(.*?)]")
                .matcher(said);
        while (finding.find()) {
            first.putIfAbsent(finding.group(1), finding.group(2));
        }
        assertThat(first)
                .isEqualTo(Map.of(
                        "bomb", "yaml",
                        "deep", "yaml",
                        "endless", "link-outside",
                        "huge", "too-large",
                        "loop", "link-outside",
                        "pipe", "link-outside",
                        "value", "yaml",
                        "zeros", "front-matter"));
    }

    /** Builds in a process of its own with a heap of so many megabytes, and gives what it says. */
    private static String built(Project project, int megabytes) throws IOException, InterruptedException {
        return run(project, megabytes, 300, Main.DONE);
    }

    private static String run(Project project, int megabytes, int seconds, int status)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-cp",
                System.getProperty("java.class.path"),
                "dafu.cli.Main",
                "--lang",
                "en"));
        Process process = new ProcessBuilder(command)
                .directory(project.path("").toFile())
                .redirectErrorStream(true)
                .redirectOutput(project.path("log").toFile())
                .start();
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        String log = project.text("log");
        assertThat(process.exitValue())
                .as(log.substring(0, Math.min(3000, log.length())))
                .isEqualTo(status);
        return log;
    }
}
