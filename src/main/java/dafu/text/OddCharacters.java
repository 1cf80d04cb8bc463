package dafu.text;

import dafu.text.Hijack.Evidence;
import dafu.text.Hijack.Part;
import dafu.text.Hijack.Place;
import dafu.text.Hijack.Suspicion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Characters that no author types: hidden ones, damaged ones, pinyin between Han, traditional among simplified. */
final class OddCharacters {
    private enum Kind {
        ZERO_WIDTH(false),
        BIDIRECTIONAL(true),
        CONTROL(false),
        PRIVATE_USE(false),
        DAMAGED(false);

        /** Zero-width and private characters also come from careless copying; controls of direction do not. */
        private final boolean certain;

        Kind(boolean certain) {
            this.certain = certain;
        }
    }

    private static final byte ODD = 1;
    private static final byte BRACKET = 2;
    private static final byte[] CLASS = classes();

    private final Map<Kind, List<Place>> places = new EnumMap<>(Kind.class);
    private final Map<Kind, String> firsts = new EnumMap<>(Kind.class);
    private final List<Suspicion> found = new ArrayList<>(0);

    private OddCharacters() {}

    static List<Suspicion> in(Hijack.Document document) {
        OddCharacters odd = new OddCharacters();
        for (Part part : Part.values()) {
            odd.scan(document.part(part), part);
        }
        odd.places.forEach((kind, places) -> {
            // Leaving out is the repair for what is invisible; what stood for a damaged character nobody knows.
            boolean removable = kind != Kind.DAMAGED && kind != Kind.PRIVATE_USE;
            odd.found.add(new Suspicion(
                    Hijack.Rule.UNICODE,
                    odd.firsts.get(kind),
                    places,
                    Set.of(Evidence.UNICODE),
                    removable ? Optional.of("") : Optional.empty(),
                    Optional.empty(),
                    kind.certain));
        });
        odd.found.addAll(TraditionalForms.amongSimplified(document));
        return odd.found;
    }

    private void scan(String text, Part part) {
        List<Place> readings = new ArrayList<>(0);
        for (int i = 0; i < text.length(); i++) {
            byte kind = CLASS[text.charAt(i)];
            if (kind == BRACKET) {
                int end = BracketedReadings.bracketEnd(text, i);
                if (end > 0) {
                    readings.add(new Place(part, i, end));
                    i = end - 1;
                }
            } else if (kind == ODD) {
                i = odd(text, i, part);
            }
        }
        BracketedReadings.suspicion(text, part, readings).ifPresent(found::add);
    }

    /** Notes the run of the same kind, and gives back its last place. */
    private int odd(String text, int at, Part part) {
        Optional<Kind> kind = kindAt(text, at);
        if (kind.isEmpty()) {
            return Character.isHighSurrogate(text.charAt(at)) ? at + 1 : at;
        }
        int end = at;
        while (end < text.length() && kindAt(text, end).equals(kind)) {
            end += Character.charCount(text.codePointAt(end));
        }
        places.computeIfAbsent(kind.get(), k -> new ArrayList<>()).add(new Place(part, at, end));
        firsts.putIfAbsent(kind.get(), text.substring(at, end));
        return end - 1;
    }

    private static Optional<Kind> kindAt(String text, int at) {
        int c = text.codePointAt(at);
        if (c >= 0x200B && c <= 0x200D
                || c == 0x2060
                || c == 0xFEFF && at > 0
                || c == 0xAD
                || c == 0x180E
                || c >= 0xE0000 && c <= 0xE007F) {
            return Optional.of(Kind.ZERO_WIDTH);
        }
        if (c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F || c == 0x61C) {
            return Optional.of(Kind.BIDIRECTIONAL);
        }
        if (c >= 0xE000 && c <= 0xF8FF || c >= 0xF0000) {
            return Optional.of(Kind.PRIVATE_USE);
        }
        if (c == 0xFFFD || c >= 0xD800 && c <= 0xDFFF) {
            return Optional.of(Kind.DAMAGED);
        }
        boolean space = c == '\t' || c == '\n' || c == '\r';
        return (c < ' ' && !space) || c >= 0x7F && c <= 0x9F ? Optional.of(Kind.CONTROL) : Optional.empty();
    }

    private static byte[] classes() {
        byte[] classes = new byte[Character.MAX_VALUE + 1];
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            boolean space = c == '\t' || c == '\n' || c == '\r';
            boolean odd = c < ' ' && !space
                    || c >= 0x7F && c <= 0x9F
                    || c == 0xAD
                    || c == 0x61C
                    || c == 0x180E
                    || c >= 0x200B && c <= 0x206F
                    || c >= 0xD800 && c <= 0xF8FF
                    || c == 0xFEFF
                    || c == 0xFFFD;
            classes[c] = odd ? ODD : 0;
        }
        classes['('] = BRACKET;
        classes['\uFF08'] = BRACKET;
        return classes;
    }
}
