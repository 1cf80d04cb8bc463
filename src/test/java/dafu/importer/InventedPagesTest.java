package dafu.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.ProjectTest;
import dafu.text.Masks;
import dafu.text.Message.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How much of what invented pages say is found, field by field, and that nothing is found that they do not say. */
class InventedPagesTest extends ProjectTest {
    private static final Map<String, Integer> LEAST = Map.of(
            "title", 98, "kind", 98, "session", 98, "number", 98, "proposers", 95, "answering-body", 95, "date", 95);
    private static final Importer.Request NOTHING =
            new Importer.Request(Map.of(), Map.of(), Set.of(Masks.Rule.values()));

    private static final Pattern FOUND = Pattern.compile("(?m)^(content/\\S+?):.*?(?:error|warning)\\[(\\S+)]");

    private record Page(String name, String file, Map<String, String> says, String text) {}

    private static final class Count {
        int right;
        int all;
    }

    @Test
    void fieldsAreFoundAndNoneIsInvented() throws IOException {
        List<Page> pages = pages();
        Map<String, Count> counts = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        List<String> invented = new ArrayList<>();
        for (Page page : pages) {
            List<Draft> drafts = Importer.read(page.file, page.text.getBytes(StandardCharsets.UTF_8), NOTHING)
                    .value();
            assertThat(drafts).as(page.name).hasSize(1);
            Map<String, String> found = new TreeMap<>();
            drafts.get(0).found().forEach((key, finding) -> found.put(key, String.join("、", finding.values())));
            TreeSet<String> keys = new TreeSet<>(found.keySet());
            keys.addAll(page.says.keySet());
            for (String key : keys) {
                Count count = counts.computeIfAbsent(key, k -> new Count());
                String said = page.says.getOrDefault(key, "");
                String is = found.getOrDefault(key, "");
                count.all++;
                count.right += is.equals(said) ? 1 : 0;
                if (!is.equals(said)) {
                    (said.isEmpty() ? invented : wrong)
                            .add(page.name + ": " + key + " is “" + is + "”, not “" + said + "”");
                }
            }
        }
        assertThat(pages).hasSizeGreaterThanOrEqualTo(60);
        StringBuilder table = new StringBuilder(pages.size() + " invented pages\n");
        counts.forEach((key, count) ->
                table.append(String.format(Locale.ROOT, "%-20s %3d of %3d%n", key, count.right, count.all)));
        System.out.print(table);
        wrong.forEach(System.out::println);
        assertThat(invented).as("values that no page says").isEmpty();
        LEAST.forEach((key, least) -> {
            Count count = counts.get(key);
            assertThat(100.0 * count.right / count.all).as(key).isGreaterThanOrEqualTo(least);
        });
    }

    /** What {@code check} says of the drafts, once published, is true: what the page itself lacks or got wrong. */
    @Test
    void draftsOfHonestPagesAreNotAccused() throws IOException {
        StringBuilder files = new StringBuilder();
        Map<String, String> names = new HashMap<>();
        for (Page page : pages()) {
            Draft draft = Importer.read(page.file, page.text.getBytes(StandardCharsets.UTF_8), NOTHING)
                    .value()
                    .get(0);
            String file = "content/replies/n" + names.size() + "/x.md";
            names.put(file, page.name);
            files.append("-- ").append(file).append(" --\n").append(published(draft));
        }
        Matcher found = FOUND.matcher(project(files.toString()).check("--all").err());
        assertThat(found.results().map(it -> it.group(2) + ": " + names.get(it.group(1))))
                .containsExactlyInAnyOrder(
                        "extraction-damage: the date has lost its words, one reading",
                        "date-ambiguous: the date has lost its words, two readings",
                        "chinese-zero: a Latin O among the Chinese digits, a seal, a padded body",
                        "chinese-zero: a plenary session and a member's proposal",
                        "date-impossible: an impossible date",
                        "kind-word: wrongly called: a suggestion of a consultative conference",
                        "kind-word: a wrong word in the title",
                        "series-duplicate: the title cut by a blank line",
                        "required: a letter without a title",
                        "required: nothing but prose",
                        "number-missing: no number",
                        "number-missing: a street's number is no proposal's",
                        "session-missing: a street's number is no proposal's",
                        "number-missing: a title with its proposal inside and nothing else",
                        "session-missing: a title with its proposal inside and nothing else",
                        "session-missing: no session, the addressee tells the kind",
                        "session-missing: the asked title and the number in the reply's title",
                        "session-missing: the number in a field");
    }

    private static String published(Draft draft) {
        return draft.markdown(Language.ZH)
                .replaceFirst("(?m)^status: draft$", "status: published")
                .replace("\n# date: \n", "\ndate: 2022-01-01\n")
                .replace("\n# answering-body: \n", "\nanswering-body: 示例市人民政府\n");
    }

    private static List<Page> pages() throws IOException {
        List<Page> pages = new ArrayList<>(pages("letters.txt", "page.txt"));
        pages.addAll(pages("more-letters.txt", "page.txt"));
        pages.addAll(pages("odd-letters.txt", "page.txt"));
        pages.addAll(pages("fresh-letters.txt", "page.txt"));
        pages.addAll(pages("pages.txt", "page.html"));
        return pages;
    }

    private static List<Page> pages(String resource, String file) throws IOException {
        try (InputStream in = InventedPagesTest.class.getResourceAsStream(resource)) {
            String all = new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            List<Page> pages = new ArrayList<>();
            String[] parts = all.split("(?m)^=== ");
            for (int i = 1; i < parts.length; i++) {
                int cut = parts[i].indexOf("\n---\n");
                Map<String, String> says = new TreeMap<>();
                String[] lines = parts[i].substring(0, cut).split("\n");
                for (int j = 1; j < lines.length; j++) {
                    String[] pair = lines[j].split(": ", 2);
                    says.put(pair[0], pair[1]);
                }
                pages.add(new Page(lines[0], file, says, parts[i].substring(cut + 5)));
            }
            return pages;
        }
    }
}
