package dafu.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.text.Hijack;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void whatAnEditorIsToldHasAHintAndStandsInBothLanguages() {
        assertThat(Words.all("say.")).hasSizeGreaterThan(10).allMatch(entry -> entry.split(" ## ").length == 4);
        assertThat(Words.all("unread.")).hasSizeGreaterThan(4).allMatch(entry -> entry.split(" ## ").length == 4);
    }

    @Test
    void everySortOfEvidenceHasItsWords() {
        for (Hijack.Evidence evidence : Hijack.Evidence.values()) {
            assertThat(Words.message("evidence." + evidence, 0).zh()).isNotEmpty();
        }
    }
}
