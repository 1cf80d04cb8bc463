package dafu.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;

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
    private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private static final byte[] KIND = kinds();
    /** RFC 5321 allows 64 characters before the at sign; a longer run is searched no further back. */
    private static final int LONGEST_LOCAL_PART = 64;

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
        char[] characters = text.toCharArray();
        for (int at = 0; at < characters.length; ) {
            int next = at + 1;
            switch (KIND[characters[at]]) {
                case DIGIT -> {
                    next = Numbers.scan(at, hits);
                    if (next - at <= 2 && Numbers.goesOn(text, next)) {
                        HomeAddresses.scanJoined(at, hits);
                    }
                }
                case AT -> mailbox(at, hits);
                case PROVINCE -> plate(at, hits);
                case HOUSE_UNIT -> HomeAddresses.scan(at, hits);
                default -> {}
            }
            at = next;
        }
        return hits;
    }

    /** A mailbox at a provider that serves persons, by its at sign. */
    private static void mailbox(int at, MaskHits hits) {
        String text = hits.text;
        int localEnd = at > 0 && Width.fold(text.charAt(at - 1)) == ' ' ? at - 1 : at;
        int floor = hits.lastEnd() < localEnd || hits.isLast(Rule.EMAIL) ? Math.max(0, hits.lastEnd()) : 0;
        int local = localEnd;
        while (local > Math.max(floor, localEnd - LONGEST_LOCAL_PART) && isLocal(text.charAt(local - 1))) {
            local--;
        }
        if (local == localEnd) {
            return;
        }
        Matcher mailbox = new Surroundings(text, local, LONGEST_LOCAL_PART + 48).here("mailbox");
        if (mailbox.lookingAt()) {
            // A mailbox of one character has nothing to hide but where it is.
            int length = mailbox.group().length();
            boolean one = localEnd - local == 1;
            hits.add(Rule.EMAIL, local, length, one ? at - local : 1, one ? length : localEnd - local);
        }
    }

    private static boolean isLocal(char c) {
        return Width.isAlphanumeric(c) || "._%+-".indexOf(Width.fold(c)) >= 0;
    }

    /** A civil number plate: the province, a registry's letter, five characters or, for new energy, six. */
    private static void plate(int at, MaskHits hits) {
        if (at + 1 == hits.text.length() || !Width.isLetter(hits.text.charAt(at + 1))) {
            return;
        }
        Surroundings around = new Surroundings(hits.text, at, 12);
        Matcher plate = around.here("plate");
        if (plate.lookingAt()
                && (around.before("vehicle")
                        || !around.before("record")
                                && !around.here("acronym-and-year").lookingAt())) {
            int bodyEnd = plate.group().length();
            boolean special = plate.group(1).length() == 4;
            hits.add(Rule.VEHICLE_PLATE, at, special ? bodyEnd + 1 : bodyEnd, 2, bodyEnd);
        }
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[Character.MAX_VALUE + 1];
        for (char digit = '0'; digit <= '9'; digit++) {
            kinds[digit] = DIGIT;
            kinds[digit + 0xFEE0] = DIGIT;
        }
        kinds['@'] = AT;
        kinds['\uFF20'] = AT;
        PROVINCES.chars().forEach(c -> kinds[c] = PROVINCE);
        HomeAddresses.TRIGGERS.chars().forEach(c -> kinds[c] = HOUSE_UNIT);
        return kinds;
    }
}
