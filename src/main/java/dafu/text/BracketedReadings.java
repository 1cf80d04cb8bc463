package dafu.text;

import dafu.text.Hijack.Evidence;
import dafu.text.Hijack.Part;
import dafu.text.Hijack.Place;
import dafu.text.Hijack.Suspicion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Readings in brackets between Han characters, 政(zheng)府(fu): noise against filters. One rare character's is honest. */
final class BracketedReadings {
    private static final int LONGEST = 6;
    private static final Pattern SYLLABLE = Pattern.compile("(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
            + "(?:a|o|e|i|u|v|ü|ai|ei|ui|ao|ou|iu|ie|ue|ve|üe|er|an|en|in|un|vn|ang|eng|ing|ong"
            + "|ia|iao|ian|iang|iong|ua|uo|uai|uan|uang)");
    private static final String TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ";
    private static final String PLAIN = "aaaaeeeeiiiioooouuuuvvvv";

    private BracketedReadings() {}

    /** Behind the closing bracket of a reading that opens here behind a Han character, or -1. */
    static int bracketEnd(String text, int open) {
        if (open == 0 || !Width.isHan(text.charAt(open - 1))) {
            return -1;
        }
        StringBuilder reading = new StringBuilder();
        int at = open + 1;
        while (at < text.length() && reading.length() <= LONGEST && isLetter(text.charAt(at))) {
            reading.append(plain(text.charAt(at++)));
        }
        boolean closed = at < text.length() && Width.fold(text.charAt(at)) == ')';
        return closed && SYLLABLE.matcher(reading).matches() ? at + 1 : -1;
    }

    /** Two readings side by side, or three anywhere: more than a gloss on one character of a place's name. */
    static Optional<Suspicion> suspicion(String text, Part part, List<Place> readings) {
        boolean sideBySide = false;
        for (int i = 1; i < readings.size(); i++) {
            sideBySide |= readings.get(i).start() == readings.get(i - 1).end() + 1;
        }
        long characters = readings.stream()
                .map(place -> text.charAt(place.start() - 1))
                .distinct()
                .count();
        if (!sideBySide && characters < 3) {
            return Optional.empty();
        }
        Place first = readings.get(0);
        return Optional.of(new Suspicion(
                Hijack.Rule.UNICODE,
                text.substring(first.start(), first.end()),
                readings,
                Set.of(Evidence.UNICODE),
                Optional.of(""),
                Optional.empty(),
                sideBySide && characters >= 2));
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c == 'ü' || TONED.indexOf(c) >= 0;
    }

    private static char plain(char c) {
        int toned = TONED.indexOf(c);
        return toned < 0 ? c : PLAIN.charAt(toned);
    }
}
