package dafu.text;

import static dafu.text.Hijack.PATTERNS;

import dafu.text.Hijack.Evidence;
import dafu.text.Hijack.Part;
import dafu.text.Hijack.Place;
import dafu.text.Hijack.Suspicion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** Characters that no author types: hidden ones, damaged ones, and readings in brackets between Han characters. */
final class OddCharacters {
    private static final List<String> KINDS =
            List.of("zero-width", "bidirectional", "control", "private-use", "damaged");

    private OddCharacters() {}

    static List<Suspicion> in(Hijack.Document document) {
        List<Suspicion> found = new ArrayList<>(0);
        for (Part part : Part.values()) {
            readings(document, part).ifPresent(found::add);
        }
        if (hasOdd(document.title() + document.proposalTitle().orElse("")) || hasOdd(document.text())) {
            KINDS.forEach(kind -> ofKind(document, kind).ifPresent(found::add));
        }
        return found;
    }

    private static Optional<Suspicion> ofKind(Hijack.Document document, String kind) {
        List<Place> places = new ArrayList<>();
        for (Part part : Part.values()) {
            PATTERNS.matcher(kind, document.part(part))
                    .results()
                    .forEach(run -> places.add(new Place(part, run.start(), run.end())));
        }
        // Leaving out is the repair for what is invisible; what stood for a damaged character nobody knows. Zero-width
        // and private characters also come from careless copying; controls of direction do not.
        boolean removable = !kind.equals("damaged") && !kind.equals("private-use");
        return suspicion(
                document, places, removable ? Optional.of("") : Optional.empty(), kind.equals("bidirectional"));
    }

    static Optional<Suspicion> suspicion(
            Hijack.Document document, List<Place> places, Optional<String> repair, boolean certain) {
        if (places.isEmpty()) {
            return Optional.empty();
        }
        String phrase = document.at(places.get(0));
        return Optional.of(new Suspicion(
                Hijack.Rule.UNICODE, phrase, places, Set.of(Evidence.UNICODE), repair, Optional.empty(), certain));
    }

    /** A look at each character, so that the patterns are only tried where one of them is found. */
    private static boolean hasOdd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == '\t' || c == '\n' || c == '\r';
            if (c < ' ' && !space
                    || c >= 0x7F && c <= 0x9F
                    || c == 0xAD
                    || c == 0x61C
                    || c == 0x180E
                    || c >= 0x200B && c <= 0x200F
                    || c >= 0x202A && c <= 0x202E
                    || c >= 0x2060 && c <= 0x206F
                    || c >= 0xD800 && c <= 0xF8FF
                    || c == 0xFEFF
                    || c == 0xFFFD) {
                return true;
            }
        }
        return false;
    }

    /** Two readings side by side, or three anywhere: more than a gloss on one rare character of a place's name. */
    private static Optional<Suspicion> readings(Hijack.Document document, Part part) {
        String text = document.part(part);
        List<Place> readings = new ArrayList<>(0);
        Matcher reading = PATTERNS.matcher("reading", text);
        boolean sideBySide = false;
        for (int i = 1; i < text.length(); i++) {
            boolean opens = text.charAt(i) == '(' || text.charAt(i) == '（';
            if (opens
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
        return sideBySide || characters >= 3
                ? suspicion(document, readings, Optional.of(""), sideBySide && characters >= 2)
                : Optional.empty();
    }
}
