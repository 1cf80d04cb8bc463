package dafu.importer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void whatIsSaidOfFilesThatCannotBeReadStandsInBothLanguages() {
        assertThat(Words.unread()).hasSizeGreaterThan(4).allMatch(row -> row.length == 4);
    }
}
