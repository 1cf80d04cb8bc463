package dafu.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dafu.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real builds, as processes, killed by the system at a call that changes the disk: each call of each kind in turn, and
 * writes at random. Afterwards the site is what it was, or what it was to be, or says that it is unfinished; the next
 * build completes it and leaves nothing behind.
 *
 * <p>A few points are tried in every run of the tests; {@code -Dcrash=all} tries all of them and hundreds of writes. What
 * kills is strace.
 */
class CrashTest {
    private static final Path STRACE = Path.of("/usr/bin/strace");
    private static final List<String> CALLS = List.of("mkdir", "rename", "unlink", "rmdir", "fsync");
    private static final boolean ALL = "all".equals(System.getProperty("crash"));
    private static final int WRITES = ALL ? 100 : 3;
    private static final String MISSED = "not reached";
    /** Of the points of a call, every so many one. */
    private static final int STEP = ALL ? 1 : 8;

    private static final String OLD = """
            -- content/archive.yml --
            title: 答复公开

            -- content/replies/a.md --
            ---
            title: 关于停车的答复
            answering-body: 示例市交通局
            date: 2024-03-04
            ---

            新增车位一千个。

            -- content/replies/b.md --
            ---
            title: 关于校园餐的答复
            answering-body: 示例市教育局
            date: 2024-03-05
            ---

            食堂每周公开菜单。

            -- content/replies/d.md --
            ---
            title: 关于水管的答复
            answering-body: 示例市水务局
            date: 2023-03-05
            ---

            已修好。
            """;

    @TempDir
    Path folder;

    private final Map<String, Integer> results = new TreeMap<>();

    @Test
    void aCleanBuildCanBeKilledAnywhere() throws Exception {
        Project project = new Project(folder, OLD);
        killed(project);
    }

    @Test
    void aBuildAfterAnEditCanBeKilledAnywhere() throws Exception {
        Project project = new Project(folder, OLD);
        project.built();
        project.write(
                "content/replies/a.md",
                project.text("content/replies/a.md").replace("一千", "八百").getBytes(StandardCharsets.UTF_8));
        killed(project);
    }

    @Test
    void aBuildThatRemovesAndMovesPagesCanBeKilledAnywhere() throws Exception {
        Project project = new Project(folder, OLD);
        project.built();
        // A page's folder becomes another's: a file goes before a folder comes, and the other way round.
        project.delete("content/replies/d.md").write("""
                -- content/replies/d/e.md --
                ---
                title: 关于河道的答复
                answering-body: 示例市水务局
                date: 2023-03-05
                ---

                新的一件。
                """);
        killed(project);
    }

    private void killed(Project project) throws Exception {
        assumeTrue(Files.isExecutable(STRACE), "left out: there is no " + STRACE);
        Path saved = folder.resolve("saved");
        Path wanted = folder.resolve("wanted");
        copy(folder.resolve("site"), saved.resolve("site"));
        copy(folder.resolve(".dafu"), saved.resolve(".dafu"));
        assertThat(project.build("--site", wanted + "/site").status()).isZero();
        SortedMap<String, String> before = files(project, "saved/site");
        SortedMap<String, String> after = files(project, "wanted/site");
        assertThat(after).isNotEqualTo(before);
        restore(saved);
        Map<String, Integer> calls = calls();
        // So that every run of the tests tries others.
        Random random = new Random(Long.getLong("junit.jupiter.execution.order.random.seed", 17));
        for (String call : CALLS) {
            int last = calls.getOrDefault(call, 0);
            assertThat(last).as(call).isPositive();
            for (int point = 1 + random.nextInt(Math.min(STEP, last)); point <= last; point += STEP) {
                killed(project, saved, before, after, call, point);
            }
        }
        for (int i = 0; i < WRITES; i++) {
            killed(project, saved, before, after, "write", 1 + random.nextInt(calls.get("write")));
        }
        int points = results.values().stream().mapToInt(n -> n).sum();
        int missed = results.entrySet().stream()
                .filter(each -> each.getKey().endsWith(MISSED))
                .mapToInt(Map.Entry::getValue)
                .sum();
        System.out.println("killed at " + (points - missed) + " points of " + calls + ": " + results);
        assertThat(missed).as("points that no thread came to, of %d", points).isLessThanOrEqualTo(points / 4);
    }

