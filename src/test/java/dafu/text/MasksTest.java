package dafu.text;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Cost;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasksTest {
    private static final List<String> CAUGHT = Cases.in("privacy-caught.txt");
    private static final List<String> HONEST = Cases.in("privacy-honest.txt");

    @Test
    void personalDataIsFoundAndNothingElseIs() {
        int expected = 0;
        int found = 0;
        int reported = 0;
        List<String> wrong = new ArrayList<>();
        for (String line : CAUGHT) {
            String text = text(line);
            List<String> rules = Masks.apply(text).masks().stream()
                    .map(mask -> mask.rule().id())
                    .toList();
            List<String> wanted = List.of(line.substring(0, line.indexOf('\t')).split(","));
            List<String> missing = new ArrayList<>(wanted);
            rules.forEach(missing::remove);
            expected += wanted.size();
            found += wanted.size() - missing.size();
            reported += rules.size();
            if (!rules.equals(wanted)) {
                wrong.add(line + " gave " + rules);
            }
        }
        for (String text : HONEST) {
            List<Masks.Mask> masks = Masks.apply(text).masks();
            reported += masks.size();
            if (!masks.isEmpty()) {
                wrong.add(text + " gave " + masks);
            }
        }
        double precision = (double) found / reported;
        double recall = (double) found / expected;
        System.out.printf(
                "masks: precision %.4f, recall %.4f (%d of %d items in %d lines; %d honest lines)%n",
                precision, recall, found, expected, CAUGHT.size(), HONEST.size());
        // What is found today stays found, each line of it.
        assertThat(wrong).isEmpty();
    }

    @Test
    void theTestSetsAreLargeEnoughToMeanSomething() {
        assertThat(CAUGHT).hasSizeGreaterThanOrEqualTo(170).doesNotHaveDuplicates();
        assertThat(HONEST).hasSizeGreaterThanOrEqualTo(170).doesNotHaveDuplicates();
        assertThat(CAUGHT.stream()
                        .flatMap(line ->
                                Stream.of(line.substring(0, line.indexOf('\t')).split(",")))
                        .collect(Collectors.toSet()))
                .isEqualTo(Stream.of(Masks.Rule.values()).map(Masks.Rule::id).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({
        "承办人:吴某 13000006072, 承办人:吴某 130****6072",
        "+86 199-0000-6072, +86 199-****-6072",
        "电话１３０００００６０７２, 电话１３０****６０７２",
        "身份证990601190002030117。, 身份证990**************7。",
        "车牌湘F·12345, 车牌湘F·*****",
        "邮箱zhang@qq.com, 邮箱z****@qq.com",
        "邮箱a@qq.com, 邮箱a*******",
        "家住学院路12号3栋2单元501室, 家住学院路**号*栋*单元***室",
    })
    void enoughStaysToShowWhatWasHidden(String text, String masked) {
        assertThat(Masks.apply(text).text()).isEqualTo(masked);
    }

    @Test
    void aMaskSpansTheWholeToken() {
        assertThat(Masks.apply("电话130-0000-6072，邮箱zhang@qq.com").masks())
                .containsExactly(new Masks.Mask(Masks.Rule.MOBILE, 2, 15), new Masks.Mask(Masks.Rule.EMAIL, 18, 30));
    }

    @Test
    void onlyTheRulesAskedForAreApplied() {
        String text = "湘F12345，13000006072";
        assertThat(Masks.apply(text, EnumSet.of(Masks.Rule.MOBILE)).text()).isEqualTo("湘F12345，130****6072");
        assertThat(Masks.find(text, Set.of())).isEmpty();
        assertThat(Masks.find(text, Set.of(Masks.Rule.VEHICLE_PLATE)))
                .containsExactly(new Masks.Mask(Masks.Rule.VEHICLE_PLATE, 0, 7));
    }

    @Test
    void aCleanTextIsTheSameString() {
        String text = "总建筑面140886.70平方米，联系电话0730-3715058。";
        assertThat(Masks.apply(text).text()).isSameAs(text);
    }

    @Test
    void maskingKeepsLengthAndLinesAndFindsNothingTheSecondTime() {
        Stream.concat(CAUGHT.stream().map(MasksTest::text), Stream.concat(HONEST.stream(), mixtures()))
                .forEach(text -> {
                    Masks.Masked masked = Masks.apply(text);
                    assertThat(masked.text()).hasSameSizeAs(text);
                    for (int i = 0; i < text.length(); i++) {
                        assertThat(masked.text().charAt(i)).as(text).isIn(text.charAt(i), '*');
                        assertThat(text.charAt(i) == '\n')
                                .isEqualTo(masked.text().charAt(i) == '\n');
                    }
                    assertThat(Masks.apply(masked.text()).masks()).as(text).isEmpty();
                    assertThat(Masks.find(masked.text(), Set.of(Masks.Rule.values())))
                            .as(text)
                            .isEmpty();
                });
    }

    /** A plain YAML scalar that begins with an asterisk is an alias. */
    @Test
    void noMaskedTokenBeginsWithAnAsterisk() {
        Stream.concat(CAUGHT.stream().map(MasksTest::text), mixtures()).forEach(text -> {
            String masked = Masks.apply(text).text();
            Masks.apply(text)
                    .masks()
                    .forEach(mask ->
                            assertThat(masked.charAt(mask.start())).as(text).isEqualTo(text.charAt(mask.start())));
        });
        assertThat(Masks.apply("3栋2单元501室").text()).isEqualTo("3栋*单元***室");
        assertThat(Masks.apply("address: 12号3栋2单元501室").text()).isEqualTo("address: 1*号*栋*单元***室");
    }

    @Test
    void masksComeInTheOrderOfTheTextAndDoNotOverlap() {
        mixtures().forEach(text -> {
            int end = 0;
            for (Masks.Mask mask : Masks.apply(text).masks()) {
                assertThat(mask.start()).as(text).isGreaterThanOrEqualTo(end);
                end = mask.end();
            }
        });
    }

    /** The pattern that the rule was given as, a second opinion. */
    @Test
    void noCaughtNumberIsReadableAfterwards() {
        Pattern mobile = Pattern.compile("(?<![\\d/.\\-])1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)");
        CAUGHT.stream()
                .map(MasksTest::text)
                .forEach(text -> assertThat(
                                mobile.matcher(Masks.apply(text).text()).find())
                        .as(text)
                        .isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "１",
                "@",
                "1 3 8 ",
                "a@",
                "a.",
                "1号",
                "家住1号",
                "138-0000-0000-",
                "13000000000 ",
                "湘A",
                "1单元",
                "1-2号",
                "家住a栋3单元",
                "湘A1",
                "/13000000000",
                "6200 0000 0000 0000 ",
                "电话1 3 0 0 0 0 0 0 ",
                "*"
            })
    void hostileInputCostsNoMoreThanItsLength(String unit) {
        Cost.growsWithTheText(400_000, size -> unit.repeat(size / unit.length()), Masks::apply);
    }

    /** Fragments of everything that the rules look at, thrown together; the seed makes a failure repeatable. */
    private static Stream<String> mixtures() {
        String[] fragments = {
            "1",
            "3",
            "8",
            "13000000000",
            "1300000",
            "0000",
            "-",
            " ",
            "/",
            ".",
            "*",
            "@",
            "qq.com",
            "a",
            "湘",
            "F",
            "12345",
            "D1234",
            "号",
            "栋",
            "单元",
            "室",
            "家住",
            "洞庭路",
            "12",
            "月",
            "电话",
            "身份证",
            "学",
            "6200000000000000",
            "990601190002030",
            "X",
            "\n",
            "，",
            "０",
            "１３",
            "编号",
            "·",
            ":",
            "86",
            "+",
            "附",
            "b@163.com",
            "𠮷"
        };
        Random random = new Random(20230705);
        return Stream.generate(() -> random.ints(1 + random.nextInt(12), 0, fragments.length)
                        .mapToObj(i -> fragments[i])
                        .collect(Collectors.joining()))
                .limit(20_000);
    }

    private static String text(String line) {
        return line.substring(line.indexOf('\t') + 1);
    }
}
