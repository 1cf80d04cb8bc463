package dafu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program must not go on from what this one left. */
class ProgramTest {
    @TempDir
    Path folder;

    @Test
    void aJarIsAnotherProgramWhenOneByteOfItIs() throws IOException {
        String one = key(jar("dafu/A.class", "shows dates", 0));

        assertThat(key(jar("dafu/A.class", "shows dates", 0))).isEqualTo(one);
        assertThat(key(jar("dafu/A.class", "shows gates", 0))).isNotEqualTo(one);
        assertThat(key(jar("dafu/B.class", "shows dates", 0))).isNotEqualTo(one);
    }

    @Test
    void aJarThatWasPackedAgainIsTheSameProgram() throws IOException {
        assertThat(key(jar("dafu/A.class", "shows dates", 86_400_000)))
                .isEqualTo(key(jar("dafu/A.class", "shows dates", 0)));
    }

    @Test
    void aFolderOfClassesIsAnotherProgramWhenOneByteOfItIs() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Files.writeString(classes.resolve("A.class"), "shows dates");
        String one = key(classes);
        Files.writeString(classes.resolve("A.class"), "shows gates");

        assertThat(key(classes)).isNotEqualTo(one);
    }

    private String key(Path program) throws IOException {
        return Program.key(
                Options.of(
                        folder.resolve("content").toString(),
                        folder.resolve("layouts").toString(),
                        1,
                        Optional.empty(),
                        Optional.empty()),
                program);
    }

    private Path jar(String name, String content, long time) throws IOException {
        Path jar = folder.resolve("dafu.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setTime(time);
            zip.putNextEntry(entry);
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
