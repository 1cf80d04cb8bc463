package dafu.text;

import static dafu.text.Hijack.PATTERNS;

import dafu.text.Hijack.Evidence;
import dafu.text.Hijack.Part;
import dafu.text.Hijack.Place;
import dafu.text.Hijack.Suspicion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Characters that no author types: hidden ones, damaged ones, readings in brackets between Han characters, and traditional
 * forms within runs of otherwise simplified ones. One walk over a text tells which of them it may have.
 */
final class OddCharacters {
    private static final List<String> KINDS =
            List.of("zero-width", "bidirectional", "control", "private-use", "damaged");
    private static final byte ODD = 1;
    private static final byte TRADITIONAL = 2;
    private static final byte SIMPLIFIED = 4;
    private static final byte OPENS = 8;
    private static final byte CLOSES = 16;
    private static final byte BRACKET = 32;
    private static final byte[] CLASS = classes();
    /** One such character may be a slip of the pen. */
    private static final int LEAST_TRADITIONAL = 2;

    private final Inspected document;
    private final List<Suspicion> found = new ArrayList<>(0);

    private OddCharacters(Inspected document) {
        this.document = document;
    }

    static List<Suspicion> in(Inspected document) {
        OddCharacters characters = new OddCharacters(document);
        int all = 0;
        for (Part part : Part.values()) {
            int classes = classes(document.part(part));
            all |= classes;
            if ((classes & BRACKET) != 0) {
                characters.readings(part);
            }
        }
        if ((all & ODD) != 0) {
            KINDS.forEach(characters::ofKind);
        }
        if ((all & TRADITIONAL) != 0) {
            characters.traditional();
        }
        return characters.found;
    }

    private static int classes(String text) {
        int classes = 0;
        for (int i = 0; i < text.length(); i++) {
            classes |= CLASS[text.charAt(i)];
        }
        return classes;
    }

    private void ofKind(String kind) {
        List<Place> places = new ArrayList<>();
        for (Part part : Part.values()) {
            PATTERNS.matcher(kind, document.part(part))
                    .results()
                    .forEach(run -> places.add(new Place(part, run.start(), run.end())));
        }
        // Leaving out is the repair for what is invisible; what stood for a damaged character nobody knows. Zero-width
        // and private characters also come from careless copying; controls of direction do not.
        boolean removable = !kind.equals("damaged") && !kind.equals("private-use");
        report(places, removable ? Optional.of("") : Optional.empty(), kind.equals("bidirectional"));
    }

    private void report(List<Place> places, Optional<String> repair, boolean certain) {
        if (!places.isEmpty()) {
            found.add(new Suspicion(
                    Hijack.Rule.UNICODE,
                    document.at(places.get(0)),
                    places,
                    Set.of(Evidence.UNICODE),
                    repair,
                    Optional.empty(),
                    certain));
        }
    }

    /** Two readings side by side, or three anywhere: more than a gloss on one rare character of a place's name. */
    private void readings(Part part) {
        String text = document.part(part);
        List<Place> readings = new ArrayList<>(0);
        Matcher reading = PATTERNS.matcher("reading", text);
        boolean sideBySide = false;
        for (int i = 1; i < text.length(); i++) {
            if ((CLASS[text.charAt(i)] & BRACKET) != 0
                    && Width.isHan(text.charAt(i - 1))
                    && reading.region(i, text.length()).lookingAt()
                    && PATTERNS.matcher("syllable", Han.unaccented(reading.group(1)))
                            .matches()) {
                sideBySide |=
                        !readings.isEmpty() && readings.get(readings.size() - 1).end() + 1 == reading.start();
                readings.add(new Place(part, reading.start(), reading.end()));
            }
        }
        long characters = readings.stream()
                .map(place -> text.charAt(place.start() - 1))
                .distinct()
                .count();
        if (sideBySide || characters >= 3) {
            report(readings, Optional.of(""), sideBySide && characters >= 2);
        }
    }

    /** As filters are dodged by writing them. Weak: old names are written so too, and in quotation marks none count. */
    private void traditional() {
        List<Place> places = new ArrayList<>(0);
        int characters = 0;
        for (Part part : Part.values()) {
            characters += traditional(document.part(part), part, places);
        }
        if (characters >= LEAST_TRADITIONAL) {
            report(places, Optional.of(Han.simplify(document.at(places.get(0)))), false);
        }
    }

    /** Adds the places, each from the first to the last traditional form of a run, and counts the characters. */
    private static int traditional(String text, Part part, List<Place> places) {
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
            if ((kind & TRADITIONAL) != 0) {
                traditional++;
                if (quoted == 0) {
                    first = runTraditional++ == 0 ? i : first;
                    last = i;
                }
            } else if ((kind & SIMPLIFIED) != 0) {
                simplified++;
            } else if ((kind & (OPENS | CLOSES)) != 0 || !Width.isHan(c)) {
                // A run that is traditional throughout is a name or a quotation without its marks.
                if (runTraditional > 0 && runTraditional < run - 1) {
                    places.add(new Place(part, first, last + 1));
                    counted += runTraditional;
                }
                runTraditional = 0;
                run = 0;
                int depth = (kind & OPENS) != 0 ? quoted + 1 : (kind & CLOSES) != 0 ? quoted - 1 : quoted;
                quoted = c == '\n' ? 0 : Math.max(0, depth);
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
        String pairs = String.join("", PATTERNS.words("traditional"));
        for (int i = 0; i < pairs.length(); i += 2) {
            classes[pairs.charAt(i)] = TRADITIONAL;
            classes[pairs.charAt(i + 1)] = SIMPLIFIED;
        }
        PATTERNS.words("in-both").get(0).chars().forEach(c -> classes[c] = 0);
        "《“‘「『(（〈".chars().forEach(c -> classes[c] |= OPENS);
        "》”’」』)）〉".chars().forEach(c -> classes[c] |= CLOSES);
        "(（".chars().forEach(c -> classes[c] |= BRACKET);
        String odd = "\u0000\u0008\u000B\u000C\u000E\u001F\u007F\u009F\u00AD\u00AD\u061C\u061C\u180E\u180E\u200B\u200F"
                + "\u202A\u202E\u2060\u206F\uD800\uF8FF\uFEFF\uFEFF\uFFFD\uFFFD";
        for (int i = 0; i < odd.length(); i += 2) {
            Arrays.fill(classes, odd.charAt(i), odd.charAt(i + 1) + 1, ODD);
        }
        return classes;
    }
}
