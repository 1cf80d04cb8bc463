package dafu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlienPhrasesTest {
    private static final Location NOWHERE = Location.file("a.md");
    /** Words that search spam could paste in and that no list of ours holds. */
    private static final List<String> PASTED =
            List.of("天气预报查询", "星座配对大全", "双色灯泡批发", "古装短剧合集", "减肥茶哪家强", "火锅底料招商", "周公解梦手册", "二手摩托转让", "瑜伽垫代工厂", "宠物猫领养");

    private static final String PASTED_IN = "\n\n贵委《天气预报查询加密夜间班次的提案》收悉。对天气预报查询增设站牌。";

    @Test
    void honestRepliesHaveNone() throws IOException {
        List<Inspected> honest = new ArrayList<>(demonstration());
        HijackCase.honest().forEach(each -> honest.add(each.document()));
        assertThat(found(honest)).isEmpty();
    }

    @Test
    void whatWasPutInPlaceOfAFunctionWordIsFound() throws IOException {
        List<Inspected> honest = demonstration();
        int tried = 0;
        int caught = 0;
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < honest.size(); i++) {
            String text = honest.get(i).text();
            if (!text.contains("《关于")) {
                continue;
            }
            for (String phrase : PASTED) {
                List<Inspected> replies = new ArrayList<>(honest);
                replies.set(i, document(text.replace("关于", phrase) + "\n\n对" + phrase + "提出的其他建议，一并研究。"));
                tried++;
                List<String> found = found(replies);
                if (found.size() == 1 && (found.get(0).startsWith(phrase) || phrase.startsWith(found.get(0)))) {
                    caught++;
                } else {
                    missed.add(phrase + " in " + text.substring(0, 40));
                }
            }
        }
        System.out.printf("alien phrases: %d of %d found%n", caught, tried);
        assertThat(tried).isGreaterThanOrEqualTo(100);
        assertThat(caught).as("%s", missed).isGreaterThanOrEqualTo(tried * 95 / 100);
    }

    @Test
    void whatAnotherReplyHoldsTooIsNotAlien() throws IOException {
        List<Inspected> replies = new ArrayList<>(demonstration());
        replies.add(document(replies.get(0).text() + PASTED_IN));
        assertThat(found(replies)).containsExactly("天气预报查询");
        replies.add(document("市气象局开通了天气预报查询热线。"));
        assertThat(found(replies)).isEmpty();
    }

    @Test
    void theOrderOfTheRepliesAndTheNumberOfThreadsDoNotMatter() throws IOException {
        List<Inspected> replies = new ArrayList<>(demonstration());
        replies.add(document(replies.get(0).text() + PASTED_IN));
        List<String> first = found(replies);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(replies, new Random(seed));
            AlienPhrases phrases = new AlienPhrases(replies.size());
            replies.parallelStream().forEach(reply -> phrases.add(reply, (start, end) -> NOWHERE));
            assertThat(phrases.end().stream().map(AlienPhrases.Candidate::phrase))
                    .containsExactlyInAnyOrderElementsOf(first);
        }
    }

    private static List<String> found(List<Inspected> replies) {
        AlienPhrases phrases = new AlienPhrases(replies.size());
        replies.forEach(reply -> phrases.add(reply, (start, end) -> NOWHERE));
        return phrases.end().stream().map(AlienPhrases.Candidate::phrase).toList();
    }

    private static List<Inspected> demonstration() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("content/replies"))) {
            List<Inspected> documents = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                documents.add(document(text.substring(text.indexOf("\n---\n") + 5)));
            }
            return documents;
        }
    }

    private static Inspected document(String text) {
        return new Inspected("对第12号提案的答复", Optional.empty(), text, Set.of());
    }
}
