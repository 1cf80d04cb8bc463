package dafu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dafu.publish.Publisher;
import dafu.publish.Sink;
import dafu.text.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A build that goes on from the last one in the same process, and is told which files have changed. */
class ResidentTest extends ProjectTest {
    private Project project;
    private Publisher publisher;
    private Memory memory;
    private Map<Path, String> seen;
    private Publisher.Result published;

    @BeforeEach
    void begin() throws IOException {
        project = project("""
                -- content/archive.yml --
                title: 示例市答复档案
                per-page: 3
                -- content/pages/about.md --
                ---
                title: 关于
                ---
                见[第一件](../replies/2024/a0.md)。
                -- layouts/assets/own.css --
                p{margin:1px}
                """);
        for (int i = 0; i < 9; i++) {
            project.write(
                    "content/replies/2024/a" + i + ".md",
                    reply("", "已经延长" + i + "路公交。").getBytes(UTF_8));
        }
        project.write("content/replies/2024/map.png", new byte[] {1});
        publisher = Publisher.open(project.path("site"));
        memory = Memory.of(publisher, options());
        seen = files();
        build();
    }

    @AfterEach
    void end() throws IOException {
        publisher.close();
    }

    private Options options() {
        return Options.of(
                project.path("content").toString(),
                project.path("layouts").toString(),
                Runtime.getRuntime().availableProcessors(),
                Optional.empty(),
                Optional.empty());
    }

