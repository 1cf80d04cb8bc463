package dafu.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dafu.cache.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublisherTest {
    private static final SortedMap<String, String> OLD = new TreeMap<>(Map.of(
            "index.html",
            "old home",
            "a/index.html",
            "a",
            "b/c/index.html",
            "gone",
            "d",
            "a file",
            "same.txt",
            "same"));
    private static final SortedMap<String, String> NEW = new TreeMap<>(Map.of(
            "index.html",
            "new home",
            "a/index.html",
            "a",
            "a/b/index.html",
            "b",
            "d/e.txt",
            "below d",
            "same.txt",
            "same"));

    @TempDir
    private Path folder;

    @Test
    void aSiteBecomesWhatWasPutAndNothingElse() throws IOException {
        publish(OLD);
        Publisher.Result result = publish(NEW);
        assertThat(files("site")).isEqualTo(withManifest(NEW));
        assertThat(result.files()).isEqualTo(5);
        assertThat(result.bytes()).isEqualTo(21);
        assertThat(result.written()).isEqualTo(3);
        assertThat(result.newPages()).isEqualTo(1);
        assertThat(result.changedPages()).isEqualTo(1);
        assertThat(result.removed()).isEqualTo(2);
        assertThat(result.root()).isEqualTo(Hash.of(manifest(NEW).getBytes(UTF_8)));
        assertThat(folder.resolve("site/b")).doesNotExist();
    }

    @Test
    void theSameFilesAgainWriteNothing() throws IOException {
        publish(OLD);
        var times = times();
        Publisher.Result result = publish(OLD);
        assertThat(result.written()).isZero();
        assertThat(result.removed()).isZero();
        assertThat(times()).isEqualTo(times);
    }

    @Test
    void whatIsNotCommittedIsNotSeen() throws IOException {
        publish(OLD);
        try (Publisher publisher = Publisher.open(folder.resolve("site"))) {
            NEW.forEach((path, text) -> publisher.put(path, text.getBytes(UTF_8)));
            assertThat(files("site")).isEqualTo(withManifest(OLD));
        }
        assertThat(files("site")).isEqualTo(withManifest(OLD));
        assertThat(files(".dafu").keySet()).containsExactly(".gitignore", "site/lock");
    }

    @Test
    void aSiteThatIsKeptChangesByWhatIsPutAndDroppedAlone() throws IOException {
        String root = publish(OLD).root();
        SortedMap<String, String> expected = new TreeMap<>(OLD);
        expected.putAll(Map.of("index.html", "new home", "x/index.html", "x", "y/index.html", "y"));
        expected.remove("b/c/index.html");
        try (Publisher publisher = Publisher.open(folder.resolve("site"))) {
            assertThat(publisher.keep(root, new long[OLD.size()])).isTrue();
            publisher.drop("b/c/index.html");
            publisher.put("index.html", "new home".getBytes(UTF_8));
            publisher.put("x/index.html", "x".getBytes(UTF_8));
            publisher.put("y/index.html", "y".getBytes(UTF_8));
            publisher.put("a/index.html", "a".getBytes(UTF_8));
            assertThat(publisher.has("a/index.html")).isTrue();
            assertThat(publisher.has("x/index.html")).isTrue();
            assertThat(publisher.has("b/c/index.html")).isFalse();
            assertThat(publisher.has("z")).isFalse();
            assertThat(publisher.published("d"))
                    .hasValueSatisfying(
                            bytes -> assertThat(bytes).asString(UTF_8).isEqualTo("a file"));
            assertThat(publisher.published("index.html")).isEmpty();
            assertThat(publisher.published("b/c/index.html")).isEmpty();
            SortedMap<String, Long> sizes = new TreeMap<>();
            publisher.sizes(sizes::put);
            SortedMap<String, Long> wanted = new TreeMap<>();
            expected.forEach((path, text) -> wanted.put(path, (long) text.length()));
            assertThat(sizes).isEqualTo(wanted);
            Publisher.Result result = publisher.commit();
            assertThat(files("site")).isEqualTo(withManifest(expected));
            assertThat(result)
                    .isEqualTo(new Publisher.Result(
                            6,
                            expected.values().stream().mapToInt(String::length).sum(),
                            3,
                            2,
                            1,
                            1,
                            Hash.of(manifest(expected).getBytes(UTF_8))));
            // The next build of the same process begins with nothing, and keeps by the root alone.
            assertThat(publisher.has("index.html")).isFalse();
            assertThat(publisher.keep(result.root(), new long[0])).isTrue();
            assertThat(publisher.has("index.html")).isTrue();
            publisher.restart();
            assertThat(publisher.has("index.html")).isFalse();
        }
    }

    @Test
    void whatIsTakenBackLeavesNothing() throws IOException {
        String root = publish(OLD).root();
        write("site/mine", "mine");
        try (Publisher publisher = Publisher.open(folder.resolve("site"))) {
            assertThat(publisher.keep(root, new long[OLD.size()])).isTrue();
            publisher.drop("d");
            publisher.put("index.html", "new home".getBytes(UTF_8));
            publisher.put("mine", "ours".getBytes(UTF_8));
            publisher.put("e/index.html", "e".getBytes(UTF_8));
            publisher.restart();
            assertThat(files(".dafu").keySet()).containsExactly(".gitignore", "site/lock");
            assertThat(publisher.keep(root, new long[OLD.size()])).isTrue();
            Publisher.Result result = publisher.commit();
            assertThat(result.written()).isZero();
            assertThat(result.removed()).isZero();
            assertThat(result.root()).isEqualTo(root);
        }
        SortedMap<String, String> expected = withManifest(OLD);
        expected.put("mine", "mine");
        assertThat(files("site")).isEqualTo(expected);
    }

    @Test
    void nothingIsKeptWhereAnythingIsNotAsItWasPublished() throws IOException {
        String root = publish(OLD).root();
        long[] marks;
        try (Publisher publisher = Publisher.open(folder.resolve("site"))) {
            assertThat(publisher.keep(root, new long[OLD.size() - 1])).isFalse();
            assertThat(publisher.keep("0".repeat(64), new long[OLD.size()])).isFalse();
            assertThat(publisher.has("index.html")).isFalse();
            assertThat(publisher.keep(root, new long[OLD.size()])).isTrue();
            marks = publisher.marks();
        }
        assertThat(marks).hasSize(OLD.size());
        write("site/same.txt", "sane");
        try (Publisher publisher = Publisher.open(folder.resolve("site"))) {
            assertThat(publisher.keep(root, marks)).isFalse();
        }
        delete(folder.resolve("site/same.txt"));
        try (Publisher publisher = Publisher.open(folder.resolve("site"))) {
            assertThat(publisher.keep(root, marks)).isFalse();
        }
        assertThat(publish(OLD).written()).isEqualTo(1);
        delete(folder.resolve("site/" + Manifest.NAME));
        try (Publisher publisher = Publisher.open(folder.resolve("site"))) {
            assertThat(publisher.keep(root, marks)).isFalse();
        }
    }

    @Test
    void aFileAtRestIsKnownByItsMarkAloneAndReadWhereThatChanged() throws IOException {
        String root = publish(OLD).root();
        for (String file : OLD.keySet()) {
            Files.setLastModifiedTime(folder.resolve("site/" + file), FileTime.fromMillis(0));
        }
        try (Publisher publisher = Publisher.open(folder.resolve("site"))) {
            assertThat(publisher.keep(root, new long[OLD.size()])).isTrue();
            // Its inode has just changed, so a change now might not show.
            assertThat(publisher.marks()).containsOnly(0);
        }
    }

    @Test
    void ofAKeptFileSomeLinesAreReplaced() throws IOException {
        publish(new TreeMap<>(Map.of("a.csv", "a,\"1\n2\"\nb\nc\n", "b.txt", "same")));
        SortedMap<Integer, byte[]> lines = new TreeMap<>(Map.of(1, "B\n".getBytes(UTF_8)));
        try (Publisher publisher = Publisher.open(folder.resolve("site"))) {
            String root = Hash.of(folder.resolve("site/" + Manifest.NAME));
            assertThat(publisher.keep(root, new long[2])).isTrue();
            assertThat(publisher.patch("b.txt", new TreeMap<>())).isEqualTo(made("same"));
            assertThat(publisher.patch("a.csv", lines)).isEqualTo(made("a,\"1\n2\"\nB\nc\n"));
            publisher.commit();
        }
        assertThat(files("site"))
                .isEqualTo(withManifest(new TreeMap<>(Map.of("a.csv", "a,\"1\n2\"\nB\nc\n", "b.txt", "same"))));
    }

    private static Sink.Made made(String text) {
        return new Sink.Made(text.length(), Hash.of(text.getBytes(UTF_8)));
    }

    /** As many moves and removals have been made as the number says when the process is killed. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void aBuildThatWasKilledAfterItsCommitPointIsFinishedByTheNext(int steps) throws IOException {
        finish(steps, "");
    }

    /** Earlier versions named what they put as well. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void soIsOneOfAnEarlierVersion(int steps) throws IOException {
        finish(steps, """
                put a/b/index.html
                put d/e.txt
                put index.html
                put manifest-sha256.txt
                """);
    }

    @Test
    void aListThatRemovesNothingIsOneAllTheSame() throws IOException {
        publish(OLD);
        SortedMap<String, String> more = new TreeMap<>(OLD);
        more.put("e/index.html", "e");
        stage(more);
        write(".dafu/site/changes", "");
        assertThat(Workspace.isUnfinished(folder.resolve("site"))).isTrue();
        Publisher.open(folder.resolve("site")).close();
        assertThat(files("site")).isEqualTo(withManifest(more));
        assertThat(files(".dafu").keySet()).containsExactly(".gitignore", "site/lock");
    }

    private void finish(int steps, String more) throws IOException {
        publish(OLD);
        stage(NEW);
        Path site = folder.resolve("site");
        Path stage = folder.resolve(".dafu/site/stage");
        write(".dafu/site/changes", """
                remove b/c/index.html
                remove d
                """ + more);
        Runnable[] work = {
            () -> delete(site.resolve("d")),
            () -> move(stage.resolve("a/b"), site.resolve("a/b")),
            () -> move(stage.resolve("d"), site.resolve("d")),
            () -> move(stage.resolve("index.html"), site.resolve("index.html")),
            () -> delete(site.resolve("b/c/index.html")),
            () -> move(stage.resolve(Manifest.NAME), site.resolve(Manifest.NAME))
        };
        for (int i = 0; i < steps; i++) {
            work[i].run();
        }
        assertThat(Workspace.isUnfinished(site)).isTrue();
        Publisher.open(site).close();
        assertThat(files("site")).isEqualTo(withManifest(NEW));
        assertThat(Workspace.isUnfinished(site)).isFalse();
        assertThat(files(".dafu").keySet()).containsExactly(".gitignore", "site/lock");
        assertThat(site.resolve("b")).doesNotExist();
    }

    @Test
    void aBuildThatWasKilledBeforeItsCommitPointIsForgotten() throws IOException {
        publish(OLD);
        stage(NEW);
        write(".dafu/site/changes.new", "remove index.html\nput a/b/ind");
        Publisher.open(folder.resolve("site")).close();
        assertThat(files("site")).isEqualTo(withManifest(OLD));
        assertThat(files(".dafu").keySet()).containsExactly(".gitignore", "site/lock");
    }

    @Test
    void foreignFilesAndGitignoreStay() throws IOException {
        write("site/.gitignore", "*\n");
        write("site/CNAME", "example.org\n");
        write("site/b/c/notes.txt", "mine");
        publish(OLD);
        publish(NEW);
        SortedMap<String, String> expected = withManifest(NEW);
        expected.putAll(Map.of(".gitignore", "*\n", "CNAME", "example.org\n", "b/c/notes.txt", "mine"));
        assertThat(files("site")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "a/b/index.html", "a/b", "d/e.txt/x", "d/e.txt/x/y", "d"})
    void aForeignFileInTheWayStopsTheBuildBeforeAnythingIsChanged(String foreign) throws IOException {
        write("site/" + foreign, "mine");
        write("site/other.txt", "mine");
        SortedMap<String, String> before = files("site");
        assertThatThrownBy(() -> publish(NEW)).isInstanceOf(ConflictException.class);
        assertThat(files("site")).isEqualTo(before);
        assertThat(files(".dafu").keySet()).containsExactly(".gitignore", "site/lock");
    }

    @Test
    void aForeignFileWithTheSameBytesIsNotInTheWay() throws IOException {
        write("site/index.html", "new home");
        publish(NEW);
        assertThat(files("site")).isEqualTo(withManifest(NEW));
    }

    @Test
    void aPageThatSomebodyChangedIsMended() throws IOException {
        publish(NEW);
        write("site/a/index.html", "changed");
        assertThat(publish(NEW).written()).isEqualTo(1);
        assertThat(files("site")).isEqualTo(withManifest(NEW));
    }

    @Test
    void aTamperedManifestRemovesNothingOutsideAndNothingHidden() throws IOException {
        publish(NEW);
        write("secret.txt", "mine");
        write("site/.gitignore", "*\n");
        String hash = "0".repeat(64) + "  ";
        String lines = hash + "../secret.txt\n" + hash + "a/../../secret.txt\n" + hash + folder.resolve("secret.txt")
                + "\n"
                + hash + ".gitignore\n" + hash + "a//../x\n" + hash + "./index.html\n" + hash + "a\\..\\x\n" + hash
                + "x\0y\n" + "short\n" + hash + "\n" + hash + "long/".repeat(300_000) + "x\n";
        Files.write(
                folder.resolve("site/" + Manifest.NAME),
                (lines + "\u00ff\u00fe").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        publish(NEW);
        assertThat(folder.resolve("secret.txt")).hasContent("mine");
        SortedMap<String, String> expected = withManifest(NEW);
        expected.put(".gitignore", "*\n");
        assertThat(files("site")).isEqualTo(expected);
    }

    @Test
    void aFolderThatIsALinkIsNotWrittenThrough() throws IOException {
        write("elsewhere/mine.txt", "mine");
        Files.createDirectories(folder.resolve("site"));
        Files.createSymbolicLink(folder.resolve("site/a"), Path.of("../elsewhere"));
        assertThatThrownBy(() -> publish(NEW))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.paths()).containsExactly("a"));
        assertThat(files("elsewhere")).isEqualTo(Map.of("mine.txt", "mine"));
        assertThat(files("site")).isEmpty();
    }

    @Test
    void nothingIsRemovedThroughAFolderThatIsALink() throws IOException {
        publish(OLD);
        write("elsewhere/c/index.html", "mine");
        delete(folder.resolve("site/b/c/index.html"));
        Files.delete(folder.resolve("site/b/c"));
        Files.delete(folder.resolve("site/b"));
        Files.createSymbolicLink(folder.resolve("site/b"), Path.of("../elsewhere"));
        publish(NEW);
        assertThat(files("elsewhere")).isEqualTo(Map.of("c/index.html", "mine"));
    }

    @Test
    void aPageThatIsALinkIsReplacedAndNotWrittenThrough() throws IOException {
        publish(OLD);
        write("elsewhere.html", "mine");
        Files.delete(folder.resolve("site/index.html"));
        Files.createSymbolicLink(folder.resolve("site/index.html"), Path.of("../elsewhere.html"));
        publish(NEW);
        assertThat(folder.resolve("elsewhere.html")).hasContent("mine");
        assertThat(files("site")).isEqualTo(withManifest(NEW));
    }

    @Test
    void aSecondBuildOfTheSameSiteIsRefused() throws IOException {
        try (Publisher first = Publisher.open(folder.resolve("site"))) {
            first.put("index.html", new byte[0]);
            assertThatThrownBy(() -> Publisher.open(folder.resolve("site"))).isInstanceOf(ConflictException.class);
            first.commit();
        }
        publish(OLD);
        assertThat(files("site")).isEqualTo(withManifest(OLD));
    }

    @Test
    void twoFilesForOnePathAreABug() throws IOException {
        try (Publisher publisher = Publisher.open(folder.resolve("site"))) {
            publisher.put("a", new byte[0]);
            assertThatThrownBy(() -> publisher.put("a", new byte[0])).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void theManifestIsWhatSha256sumChecks() throws IOException {
        publish(new TreeMap<>(Map.of("a.txt", "abc", "b/c.txt", "")));
        assertThat(folder.resolve("site/" + Manifest.NAME)).hasContent("""
                ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.txt
                e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b/c.txt
                """);
    }

    private Publisher.Result publish(Map<String, String> files) throws IOException {
        try (Publisher publisher = Publisher.open(folder.resolve("site"))) {
            files.forEach((path, text) -> publisher.put(path, text.getBytes(UTF_8)));
            return publisher.commit();
        }
    }

    /** What a build leaves behind that dies before it says what it is going to change. */
    private void stage(SortedMap<String, String> files) throws IOException {
        SortedMap<String, String> old = files("site");
        files.forEach((path, text) -> {
            if (!text.equals(old.get(path))) {
                write(".dafu/site/stage/" + path, text);
            }
        });
        write(".dafu/site/stage/" + Manifest.NAME, manifest(files));
    }

    private static SortedMap<String, String> withManifest(SortedMap<String, String> files) {
        SortedMap<String, String> all = new TreeMap<>(files);
        all.put(Manifest.NAME, manifest(files));
        return all;
    }

    private static String manifest(SortedMap<String, String> files) {
        StringBuilder lines = new StringBuilder();
        files.forEach((path, text) -> lines.append(Hash.of(text.getBytes(UTF_8)))
                .append("  ")
                .append(path)
                .append('\n'));
        return lines.toString();
    }

    private SortedMap<String, String> files(String below) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        Path root = folder.resolve(below);
        if (Files.isDirectory(root)) {
            try (var walk = Files.walk(root)) {
                for (Path path : (Iterable<Path>) walk::iterator) {
                    if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                        files.put(root.relativize(path).toString(), Files.readString(path));
                    }
                }
            }
        }
        return files;
    }

    private Map<String, Object> times() throws IOException {
        Map<String, Object> times = new TreeMap<>();
        for (String file : files("site").keySet()) {
            times.put(file, Files.getAttribute(folder.resolve("site/" + file), "unix:ctime"));
            times.put(file + " inode", Files.getAttribute(folder.resolve("site/" + file), "unix:ino"));
        }
        return times;
    }

    private void write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
