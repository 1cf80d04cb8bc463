package dafu.text;

import dafu.text.Hijack.Part;
import dafu.text.Hijack.Place;
import dafu.text.Hijack.Suspicion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Traditional forms within runs of otherwise simplified characters, as filters are dodged by writing them. Weak: old
 * names are written so too, and in quotation marks they are not even reported.
 */
final class TraditionalForms {
    private static final byte IS_TRADITIONAL = 1;
    private static final byte IS_SIMPLIFIED = 2;
    private static final byte OPENS = 3;
    private static final byte CLOSES = 4;
    private static final byte[] CLASS = classes();

    /** One such character may be a slip of the pen. */
    private static final int LEAST = 2;

    private TraditionalForms() {}

    static Optional<Suspicion> amongSimplified(Hijack.Document document) {
        List<Place> places = new ArrayList<>(0);
        int characters = 0;
        for (Part part : Part.values()) {
            characters += scan(document.part(part), part, places);
        }
        return characters < LEAST
                ? Optional.empty()
                : OddCharacters.suspicion(
                        document, places, Optional.of(Han.simplify(document.at(places.get(0)))), false);
    }

    /** Adds the places, each from the first to the last traditional form of a run, and counts the characters. */
    private static int scan(String text, Part part, List<Place> places) {
        int before = places.size();
        int traditional = 0;
        int simplified = 0;
        int counted = 0;
        int quoted = 0;
        int run = 0;
        int runTraditional = 0;
        int first = -1;
        int last = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            byte kind = CLASS[c];
            run++;
            if (kind == IS_TRADITIONAL) {
                traditional++;
                if (quoted == 0) {
                    first = runTraditional++ == 0 ? i : first;
                    last = i;
                }
            } else if (kind == IS_SIMPLIFIED) {
                simplified++;
            } else if (kind == OPENS || kind == CLOSES || !Width.isHan(c)) {
                // A run that is traditional throughout is a name or a quotation without its marks.
                if (runTraditional > 0 && runTraditional < run - 1) {
                    places.add(new Place(part, first, last + 1));
                    counted += runTraditional;
                }
                runTraditional = 0;
                run = 0;
                quoted = c == '\n' ? 0 : kind == OPENS ? quoted + 1 : kind == CLOSES ? Math.max(0, quoted - 1) : quoted;
            }
        }
        // A traditional text that quotes simplified words.
        if (traditional > simplified) {
            places.subList(before, places.size()).clear();
            return 0;
        }
        return counted;
    }

    private static byte[] classes() {
        byte[] classes = new byte[Character.MAX_VALUE + 1];
        String pairs = String.join("", Hijack.PATTERNS.words("traditional"));
        for (int i = 0; i < pairs.length(); i += 2) {
            classes[pairs.charAt(i)] = IS_TRADITIONAL;
            classes[pairs.charAt(i + 1)] = IS_SIMPLIFIED;
        }
        String both = Hijack.PATTERNS.words("in-both").get(0);
        both.chars().forEach(c -> classes[c] = 0);
        "《“‘「『(（〈".chars().forEach(c -> classes[c] = OPENS);
        "》”’」』)）〉".chars().forEach(c -> classes[c] = CLOSES);
        return classes;
    }
}
