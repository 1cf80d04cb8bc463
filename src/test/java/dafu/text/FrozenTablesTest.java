package dafu.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FrozenTablesTest {
    @BeforeAll
    static void needsIcu() {
        assumeTrue(FrozenTables.haveTheirSource(), "ICU4J is not on the class path");
    }

    @Test
    void theReadingsAreThoseOfIcu() throws Exception {
        assertThat(Files.readString(FrozenTables.FOLDER.resolve("pinyin.txt"))).isEqualTo(FrozenTables.pinyin());
    }

    @Test
    void theSimplifiedCharactersAreThoseOfIcu() throws Exception {
        assertThat(Files.readString(FrozenTables.FOLDER.resolve("simplified.txt")))
                .isEqualTo(FrozenTables.simplified());
    }
}
