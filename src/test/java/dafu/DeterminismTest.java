package dafu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same input gives the same bytes, wherever it is built. */
@Isolated("It changes the locale and the time zone of all.")
class DeterminismTest extends ProjectTest {
    private static final String FILES = """
            -- content/archive.yml --
            per-page: 2
            title: 答复档案 İıI
            topics: [{id: bus, name: 公交, aliases: [公共交通]}]
            -- content/pages/about.md --
            ---
            title: 关于
            ---
            见[答复](/replies/)。
            -- content/replies/map.png --
            png
            """ + replies();

    @Test
    void aSecondBuildFromNothingGivesTheSameBytes() {
        assertThat(site("--threads", "2")).isEqualTo(site("--threads", "2")).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "7"})
    void theNumberOfThreadsDoesNotShow(String threads) {
        assertThat(site("--threads", threads)).isEqualTo(site());
    }

    @ParameterizedTest
    @CsvSource({"tr-TR, Pacific/Kiritimati", "ar-SA-u-nu-arab, America/Adak", "th-TH-u-ca-buddhist, Asia/Kathmandu"})
    void theMachinesLocaleAndTimeZoneDoNotShow(String locale, String zone) {
        SortedMap<String, String> usual = site();
        Locale before = Locale.getDefault();
        TimeZone zoneBefore = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(site()).isEqualTo(usual);
        } finally {
            Locale.setDefault(before);
            TimeZone.setDefault(zoneBefore);
        }
    }

    @Test
    void theOrderInWhichFilesWereMadeDoesNotShow() {
        Project forwards = project(FILES).built();
        Project backwards = project("");
        List<String> files = new ArrayList<>(List.of(FILES.split("(?m)^(?=-- )")));
        java.util.Collections.reverse(files);
        files.forEach(backwards::write);
        assertThat(backwards.built().files("site")).isEqualTo(forwards.files("site"));
    }

    @Test
    void aBuildOverAnOlderSiteGivesTheBytesOfACleanOne() {
        Project project = project("-- content/replies/old/x.md --\n" + reply("topics: 旧\n", "旧"))
                .built();
        project.delete("content/replies/old/x.md").write(FILES).built();
        assertThat(project.files("site")).isEqualTo(site());
    }

    @ParameterizedTest
    @CsvSource({"tr, TR, Pacific/Kiritimati", "ar, EG, America/Adak"})
    void aProcessOfItsOwnGivesTheSameBytes(String language, String country, String zone) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        assertThat(inProcess(java, language, country, zone)).isEqualTo(site());
    }

    @Test
    void java25GivesTheSameBytes() throws Exception {
        Optional<Path> java = java25();
        assumeTrue(java.isPresent(), "left out: no Java 25 in /usr/lib/jvm nor at JAVA25_HOME");
        assertThat(inProcess(java.get(), "tr", "TR", "Asia/Kathmandu")).isEqualTo(site());
    }

    private SortedMap<String, String> site(String... options) {
        return project(FILES).built(options).files("site");
    }

    private SortedMap<String, String> inProcess(Path java, String language, String country, String zone)
            throws IOException, InterruptedException {
        Project project = project(FILES);
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx256m",
                        "-Duser.language=" + language,
                        "-Duser.country=" + country,
                        "-Duser.timezone=" + zone,
                        "-Dfile.encoding=ISO-8859-1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dafu.cli.Main")
                .directory(project.path("").toFile())
                .redirectErrorStream(true)
                .redirectOutput(project.path("log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(project.text("log")).isZero();
        return project.files("site");
    }

    private static Optional<Path> java25() throws IOException {
        List<Path> homes = new ArrayList<>();
        Optional.ofNullable(System.getenv("JAVA25_HOME")).map(Path::of).ifPresent(homes::add);
        Path installed = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(installed)) {
            try (Stream<Path> list = Files.list(installed)) {
                list.filter(home -> home.getFileName().toString().contains("25"))
                        .sorted()
                        .forEach(homes::add);
            }
        }
        return homes.stream()
                .map(home -> home.resolve("bin/java"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String replies() {
        StringBuilder files = new StringBuilder();
        for (int i = 1; i <= 9; i++) {
            files.append("-- content/replies/2024/r")
                    .append(i)
                    .append(".md --\n")
                    .append("""
                    ---
                    title: 对第%1$d号提案的答复 Iİı
                    kind: proposal
                    session: 市政协十四届二次会议
                    number: "%1$03d"
                    answering-body: 市交通运输局%2$d
                    date: 2024-0%1$d-02
                    topics: [公交, 港口%1$d, 公共交通]
                    aliases: [/old/%1$d.html, /old/%1$d/]
                    corrections: [{date: 2024-11-0%1$d, note: 更正里程}]
                    ---

                    ## 一、线路İ

                    两条[^1]，见[上一件](r%3$d.md)，电话0730-0000000。![](../map.png)

                    | 线路 | 里程 |
                    | --- | --- |
                    | 1 | %1$d |

                    [^1]: 一路。
                    """.formatted(i, i % 2, Math.max(1, i - 1)));
        }
        return files.toString();
    }
}
