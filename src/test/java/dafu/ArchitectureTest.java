package dafu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The sources keep the rules of {@code src/README.md}: which package may import which, and what nobody may call. */
class ArchitectureTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.]+);");
    private static final Pattern QUALIFIED = Pattern.compile("\\bdafu\\.([a-z]+)\\.[A-Z]");

    /** What each package of the program may import of the others. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("text", Set.of()),
            Map.entry("publish", Set.of()),
            Map.entry("model", Set.of("text")),
            Map.entry("read", Set.of("text", "model")),
            Map.entry("check", Set.of("text", "model")),
            Map.entry("page", Set.of("text", "model")),
            Map.entry("render", Set.of("text", "model")),
            Map.entry("search", Set.of("text", "model")),
            Map.entry("importer", Set.of("text", "model", "read")),
            Map.entry("", Set.of("text", "model", "read", "check", "page", "render", "search", "publish")),
            Map.entry(
                    "cli",
                    Set.of("", "text", "model", "read", "check", "page", "render", "search", "publish", "importer")));

    /** Where each library may be imported. */
    private static final Map<String, Pattern> LIBRARIES = Map.of(
            "com.vladsch.flexmark", Pattern.compile("dafu/read/Markdown\\.java"),
            "com.github.mustachejava", Pattern.compile("dafu/render/Templates\\.java"),
            "org.snakeyaml", Pattern.compile("dafu/read/Yaml\\.java"),
            "org.jsoup", Pattern.compile("dafu/importer/\\w+\\.java"),
            "org.zwobble.mammoth", Pattern.compile("dafu/importer/\\w+\\.java"),
            "picocli", Pattern.compile("dafu/cli/\\w+\\.java"));

    @Test
    void aPackageImportsOnlyThoseBeforeIt() throws IOException {
        TreeSet<String> wrong = new TreeSet<>();
        for (Map.Entry<String, String> source : sources().entrySet()) {
            String from = packageOf(source.getKey());
            for (String to : used(source.getValue())) {
                if (!to.equals(from) && !ALLOWED.getOrDefault(from, Set.of()).contains(to)) {
                    wrong.add(source.getKey() + " uses dafu." + to);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void eachLibraryHasOnePlace() throws IOException {
        Map<String, Set<String>> places = new TreeMap<>();
        TreeSet<String> wrong = new TreeSet<>();
        for (Map.Entry<String, String> source : sources().entrySet()) {
            LIBRARIES.forEach((library, place) -> {
                if (source.getValue().contains(library + ".")) {
                    places.computeIfAbsent(library, l -> new TreeSet<>()).add(source.getKey());
                    if (!place.matcher(source.getKey()).matches()) {
                        wrong.add(source.getKey() + " uses " + library);
                    }
                }
            });
        }
        assertThat(wrong).isEmpty();
        places.forEach((library, files) -> {
            if (!library.equals("picocli")) {
                assertThat(files).as(library).hasSize(1);
            }
        });
    }

    @Test
    void onlyTheCommandLooksAtTheClock() throws IOException {
        Pattern clock =
                Pattern.compile("LocalDate(Time)?\\.now|Instant\\.now|currentTimeMillis|new Date\\(|Clock\\.system");
        assertThat(matching(clock, "dafu/cli/")).isEmpty();
    }

    @Test
    void nothingDependsOnTheLocaleOfTheMachine() throws IOException {
        Pattern locale = Pattern.compile(
                "String\\.format\\(\\s*\"|\\.toLowerCase\\(\\)|\\.toUpperCase\\(\\)|\\.formatted\\(|getBytes\\(\\)");
        assertThat(matching(locale, "-")).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsAndMarksNulls() throws IOException {
        TreeSet<String> packages = new TreeSet<>();
        sources().keySet().forEach(file -> packages.add(file.substring(0, file.lastIndexOf('/'))));
        for (String folder : packages) {
            assertThat(Files.readString(MAIN.resolve(folder).resolve("package-info.java")))
                    .as(folder)
                    .contains("/**")
                    .contains("@NullMarked");
        }
    }

    @Test
    void noNameIsAContainerForAnything() throws IOException {
        Pattern vague = Pattern.compile(".*/(Dafu\\w*|\\w*(Util|Utils|Helper|Manager|Impl))\\.java");
        assertThat(sources().keySet().stream().filter(f -> vague.matcher(f).matches()))
                .isEmpty();
    }

    private static List<String> matching(Pattern pattern, String except) throws IOException {
        List<String> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources().entrySet()) {
            if (!source.getKey().startsWith(except)
                    && pattern.matcher(source.getValue()).find()) {
                files.add(source.getKey());
            }
        }
        return files;
    }

    private static Set<String> used(String source) {
        Set<String> used = new TreeSet<>();
        Matcher imports = IMPORT.matcher(source);
        while (imports.find()) {
            if (imports.group(1).startsWith("dafu.")) {
                String[] parts = imports.group(1).split("\\.");
                used.add(Character.isUpperCase(parts[1].charAt(0)) ? "" : parts[1]);
            }
        }
        Matcher qualified = QUALIFIED.matcher(source);
        while (qualified.find()) {
            used.add(qualified.group(1));
        }
        return used;
    }

    private static String packageOf(String file) {
        String[] parts = file.split("/");
        return parts.length == 2 ? "" : parts[1];
    }

    /** The sources of the program without their comments, by path. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (var files = Files.walk(MAIN)) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".java"))::iterator) {
                if (!file.endsWith("package-info.java")) {
                    String text = Files.readString(file)
                            .replaceAll("(?s)/\\*.*?\\*/", "")
                            .replaceAll("(?m)^\\s*//.*$", "");
                    sources.put(MAIN.relativize(file).toString().replace('\\', '/'), text);
                }
            }
        }
        return sources;
    }
}
