package dafu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.ProjectTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileTest extends ProjectTest {
    @Test
    void aProfileNamesTheStagesAndTheirThreadTime() {
        var project = project("-- content/replies/2023/a.md --\n" + reply("", "正文"));
        List<String> plain = project.build().finds("").out().lines().toList();
        List<String> profile =
                project.build("--profile").finds("").out().lines().toList();
        assertThat(plain).noneMatch(line -> line.startsWith("YAML"));
        assertThat(profile.subList(plain.size(), profile.size()).stream().map(line -> line.split("  ")[0]))
                .containsExactly(
                        "环节",
                        "read",
                        "YAML",
                        "Markdown",
                        "catalogue",
                        "check",
                        "render",
                        "gate",
                        "index",
                        "data",
                        "write",
                        "rest",
                        "JIT + GC");
        assertThat(profile)
                .filteredOn(line -> line.startsWith("YAML "))
                .allMatch(line -> line.matches("YAML +\\d+\\.\\d\\d +\\d+%"));
    }
}
