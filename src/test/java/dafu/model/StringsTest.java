package dafu.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StringsTest {
    private static final Pattern USED = Pattern.compile("(?:\\.|\\b)say\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]");

    @Test
    void everyLanguageHasTheSameWordsWithTheSameGaps() throws IOException {
        Map<String, Integer> chinese = gaps(words("zh-CN"));
        assertThat(chinese).isNotEmpty().isEqualTo(gaps(words("en")));
    }

    @Test
    void everyWordThatThePagesUseExists() throws IOException {
        Set<String> used = new TreeSet<>();
        try (var files = Files.list(Path.of("src/main/java/dafu/page"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Matcher name = USED.matcher(Files.readString(file));
                while (name.find()) {
                    used.add(name.group(1));
                }
            }
        }
        assertThat(used).hasSizeGreaterThan(40);
        assertThat(words("zh-CN").keySet()).containsAll(used);
    }

    @Test
    void everyChoiceThatAPageNamesHasItsWords() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Facet facet : Facet.values()) {
            names.add("facet." + facet.name().toLowerCase(java.util.Locale.ROOT));
            names.add("about." + facet.name().toLowerCase(java.util.Locale.ROOT));
        }
        for (Metadata.Extent extent : Metadata.Extent.values()) {
            if (extent != Metadata.Extent.FULL) {
                names.add("mark." + extent.id());
                names.add("notice." + extent.id());
            }
        }
        for (String mark : List.of("draft", "withdrawn", "superseded", "supporting-opinion", "corrected")) {
            names.add("mark." + mark);
            names.add("notice." + mark);
        }
        Settings.DEFAULTS.allKinds().forEach(kind -> names.add("kind." + kind.id()));
        for (int month = 1; month <= 12; month++) {
            names.add("month." + month);
        }
        assertThat(words("zh-CN").keySet()).containsAll(names);
    }

    private static Map<String, String> words(String language) throws IOException {
        Map<String, String> words = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("layouts/strings/" + language + ".yml"))) {
            int colon = line.indexOf(": ");
            if (!line.startsWith("#") && colon > 0) {
                assertThat(words.put(line.substring(0, colon), line.substring(colon + 2)))
                        .as(line)
                        .isNull();
            }
        }
        return words;
    }

    private static Map<String, Integer> gaps(Map<String, String> words) {
        Map<String, Integer> gaps = new TreeMap<>();
        words.forEach((name, text) -> gaps.put(name, text.split("\\{\\}", -1).length - 1));
        return gaps;
    }
}
