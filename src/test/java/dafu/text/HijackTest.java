package dafu.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dafu.Cost;
import dafu.text.Hijack.Evidence;
import dafu.text.Hijack.Part;
import dafu.text.Hijack.Place;
import dafu.text.Hijack.Suspicion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HijackTest {
    private static final List<HijackCase> CAUGHT = HijackCase.caught();
    private static final List<HijackCase> HONEST = HijackCase.honest();

    @Test
    void replacedWordsAreFoundAndHonestRepliesAreNot() {
        int found = 0;
        int reported = 0;
        List<String> wrong = new ArrayList<>();
        for (HijackCase each : CAUGHT) {
            List<Suspicion> suspicions = Hijack.inspect(each.document());
            reported += suspicions.size();
            long right = suspicions.stream()
                    .filter(s -> s.rule().id().equals(each.rule())
                            && s.phrase().equals(each.phrase())
                            && (s.certain() || !each.mustBeCertain()))
                    .count();
            found += right > 0 ? 1 : 0;
            if (right != 1 || suspicions.size() != 1) {
                wrong.add(each.line() + " gave " + suspicions);
            }
        }
        for (HijackCase each : HONEST) {
            List<Suspicion> suspicions = Hijack.inspect(each.document());
            reported += suspicions.size();
            if (!suspicions.isEmpty()) {
                wrong.add(each.line() + " gave " + suspicions);
            }
        }
        double precision = (double) found / reported;
        double recall = (double) found / CAUGHT.size();
        System.out.printf(
                "hijack: precision %.4f, recall %.4f (%d of %d cases; %d honest cases)%n",
                precision, recall, found, CAUGHT.size(), HONEST.size());
        // What is found today stays found, each case of it.
        assertThat(String.join("\n", wrong)).isEmpty();
    }

    @Test
    void theTestSetsAreLargeEnoughToMeanSomething() {
        assertThat(CAUGHT.stream().map(HijackCase::line))
                .hasSizeGreaterThanOrEqualTo(150)
                .doesNotHaveDuplicates();
        assertThat(HONEST.stream().map(HijackCase::line))
                .hasSizeGreaterThanOrEqualTo(150)
                .doesNotHaveDuplicates();
    }

    @Test
    void theSeedGivesItsOnePhraseAndTheTitleAsItWas() throws IOException {
        Path seed = Path.of("../shared/seed/reply-058.txt");
        seed = Files.exists(seed) ? seed : Path.of("../../shared/seed/reply-058.txt");
        assumeTrue(Files.exists(seed), "the seed document lies outside of the repository and is not here");
        String text = Files.readString(seed);
        String phrase = "买足球的软件";
        List<Suspicion> suspicions = Hijack.inspect(HijackCase.document("对岳阳市政协九届二次会议第058号提案的答复", "-", text));
        assertThat(suspicions).singleElement().satisfies(suspicion -> {
            assertThat(suspicion.rule().id()).isEqualTo("hijack-slot");
            assertThat(suspicion.phrase()).isEqualTo(phrase);
            assertThat(suspicion.repair()).contains("关于");
            assertThat(suspicion.repairedTitle()).contains("关于发展飞地经济 促进城陵矶港区发展的提案");
            assertThat(suspicion.certain()).isTrue();
            assertThat(suspicion.evidence())
                    .contains(Evidence.SLOT, Evidence.REPAIR, Evidence.MISSING_FUNCTION_WORD, Evidence.ALIEN);
            assertThat(suspicion.places())
                    .hasSize(3)
                    .allSatisfy(place -> assertThat(text.substring(place.start(), place.end()))
                            .isEqualTo(phrase));
        });
        assertThat(Hijack.inspect(HijackCase.document("对岳阳市政协九届二次会议第058号提案的答复", "-", text.replace(phrase, "关于"))))
                .isEmpty();
    }

    @Test
    void placesNameTheirPart() {
        Inspected document = HijackCase.document("对第12号建议的答复", "注册送彩金平台加强养护的建议", "道路\u200B拓宽");
        assertThat(Hijack.inspect(document))
                .flatExtracting(Suspicion::places)
                .containsExactly(new Place(Part.PROPOSAL_TITLE, 0, 7), new Place(Part.TEXT, 2, 3));
    }

    @Test
    void aPlaceNameIsRepairedFromTheSessionsFullName() {
        Inspected document = HijackCase.document("对真人百家乐政协九届二次会议第12号提案的答复", "-", "现答复如下。");
        assertThat(Hijack.inspect(document))
                .singleElement()
                .extracting(Suspicion::repair)
                .isEqualTo(Optional.of("岳阳市"));
    }

    @Test
    void theSameDocumentGivesTheSameSuspicions() {
        CAUGHT.forEach(each -> assertThat(Hijack.inspect(each.document())).isEqualTo(Hijack.inspect(each.document())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "《",
                "《》",
                "《的提案》",
                "》",
                "一、\n",
                "一、买球平台发展\n",
                "《买球平台发展的提案》",
                "买球app",
                "app ",
                "(a",
                "字(zi)",
                "國学",
                "\u200B字",
                "\uD800",
                "一、天气预报查询甲\n",
                "关于",
                "（一）\n",
                "##\n",
                "“國"
            })
    void hostileInputCostsNoMoreThanItsLength(String unit) {
        Cost.growsWithTheText(
                400_000,
                size -> unit.repeat(size / unit.length()),
                text -> Hijack.inspect(HijackCase.document("对第12号建议的答复", "买球平台发展的提案", text)));
    }
}
