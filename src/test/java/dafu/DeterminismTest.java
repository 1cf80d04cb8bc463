package dafu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration archive has the same bytes wherever and however it is built. */
class DeterminismTest {
    @TempDir
    Path folder;

    @Test
    void timeZoneLocaleAndThreadsChangeNothing() throws IOException, InterruptedException {
        SortedMap<String, String> first = site("first", java(), List.of("-Duser.timezone=Asia/Shanghai"), "1");
        assertThat(site(
                        "second",
                        java(),
                        List.of("-Duser.timezone=Pacific/Apia", "-Duser.language=tr", "-Duser.country=TR"),
                        "7"))
                .isEqualTo(first);
        assertThat(site("third", java(), List.of("-Duser.language=ar", "-Dfile.encoding=ISO-8859-1"), "2"))
                .isEqualTo(first);
    }

    @Test
    void aNewerJdkChangesNothing() throws IOException, InterruptedException {
        Path newer = jdk25();
        assertThat(site("newer", newer, List.of(), "2")).isEqualTo(site("this", java(), List.of(), "2"));
    }

    private SortedMap<String, String> site(String name, Path java, List<String> options, String threads)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-cp", System.getProperty("java.class.path")));
        command.addAll(options);
        command.addAll(List.of(
                "dafu.cli.Main",
                "build",
                "--quiet",
                "--threads",
                threads,
                "--site",
                folder.resolve(name).toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".txt").toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve(name + ".txt")))
                .isZero();
        SortedMap<String, String> files = new TreeMap<>();
        try (var walk = Files.walk(folder.resolve(name))) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                files.put(
                        folder.resolve(name).relativize(file).toString(),
                        Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(files).hasSizeGreaterThan(100);
        return files;
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static Path jdk25() throws IOException {
        String named = System.getenv("JAVA25_HOME");
        if (named != null) {
            return Path.of(named, "bin", "java");
        }
        Path installed = Path.of("/usr/lib/jvm");
        Assumptions.assumeTrue(Files.isDirectory(installed), "no JDK 25 found: set JAVA25_HOME to one");
        try (var jdks = Files.list(installed)) {
            var found = jdks.filter(jdk -> String.valueOf(jdk.getFileName()).contains("-25-"))
                    .map(jdk -> jdk.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .findFirst();
            Assumptions.assumeTrue(found.isPresent(), "no JDK 25 found: set JAVA25_HOME to one");
            return found.get();
        }
    }
}