    private void restore(Path saved) throws IOException {
        delete(folder.resolve("site"));
        delete(folder.resolve(".dafu"));
        copy(saved.resolve("site"), folder.resolve("site"));
        copy(saved.resolve(".dafu"), folder.resolve(".dafu"));
    }

    /** Kills a build at such a call, and looks at what was left there. */
    private void killed(
            Project project,
            Path saved,
            SortedMap<String, String> before,
            SortedMap<String, String> after,
            String call,
            int point)
            throws Exception {
        restore(saved);
        String where = call + " " + point;
        boolean killed =
                build("--output=/dev/null", "--trace=" + call, "--inject=" + call + ":signal=SIGKILL:when=" + point);
        SortedMap<String, String> left = files(project, "site");
        boolean unfinished = Verifier.isUnfinished(folder.resolve("site"));
        String state = left.equals(before) ? "as before" : left.equals(after) ? "complete" : "unfinished, and says so";
        assertThat(killed ? unfinished || left.equals(before) || left.equals(after) : left.equals(after))
                .as("after a kill at %s the site is whole, or says that it is not", where)
                .isTrue();
        results.merge(call + ": " + (killed ? state : MISSED), 1, Integer::sum);
        assertThat(project.build().status()).as(where).isZero();
        assertThat(files(project, "site")).as(where).isEqualTo(after);
        assertThat(Verifier.verify(folder.resolve("site")).isIntact()).as(where).isTrue();
        try (Stream<Path> rest = Files.list(folder.resolve(".dafu/site"))) {
            assertThat(rest.map(file -> file.getFileName().toString()))
                    .as(where)
                    .isSubsetOf("lock", "clock", "memory");
        }
    }

    /** How many calls of each kind the thread makes that makes most of them: strace counts by thread. */
    private Map<String, Integer> calls() throws IOException, InterruptedException {
        Path log = folder.resolve("calls.txt");
        assertThat(build("--output=" + log, "--trace=write," + String.join(",", CALLS)))
                .isFalse();
        Map<String, Integer> byThread = new HashMap<>();
        Map<String, Integer> most = new TreeMap<>();
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            lines.map(line -> line.replaceFirst("\\(.*", ""))
                    .filter(call -> call.matches("\\d+ +\\w+"))
                    .forEach(call ->
                            most.merge(call.replaceFirst(".* ", ""), byThread.merge(call, 1, Integer::sum), Math::max));
        }
        return most;
    }

    /** Builds under strace with these options, and tells whether it was killed. */
    private boolean build(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(STRACE.toString(), "--follow-forks", "--quiet=all"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // What the virtual machine itself writes is no build's.
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                "dafu.cli.Main",
                "build",
                "--quiet",
                // Calls are counted by thread: so the same one always makes them.
                "--threads",
                "1"));
        IntStream.range(0, 3).forEach(i -> {
            String name = List.of("content", "layouts", "site").get(i);
            command.addAll(List.of("--" + name, folder.resolve(name).toString()));
        });
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed.txt").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        int status = process.exitValue();
        assertThat(status).as(Files.readString(folder.resolve("printed.txt"))).isIn(0, 137);
        return status == 137;
    }

    /** The files of a site; none where it is not there yet. */
    private SortedMap<String, String> files(Project project, String site) {
        return Files.exists(folder.resolve(site)) ? project.files(site) : new TreeMap<>();
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Path target = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(Files.isDirectory(file) ? target : target.getParent());
                    if (Files.isRegularFile(file)) {
                        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                    }
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path directory, @org.jspecify.annotations.Nullable IOException failed) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }
}
