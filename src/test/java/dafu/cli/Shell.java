package dafu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A shell in which {@code java -jar dafu.jar} is the program as it was just compiled. */
final class Shell {
    private final Path commands;
    private final Map<String, String> variables = new HashMap<>();

    /** How a script ended, and all that it printed. */
    record Ran(int status, String printed) {
        Ran succeeds() {
            assertThat(status).as(printed).isZero();
            return this;
        }
    }

    Shell(Path commands, String... needed) throws IOException {
        for (String name : needed) {
            boolean there = Stream.of(System.getenv("PATH").split(":"))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
            assumeTrue(there, "no " + name + ": what uses it is not tested");
        }
        this.commands = Files.createDirectories(commands);
        Path java = commands.resolve("java");
        Files.writeString(
                java,
                "#!/bin/sh\n[ \"$1 $2\" = '-jar dafu.jar' ] || { echo \"not -jar dafu.jar: $*\"; exit 99; }\nshift 2\n"
                        + "exec '" + System.getProperty("java.home") + "/bin/java' -XX:TieredStopAtLevel=1 -cp '"
                        + System.getProperty("java.class.path") + "' dafu.cli.Main \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        with("GIT_CONFIG_GLOBAL", "/dev/null");
        with("GIT_CONFIG_NOSYSTEM", "1");
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            with("GIT_" + who + "_NAME", "编辑");
            with("GIT_" + who + "_EMAIL", "editor@example.org");
        }
    }

    Shell with(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Ran run(Path folder, String script) {
        try {
            ProcessBuilder builder = new ProcessBuilder("sh", "-c", script).directory(folder.toFile());
            builder.redirectErrorStream(true);
            builder.redirectInput(
                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().keySet().removeIf(name -> name.matches("GITHUB_.*|DAFU_.*|LC_.*|LANG|GIT_.*"));
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().putAll(variables);
            builder.environment().merge("PATH", commands.toString(), (path, first) -> first + ":" + path);
            Process process = builder.start();
            String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Ran(process.waitFor(), printed);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
