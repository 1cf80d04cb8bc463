package dafu.text;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Makes {@code pinyin.txt} and {@code simplified.txt} from ICU4J: its transliterators take half a second to start and
 * misread place names, so a build reads what they said once. Run {@code main} to write the files anew.
 */
final class FrozenTables {
    static final Path FOLDER = Path.of("src/main/resources/dafu/text");
    private static final int CHARACTERS_PER_LINE = 30;

    private FrozenTables() {}

    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        Files.writeString(FOLDER.resolve("simplified.txt"), simplified());
        Files.writeString(FOLDER.resolve("pinyin.txt"), pinyin());
    }

    static String pinyin() throws ReflectiveOperationException {
        UnaryOperator<String> latin = transliterator("Han-Latin");
        UnaryOperator<String> simplified = transliterator("Traditional-Simplified");
        Map<String, StringBuilder> bySyllable = new TreeMap<>();
        characters(simplified).forEach(character -> {
            String text = Character.toString(character);
            String reading = latin.apply(text);
            if (!reading.equals(text)) {
                bySyllable
                        .computeIfAbsent(withoutTone(reading), key -> new StringBuilder())
                        .append(text);
            }
        });
        StringBuilder table = new StringBuilder("""
                # The usual reading of each Han character, without tones, v for ü: a syllable, then its characters.
                # Made by FrozenTables (in src/test) from Unicode CLDR's Han-Latin data as ICU4J 78.1 ships it, which is
                # under the Unicode License v3. Not edited by hand: what a reading should be instead is in readings.txt.
                """);
        bySyllable.forEach((syllable, all) ->
                table.append(syllable).append(' ').append(all).append('\n'));
        return table.toString();
    }

    /**
     * The common block, 〇, the twelve ideographs of the compatibility block that no other character stands for, and
     * what simplifying knows beyond them: the rest would cost 200 KB for characters that names do not hold.
     */
    private static IntStream characters(UnaryOperator<String> simplified) {
        TreeSet<Integer> characters = new TreeSet<>();
        characters.add(0x3007);
        IntStream.rangeClosed(0x4E00, 0x9FFF).forEach(characters::add);
        IntStream.rangeClosed(0xFA0E, 0xFA29)
                .filter(character -> Normalizer.isNormalized(Character.toString(character), Normalizer.Form.NFC))
                .forEach(characters::add);
        IntStream.rangeClosed(0x3400, 0x323AF).filter(Han::isHan).forEach(character -> {
            String text = Character.toString(character);
            String simple = simplified.apply(text);
            if (!simple.equals(text)) {
                characters.add(character);
                simple.codePoints().forEach(characters::add);
            }
        });
        return characters.stream().mapToInt(character -> character);
    }

    private static String withoutTone(String reading) {
        return Normalizer.normalize(reading, Normalizer.Form.NFD)
                .replace("u\u0308", "v")
                .replaceAll("\\p{Mn}", "");
    }

    static String simplified() throws ReflectiveOperationException {
        UnaryOperator<String> simplify = transliterator("Traditional-Simplified");
        Map<Character, Character> pairs = new TreeMap<>();
        for (int unit = 0x3007; unit <= 0xFAFF; unit++) {
            String simple = Han.isHan(unit) ? simplify.apply(Character.toString(unit)) : "";
            if (simple.length() == 1 && simple.charAt(0) != unit) {
                pairs.put((char) unit, simple.charAt(0));
            }
        }
        // ICU maps 苎 and 苧 onto each other: what is a result stays as it is, so that simplifying twice changes nothing.
        TreeSet<Character> results = new TreeSet<>(pairs.values());
        pairs.keySet().removeIf(results::contains);

        StringBuilder table = new StringBuilder("""
                # Traditional characters and the simplified ones to compare them by: pairs, one UTF-16 unit for one.
                # Made by FrozenTables (in src/test) from Unicode CLDR's Traditional-Simplified data as ICU4J 78.1 ships
                # it, which is under the Unicode License v3. Not edited by hand.
                """);
        int inLine = 0;
        for (Map.Entry<Character, Character> pair : pairs.entrySet()) {
            table.append(inLine == 0 ? "" : " ").append(pair.getKey()).append(pair.getValue());
            inLine = (inLine + 1) % CHARACTERS_PER_LINE;
            if (inLine == 0) {
                table.append('\n');
            }
        }
        return inLine == 0 ? table.toString() : table.append('\n').toString();
    }

    static boolean haveTheirSource() {
        try {
            Class.forName("com.ibm.icu.text.Transliterator");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** By reflection, so that the tests compile and the others run where ICU4J, 15 MB for two tables, is left out. */
    private static UnaryOperator<String> transliterator(String id) throws ReflectiveOperationException {
        Class<?> type = Class.forName("com.ibm.icu.text.Transliterator");
        Object transliterator = type.getMethod("getInstance", String.class).invoke(null, id);
        Method transliterate = type.getMethod("transliterate", String.class);
        return text -> {
            try {
                return (String) transliterate.invoke(transliterator, text);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("ICU4J does not transliterate " + text, e);
            }
        };
    }
}
