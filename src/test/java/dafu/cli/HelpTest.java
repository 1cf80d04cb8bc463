package dafu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dafu.text.Message.Language;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;

/** Help in the language of the user, and in no other. */
class HelpTest {
    private static final List<String> COMMANDS = Stream.of(
                    Main.class.getAnnotation(Command.class).subcommands())
            .map(type -> type.getAnnotation(Command.class).name())
            .toList();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Language language, String... arguments) {
        out.reset();
        err.reset();
        return Main.run(
                new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), language), arguments);
    }

    @Test
    void theWholeCommandNamesItsCommandsWithExamples() {
        assertThat(run(Language.EN, "--help")).isEqualTo(Main.DONE);
        String en = out.toString(UTF_8);
        assertThat(en)
                .startsWith("Usage: dafu ")
                .contains("Commands:", "Examples:", "begin a reply")
                .doesNotContainPattern("\\p{IsHan}");
        assertThat(run(Language.ZH, "--help")).isEqualTo(Main.DONE);
        String zh = out.toString(UTF_8);
        assertThat(zh).startsWith("用法：dafu ").contains("命令：", "例：", "新建一件答复").doesNotContain("Usage", "Compiles");
        COMMANDS.forEach(command -> {
            assertThat(en).contains("  " + command + " ");
            assertThat(zh).contains("  " + command + " ");
        });
    }

    @Test
    void everyCommandSpeaksOneLanguage() {
        for (String command : COMMANDS) {
            assertThat(run(Language.ZH, command, "--help", "--lang", "en")).isEqualTo(Main.DONE);
            String en = out.toString(UTF_8);
            assertThat(en).as(command).startsWith("Usage: dafu " + command).contains("Examples:\n  dafu " + command);
            String withoutNames = en.replaceAll("--\\p{IsHan}+(?:=TEXT|=DATE)?", "");
            assertThat(withoutNames
                            .lines()
                            .filter(line -> !line.startsWith("  dafu "))
                            .filter(line -> line.codePoints()
                                    .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)))
                    .as(command)
                    .isEmpty();
            run(Language.ZH, command, "--help");
            String zh = out.toString(UTF_8);
            assertThat(zh).as(command).startsWith("用法：dafu " + command).contains("例：\n  dafu " + command);
            assertThat(zh).as(command).contains("-h, --help", "显示这份帮助。").doesNotContain("${");
            assertThat(zh).as(command).doesNotContainPattern("[A-Z][a-z]+ [a-z]+ [a-z]+");
        }
    }

    @Test
    void nothingIsNamedWithoutBeingExplained() {
        for (String command : COMMANDS) {
            run(Language.EN, command, "--help");
            assertThat(out.toString(UTF_8))
                    .as(command)
                    .matches("(?s)Usage: .*?\n\\S.*")
                    .doesNotContainPattern("(?m)^ {2,6}(?:--?\\S+, )*[-A-Z\\[]\\S+\n(?! {10})");
        }
    }

    @Test
    void aMistakeOnTheCommandLineIsSaidInItsLanguage() {
        assertThat(run(Language.ZH, "check", "--nothing")).isEqualTo(Main.FAILED);
        assertThat(err.toString(UTF_8)).startsWith("不认识 --nothing\n");
        assertThat(run(Language.ZH, "check", "--nothing", "--lang=en")).isEqualTo(Main.FAILED);
        assertThat(err.toString(UTF_8)).startsWith("Unknown option: '--nothing'\n");
        assertThat(run(Language.ZH, "import")).isEqualTo(Main.FAILED);
        assertThat(err.toString(UTF_8)).startsWith("缺少 FILE\n用法：dafu import");
        assertThat(run(Language.ZH, "check", "--as-of", "昨天")).isEqualTo(Main.FAILED);
        assertThat(err.toString(UTF_8)).startsWith("“昨天”不能用于 --as-of DATE，写成 2024-03-02 的样子\n用法：");
        assertThat(run(Language.EN, "check", "--as-of", "2024/3/2")).isEqualTo(Main.FAILED);
        assertThat(err.toString(UTF_8))
                .startsWith("“2024/3/2” cannot be --as-of DATE; write it like 2024-03-02\nUsage: ");
        assertThat(run(Language.ZH, "build", "--site")).isEqualTo(Main.FAILED);
        assertThat(err.toString(UTF_8)).startsWith("缺少 --site DIR\n用法：dafu build");
        assertThat(run(Language.ZH, "chek")).isEqualTo(Main.FAILED);
        assertThat(err.toString(UTF_8)).isEqualTo("不认识 chek\n    是不是 check\n");
        assertThat(run(Language.EN, "check", "--host", "nowhere")).isEqualTo(Main.FAILED);
        assertThat(err.toString(UTF_8)).startsWith("""
                --host: nowhere
                    one of github-pages gitlab-pages cloudflare-pages nginx
                Usage: dafu check""");
        assertThat(run(Language.ZH, "build", "--threads", "0")).isEqualTo(Main.FAILED);
        assertThat(err.toString(UTF_8)).startsWith("--threads: 0\n    写 1 到 256 的整数\n用法：");
    }

    @Test
    void theLanguageMayStandAnywhere() {
        assertThat(run(Language.ZH, "--lang", "en", "diff", "a")).isEqualTo(Main.FAILED);
        assertThat(err.toString(UTF_8)).contains("NEW").contains("Usage: dafu diff");
        assertThat(run(Language.EN, "diff", "--lang=zh", "a")).isEqualTo(Main.FAILED);
        assertThat(err.toString(UTF_8)).startsWith("缺少 NEW\n用法：dafu diff");
        assertThat(run(Language.ZH, "verify", "--lang", "fr", "a")).isEqualTo(Main.FAILED);
        assertThat(err.toString(UTF_8)).startsWith("“fr”不能用于 --lang zh|en\n");
    }

    @Test
    void theCommandIsUnderstoodWhateverTheLocaleOfTheMachine() throws Exception {
        assertThat(inPosixLocale(Path.of("."), "--nothing")).startsWith("不认识 --nothing\n用法：");
    }

    @Test
    void whatAPosixLocaleCannotReadIsSaidWithTheWayOut(@TempDir Path folder) throws Exception {
        assumeThat(System.getProperty("sun.jnu.encoding")).isEqualTo("UTF-8");
        Path content = Files.createDirectories(folder.resolve("档案/content/replies"));
        Files.writeString(content.resolve("附件.pdf"), "pdf");
        assertThat(inPosixLocale(content.getParent().getParent(), "check")).contains("export LC_ALL=C.UTF-8");
        assertThat(inPosixLocale(folder, "verify", "档案")).contains("export LC_ALL=C.UTF-8");
        Files.move(content.getParent(), folder.resolve("content"));
        assertThat(inPosixLocale(folder, "check")).contains("error[name]: 名称读不出来", "export LC_ALL=C.UTF-8");
    }

    private static String inPosixLocale(Path folder, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)),
                Main.class.getName()));
        line.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(line).directory(folder.toFile());
        process.environment().put("LC_ALL", "C");
        Process started = process.start();
        String said = new String(started.getErrorStream().readAllBytes(), UTF_8);
        assertThat(started.waitFor()).isNotEqualTo(Main.DONE);
        return said;
    }
}
