package dafu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HanTest {
    @Test
    void hanIsFiveRangesWithBothTheirEnds() {
        List<String> ranges = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Han.isHan(c) && !Han.isHan(c - 1) || !Han.isHan(c) && Han.isHan(c - 1))
                .mapToObj(c -> Integer.toHexString(Han.isHan(c) ? c : c - 1))
                .toList();

        assertThat(ranges)
                .containsExactly("3007", "3007", "3400", "4dbf", "4e00", "9fff", "f900", "faff", "20000", "323af");
    }

    @Test
    void punctuationKanaAndLettersAreNotHan() {
        assertThat("，。《》〔〕、 ·々アあ한a1０Ａ🎉".codePoints().filter(Han::isHan)).isEmpty();
    }

    @Test
    void foldingMakesFullWidthHalfAndLettersLowerCase() {
        assertThat(Han.fold("ＤＨ０２７１号，（Ａ类）　ÉLAN ŠKODA Ελλάς РОССИЯ Ё ǙǛ ẞ"))
                .isEqualTo("dh0271号,(a类) élan škoda ελλάσ россия ё ǚǜ ß");
    }

    @Test
    void foldingLeavesHanAndItsPunctuationAlone() {
        assertThat(Han.fold("对岳阳市政协《提案》〔2021〕的答复。")).isEqualTo("对岳阳市政协《提案》〔2021〕的答复。");
    }

    @Test
    void foldingAgreesWithUnicodeInTheBlocksItCovers() {
        IntStream covered = IntStream.of(0, 0x100, 0x1CD, 0x1E00, 0x386, 0x400)
                .flatMap(from -> IntStream.range(
                        from,
                        switch (from) {
                            case 0 -> 0x100;
                            case 0x100 -> 0x180;
                            case 0x1CD -> 0x1DD;
                            case 0x1E00 -> 0x1F00;
                            case 0x386 -> 0x3CF;
                            default -> 0x530;
                        }));

        assertThat(covered.filter(c -> c != 'ς')
                        .filter(c -> Han.fold(Character.toString(c)).codePointAt(0) != Character.toLowerCase(c))
                        .mapToObj(Character::toString))
                .isEmpty();
    }

    @Test
    void lettersLoseTheirDiacritics() {
        assertThat(Han.unaccented("ÀÉÎõü Łódź Đà Nẵng Ürümqi lǜ Ｅ́")).isEqualTo("aeiou lodz da nang urumqi lu e\u0301");
    }

    @Test
    void aLetterWithoutItsDiacriticIsTheOneThatItDecomposesTo() {
        String wrong = IntStream.range(0xC0, 0x1F00)
                .filter(c -> !"ðđħıłøŧ".contains(Han.fold(Character.toString(c))))
                .filter(c -> !Han.unaccented(Character.toString(c)).equals(Han.fold(Character.toString(c))))
                .filter(c -> Han.unaccented(Character.toString(c)).charAt(0) != decomposed(c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());

        assertThat(wrong).isEmpty();
    }

    private static int decomposed(int c) {
        return Normalizer.normalize(Han.fold(Character.toString(c)), Normalizer.Form.NFD)
                .charAt(0);
    }

    @Test
    void traditionalBecomesSimplified() {
        assertThat(Han.simplify("關於發展飛地經濟、促進城陵磯港區發展的提案 ABC")).isEqualTo("关于发展飞地经济、促进城陵矶港区发展的提案 ABC");
    }

    @Test
    void simplifiedStaysAsItIs() {
        String text = "关于发展飞地经济、促进城陵矶港区发展的提案";

        assertThat(Han.simplify(text)).isSameAs(text);
    }

    @Test
    void everyMappingKeepsPositionsAndChangesNothingTheSecondTime() {
        String all = IntStream.rangeClosed(0, 0xFFFF)
                .mapToObj(unit -> String.valueOf((char) unit))
                .collect(Collectors.joining());
        String folded = Han.fold(all);
        String unaccented = Han.unaccented(all);
        String simplified = Han.simplify(all);

        assertThat(List.of(folded.length(), unaccented.length(), simplified.length()))
                .containsOnly(all.length());
        assertThat(Han.fold(folded)).isEqualTo(folded);
        assertThat(Han.unaccented(unaccented)).isEqualTo(unaccented);
        assertThat(Han.simplify(simplified)).isEqualTo(simplified);
    }
}
