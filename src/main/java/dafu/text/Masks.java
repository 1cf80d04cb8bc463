package dafu.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Hides personal data in a text, length for length.
 *
 * <p>Only single characters are replaced, by an ASCII {@code *}: offsets, lines and columns of the masked text are
 * those of the original, in UTF-16 units. A masked token keeps its first character, since a leading asterisk would
 * make a YAML plain scalar an alias. Masking a masked text finds nothing more. Names of persons stay.
 *
 * <p>One pass looks up a class for every character; only digits, the at sign, the provinces' short names and the
 * units of house numbers are looked at more closely, each within a bounded window, so the work is linear whatever
 * the input.
 */
public final class Masks {
    /** What is hidden, and how much of it stays readable. */
    public enum Rule {
        /** Three digits and the last four stay: {@code 130****0000}. */
        MOBILE,
        /** The first three characters and the last stay. */
        IDENTITY_CARD,
        /** The first four digits stay. */
        BANK_CARD,
        /** The province and the letter of the registry stay. */
        VEHICLE_PLATE,
        /** The first character of the mailbox and the provider stay. */
        EMAIL,
        /** The street or the estate stays, the numbers below it go. */
        HOME_ADDRESS;

        /** The name used in messages and in the ledger, such as {@code privacy-mobile}. */
        public String id() {
            return "privacy-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One hidden token: the whole of it from {@code start} to before {@code end}, its readable ends included. */
    public record Mask(Rule rule, int start, int end) {}

    /** A text without personal data, and where it was, in the order of the text. */
    public record Masked(String text, List<Mask> masks) {
        public Masked {
            masks = List.copyOf(masks);
        }
    }

    private static final Set<Rule> ALL = Set.of(Rule.values());

    private static final byte DIGIT = 1;
    private static final byte AT = 2;
    private static final byte PROVINCE = 3;
    private static final byte HOUSE_UNIT = 4;
    private static final byte[] KIND = kinds();

    private Masks() {}

    /** Every rule. */
    public static Masked apply(String text) {
        return apply(text, ALL);
    }

    /** The text with what these rules cover hidden; the same string where there is nothing to hide. */
    public static Masked apply(String text, Set<Rule> rules) {
        MaskHits hits = scan(text, rules);
        return hits.lastEnd() < 0 ? new Masked(text, List.of()) : new Masked(hits.hidden(), hits.masks());
    }

    /** What these rules would hide: the last gate over rendered output, where nothing may be left. */
    public static List<Mask> find(String text, Set<Rule> rules) {
        return scan(text, rules).masks();
    }

    private static MaskHits scan(String text, Set<Rule> rules) {
        MaskHits hits = new MaskHits(text, rules);
        int length = text.length();
        for (int at = 0; at < length; ) {
            int next = at + 1;
            switch (KIND[text.charAt(at)]) {
                case DIGIT -> {
                    next = Numbers.scan(at, hits);
                    if (next - at <= 2 && Numbers.goesOn(text, next)) {
                        HomeAddresses.scanJoined(at, hits);
                    }
                }
                case AT -> Mailboxes.scan(at, hits);
                case PROVINCE -> VehiclePlates.scan(at, hits);
                case HOUSE_UNIT -> HomeAddresses.scan(at, hits);
                default -> {}
            }
            at = next;
        }
        return hits;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[Character.MAX_VALUE + 1];
        for (char digit = '0'; digit <= '9'; digit++) {
            kinds[digit] = DIGIT;
            kinds[digit + 0xFEE0] = DIGIT;
        }
        kinds['@'] = AT;
        kinds['\uFF20'] = AT;
        VehiclePlates.PROVINCES.chars().forEach(c -> kinds[c] = PROVINCE);
        HomeAddresses.TRIGGERS.chars().forEach(c -> kinds[c] = HOUSE_UNIT);
        return kinds;
    }
}