    private Map<Path, String> files() throws IOException {
        try (Stream<Path> all = Stream.concat(
                Files.walk(project.path("content").toRealPath()),
                Files.walk(project.path("layouts").toRealPath()))) {
            return all.collect(Collectors.toMap(file -> file, file -> Files.isDirectory(file) ? "" : text(file)));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private Build.Result build() throws IOException {
        Build.Result result = Build.run(memory, new Progress());
        if (!result.hasErrors()) {
            published = publisher.commit();
            result.memory().save(published.root());
        }
        memory = result.memory();
        return result;
    }

    private Build.Result told(String... names) throws IOException {
        Path root = project.path("content").toRealPath().getParent();
        memory = memory.next(Optional.of(Stream.of(names).map(root::resolve).collect(Collectors.toSet())));
        return build();
    }

    private void edit(String name) {
        String file = "content/replies/2024/" + name + ".md";
        project.write(file, (project.text(file) + "\n另有一路在建。\n").getBytes(UTF_8));
    }

    @Test
    void nothingIsLookedAtButWhatHasChanged() throws IOException {
        edit("a4");
        edit("a5");
        Files.delete(project.path("content/replies/2024/a6.md"));
        project.write("site/replies/2024/a7/index.html", "damaged".getBytes(UTF_8));
        SortedMap<String, String> before = project.files("site");
        assertThat(told("content/replies/2024/a4.md").made()).isEqualTo(1);
        SortedMap<String, String> after = new TreeMap<>(project.files("site"));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.keySet()
                .removeIf(name -> name.startsWith("search/") || after.get(name).equals(before.get(name)));
        assertThat(after.keySet())
                .containsExactly(
                        "data/datapackage.json",
                        "data/index.html",
                        "data/replies.csv",
                        "data/replies.jsonl",
                        "data/text-2024.jsonl",
                        "manifest-sha256.txt",
                        "replies/2024/a4/index.html");
        assertThat(published.changedPages()).isEqualTo(3);
        assertThat(told().made()).isZero();
        assertThat(published.written()).isZero();
    }

    @Test
    void whatANewFileOrALostEventMayChangeIsLookedAt() throws IOException {
        edit("a4");
        memory = memory.next(Optional.empty());
        assertThat(build().made()).isEqualTo(1);
        project.write("content/replies/2024/.a4.md.swp", new byte[1]);
        assertThat(told("content/replies/2024/.a4.md.swp", "content/replies/2024/a4.md~")
                        .made())
                .isZero();
        project.write("content/replies/new/b.md", reply("", "新来的。").getBytes(UTF_8));
        assertThat(told("content/replies/new").made()).isEqualTo(10);
        Files.move(project.path("content/replies/new"), project.path("elsewhere"));
        assertThat(told("content/replies/new").made()).isEqualTo(9);
        assertThat(project.path("site/replies/new")).doesNotExist();
        project.write("layouts/assets/own.css", "p{margin:2px}".getBytes(UTF_8));
        assertThat(told("layouts/assets/own.css").made()).isEqualTo(9);
    }

    @Test
    void whatWasWrongIsMendedWithoutMakingAllAnew() throws IOException {
        String file = "content/replies/2024/a4.md";
        String good = project.text(file);
        project.write(file, good.replace("2024-03-02", "2024-13-02").getBytes(UTF_8));
        assertThat(told(file).hasErrors()).isTrue();
        edit("a5");
        assertThat(told("content/replies/2024/a5.md").hasErrors()).isTrue();
        project.write(file, good.getBytes(UTF_8));
        assertThat(told(file).made()).isEqualTo(1);
        assertThat(project.text("site/replies/2024/a5/index.html")).contains("另有一路在建。");
    }

    @Test
    void afterAnyChangeTheSiteAndTheFindingsAreThoseOfACleanBuild() throws IOException {
        Random random = new Random(Long.getLong("changes.seed", 7L));
        List<Runnable> changes = List.of(
                () -> edit("a" + random.nextInt(9)),
                () -> edit("a" + random.nextInt(9)),
                () -> write("a" + random.nextInt(9), reply("", "现已办结.请审阅第" + random.nextInt(9) + "路。")),
                () -> write("a" + random.nextInt(9), reply("summary: 一句话\n", "手机13000000000。")),
                () -> write(
                        "a" + random.nextInt(9),
                        reply("date: 2024-13-01\n", "错。").replaceFirst("date: 2024-03-02\n", "")),
                () -> write("a" + random.nextInt(9), reply("", "![图](map.png) 见[另一件](a1.md#s2)。\n\n## 二、下一步\n\n办理。")),
                () -> write("c" + random.nextInt(2), reply("status: draft\n", "还在写。")),
                () -> write("a" + random.nextInt(9) + ".proposal", "建议延长" + random.nextInt(9) + "路。\n"),
                () -> project.write("content/replies/2024/map.png", new byte[] {(byte) random.nextInt(9)}),
                () -> remove("content/replies/2024/map.png"),
                () -> remove("content/replies/2024/c0.md"),
                () -> remove("content/replies/2024/a1.proposal.md"),
                () -> project.write(
                        "content/pages/about.md", ("---\ntitle: 关于\n---\n" + random.nextInt()).getBytes(UTF_8)),
                () -> project.write(
                        "layouts/assets/own.css", ("p{margin:" + random.nextInt(5) + "px}").getBytes(UTF_8)),
                () -> project.write(
                        "content/archive.yml",
                        ("title: 示例市答复档案\nper-page: " + (3 + random.nextInt(3)) + "\n").getBytes(UTF_8)));
        for (int i = 0; i < Integer.getInteger("changes", 50); i++) {
            changes.get(random.nextInt(changes.size())).run();
            compare("change " + i);
        }
    }

    private void write(String name, String text) {
        project.write("content/replies/2024/" + name + ".md", text.getBytes(UTF_8));
    }

    private void remove(String name) {
        try {
            Files.deleteIfExists(project.path(name));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private void compare(String change) throws IOException {
        Map<Path, String> now = files();
        Set<Path> changed = new HashSet<>(now.keySet());
        changed.addAll(seen.keySet());
        changed.removeIf(file -> now.containsKey(file) && now.get(file).equals(seen.get(file)));
        seen = now;
        SortedMap<String, String> before = project.files("site");
        memory = memory.next(Optional.of(changed));
        List<Diagnostic> found = build().diagnostics();
        SortedMap<String, String> expected = new TreeMap<>();
        Build.Result clean = clean(expected);
        assertThat(found).as(change).isEqualTo(clean.diagnostics());
        assertThat(project.files("site")).as(change).isEqualTo(clean.hasErrors() ? before : expected);
    }

    private Build.Result clean(SortedMap<String, String> files) throws IOException {
        Path other = project.path("other");
        if (Files.exists(other)) {
            Files.move(other, project.path("old" + System.nanoTime()), StandardCopyOption.ATOMIC_MOVE);
        }
        try (Publisher fresh = Publisher.open(other.resolve("site"))) {
            Build.Result result = Build.run(options(), (Sink) fresh);
            if (!result.hasErrors()) {
                fresh.commit();
            }
            files.putAll(project.files("other/site"));
            return result;
        }
    }
}
