package dafu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dafu.cli.Console;
import dafu.cli.Main;
import dafu.text.Message.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A project in a folder of its own, written as one text: a line {@code -- content/replies/a.md --} begins a file. What the
 * command says about it is read as a user reads it, with the paths below that folder.
 */
public final class Project {
    private static final Pattern MARKER = Pattern.compile("(?m)^-- (\\S+) --\\n");

    private final Path folder;
    private Map<String, String> environment = Map.of();

    /** What a command printed and how it ended. */
    public record Outcome(int status, String out, String err) {

        /** Expects the findings to be these, and the exit status to be theirs. */
        public Outcome finds(String findings) {
            assertThat(err).isEqualTo(findings);
            assertThat(status).isEqualTo(findings.contains(": error[") ? Main.FOUND : Main.DONE);
            return this;
        }

        /** Expects no finding. */
        public Outcome isClean() {
            return finds("");
        }

        /** Expects a command that could not do its work, and says why. */
        public Outcome fails(String why) {
            assertThat(err).isEqualTo(why);
            assertThat(status).isEqualTo(Main.FAILED);
            return this;
        }
    }

    public Project(Path folder, String text) {
        this.folder = folder;
        make(folder.resolve("layouts"));
        write(text);
    }

    /** The same project, worked on where these variables are set. */
    public Project where(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    /** Adds files, or replaces them. */
    public Project write(String text) {
        Matcher marker = MARKER.matcher(text);
        List<String> names = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        while (marker.find()) {
            names.add(marker.group(1));
            starts.add(marker.end());
            ends.add(marker.start());
        }
        for (int i = 0; i < names.size(); i++) {
            int end = i + 1 < names.size() ? ends.get(i + 1) : text.length();
            write(names.get(i), text.substring(starts.get(i), end).getBytes(UTF_8));
        }
        return this;
    }

    public Project write(String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Project delete(String name) {
        try {
            Files.delete(folder.resolve(name));
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Path path(String name) {
        return folder.resolve(name);
    }

    public Outcome build(String... options) {
        List<String> all = new ArrayList<>(List.of("build"));
        all.addAll(List.of(options));
        if (!all.contains("--site")) {
            all.addAll(List.of("--site", folder + "/site"));
        }
        return run(all);
    }

    public Outcome check(String... options) {
        List<String> all = new ArrayList<>(List.of("check"));
        all.addAll(List.of(options));
        return run(all);
    }

    /**
     * Expects these findings from {@code check} and from {@code build}. Where one is an error, the site is as it was, and
     * the build says so.
     */
    public Project finds(String findings, String... options) {
        check(options).finds(findings);
        SortedMap<String, String> before = files("site");
        long errors = findings.lines().filter(line -> line.contains(": error[")).count();
        boolean english = List.of(options).contains("en");
        String refusal = english
                ? errors + " errors: nothing was built, site is as it was\n"
                : "有 " + errors + " 个错误，没有生成；site 保持原样\n";
        build(options).finds(findings + (errors > 0 ? refusal : ""));
        if (errors > 0) {
            assertThat(files("site")).isEqualTo(before);
        }
        return this;
    }

    /** A clean build: no finding at all. */
    public Project built(String... options) {
        build(options).isClean();
        return this;
    }

    /** The files below a folder of the project, each byte as a character; links are not followed. */
    public SortedMap<String, String> files(String below) {
        SortedMap<String, String> files = new TreeMap<>();
        Path root = folder.resolve(below);
        if (!Files.isDirectory(root)) {
            return files;
        }
        try (var walk = Files.walk(root)) {
            for (Path path : (Iterable<Path>) walk::iterator) {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    files.put(root.relativize(path).toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
                }
            }
            return files;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A file of the project as text. */
    public String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A page of the site, by its address: {@code replies/2023/a/}, or {@code 404.html}. */
    public Document page(String address) {
        String file = address.isEmpty() || address.endsWith("/") ? address + "index.html" : address;
        return Jsoup.parse(text("site/" + file));
    }

    private Outcome run(List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--content", folder + "/content", "--layouts", folder + "/layouts"));
        return command(all.toArray(String[]::new));
    }

    /** Any command, as it is. */
    public Outcome command(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), Language.ZH, environment);
        int status = Main.run(console, arguments);
        return new Outcome(status, shown(out), shown(err));
    }

    private String shown(ByteArrayOutputStream printed) {
        return printed.toString(UTF_8).replace(folder + "/", "");
    }

    private static void make(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
