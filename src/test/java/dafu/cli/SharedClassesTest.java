package dafu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README that keep the program's classes for the next start. */
class SharedClassesTest {
    @TempDir
    Path folder;

    @Test
    void aSecondRunTakesTheProgramsClassesFromWhatTheFirstOneKept() throws IOException, InterruptedException {
        int java = Runtime.version().feature();
        assumeTrue(java < 19 || java >= 25, "the README names commands for Java 17 and 25");
        List<String> commands = Files.readString(Path.of("README.md"))
                .lines()
                .filter(line -> line.startsWith("java -XX:"))
                .filter(line -> line.contains(java < 19 ? "dafu.jsa" : "dafu.aot"))
                .toList();
        assertThat(commands).hasSize(2);
        jar(folder.resolve("dafu.jar"));
        Files.createDirectories(folder.resolve("content/replies/2024"));
        Files.writeString(
                folder.resolve("content/replies/2024/a.md"),
                "---\n标题: 关于路灯的答复\n主办单位: 某局\n答复日期: 2024-03-02\n---\n已经修好。\n");

        run(commands.get(0));
        String first = Files.readString(folder.resolve("site/manifest-sha256.txt"));
        String loaded = run(commands.get(1).replace("java ", "java -Xlog:class+load "));

        assertThat(loaded.lines().filter(line -> line.contains(" dafu.") && line.contains("shared objects file")))
                .hasSizeGreaterThan(100);
        assertThat(folder.resolve("site/manifest-sha256.txt")).hasContent(first);
    }

    private String run(String command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Path printed = folder.resolve("printed.txt");
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        int status = process.waitFor();
        String text = Files.readString(printed);
        assertThat(status).as(text).isZero();
        return text;
    }

    /** Classes are shared from jars alone: the program's own, with the libraries where they lie. */
    private static void jar(Path jar) throws IOException {
        Path classes = Path.of("target/classes").toAbsolutePath();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "dafu.cli.Main");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(path -> path.endsWith(".jar"))
                                .map(path -> Path.of(path).toUri().toString())
                                .collect(Collectors.joining(" ")));
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream archive = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                archive.putNextEntry(new JarEntry(name));
                Files.copy(file, archive);
            }
        }
    }
}
