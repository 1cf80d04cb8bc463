package dafu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The examples of tokens.txt, which the script is held to as well. */
class TokensTest {
    @Test
    void everyExampleIsFoldedAndTakenApartAsTheFileSays() throws IOException {
        List<String> found = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String line : examples()) {
            String[] parts = line.split("\t", -1);
            String folded = Tokens.fold(Tokens.clean(unescaped(parts[0])));
            expected.add(line);
            found.add(parts[0] + "\t" + folded + "\t" + String.join(" ", terms(folded)));
        }
        assertThat(found).isEqualTo(expected).hasSizeGreaterThan(30);
    }

    @Test
    void aTermIsTheSameNumberInBothPrograms() {
        assertThat(Term.character('水')).isEqualTo(0x98bb44fd00L);
        assertThat(Term.pair('养', '老')).isEqualTo(0x5cb56fad00L);
        assertThat(Term.word("", "g107", 0, 4)).isEqualTo(0xec68b7abf7L);
    }

    @Test
    void aTermTellsWhetherItIsOfACharacter() {
        for (char c = 1; c < Character.MAX_VALUE; c++) {
            assertThat(Term.isCharacter(Term.character(c))).isTrue();
            assertThat(Term.isCharacter(Term.pair(c, '水'))).isFalse();
        }
        assertThat(Term.isCharacter(Term.word("", "g107", 0, 4))).isFalse();
    }

    private static List<String> examples() throws IOException {
        try (InputStream in = TokensTest.class.getResourceAsStream("tokens.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int at = plain.indexOf("\\u"); at >= 0; at = plain.indexOf("\\u")) {
            plain.replace(at, at + 6, String.valueOf((char) Integer.parseInt(plain.substring(at + 2, at + 6), 16)));
        }
        return plain.toString();
    }

    private static Set<String> terms(String folded) {
        Set<String> terms = new TreeSet<>();
        Tokens.of(folded, new Tokens.Taker() {
            @Override
            public void character(char c) {
                terms.add(String.valueOf(c));
            }

            @Override
            public void pair(char first, char second) {
                terms.add("" + first + second);
            }

            @Override
            public void word(String prefix, CharSequence line, int from, int to) {
                String word = line.subSequence(from, to).toString();
                terms.add(prefix.equals("~") ? "~" + word : "=" + prefix + word);
            }
        });
        return terms;
    }
}
