package dafu;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.read.FrontMatter;
import dafu.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The words of the site are complete in every language. */
class StringsTest {
    private static final Pattern GAP = Pattern.compile("\\{\\w*}");
    private static final Pattern ASKED = Pattern.compile("(?:get|fill|find)\\(\\s*\"([a-z.-]+[a-z])\"");

    @Test
    void allLanguagesHaveTheSameWordsWithTheSameGaps() throws IOException {
        Map<String, Integer> chinese = gaps("zh-CN");
        try (var files = Files.list(Path.of("layouts/strings"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String language = String.valueOf(file.getFileName()).replace(".yml", "");
                assertThat(gaps(language)).as(language).isEqualTo(chinese);
            }
        }
    }

    @Test
    void everyWordThatThePagesAskForIsThere() throws IOException {
        Map<String, Integer> words = gaps("zh-CN");
        TreeSet<String> missing = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java/dafu/page"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Matcher asked = ASKED.matcher(Files.readString(file));
                while (asked.find()) {
                    if (!words.containsKey(asked.group(1))) {
                        missing.add(file.getFileName() + " asks for " + asked.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** How many gaps each word has. */
    private static Map<String, Integer> gaps(String language) throws IOException {
        Path file = Path.of("layouts/strings/" + language + ".yml");
        var texts = FrontMatter.readTexts(Source.of(file.toString(), Files.readString(file)));
        assertThat(texts.diagnostics()).isEmpty();
        Map<String, Integer> gaps = new TreeMap<>();
        texts.value()
                .forEach((name, text) ->
                        gaps.put(name, (int) GAP.matcher(text).results().count()));
        return gaps;
    }
}
