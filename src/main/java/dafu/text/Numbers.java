package dafu.text;

import java.util.regex.Matcher;

/**
 * Mobile numbers, identity cards and bank cards: what a chain of digits is, judged by its length, its own check digit
 * and what stands around it.
 */
final class Numbers {
    /** More groups than this are figures in a row, unless every digit stands alone. */
    private static final int MOST_GROUPS = 4;

    private static final int SHORTEST_CARD = 15;

    private Numbers() {}

    /** Looks at the chain of digits that begins here and gives back where to go on. */
    static int scan(int at, MaskHits hits) {
        String text = hits.text;
        int runEnd = at;
        while (runEnd < text.length() && Width.isDigit(text.charAt(runEnd))) {
            runEnd++;
        }
        // Years, counts and house numbers: most are settled by how many digits they have.
        int digits = runEnd - at;
        for (int i = runEnd; digits < SHORTEST_CARD && goesOn(text, i); i++) {
            while (digits < SHORTEST_CARD && i + 1 < text.length() && Width.isDigit(text.charAt(i + 1))) {
                digits++;
                i++;
            }
        }
        if (digits < 11 || runEnd - at > 19) {
            return runEnd;
        }
        Surroundings around = new Surroundings(text, at, 60);
        int end = -1;
        // Digits that all stand alone are a mobile number or figures in a row.
        if (digits >= SHORTEST_CARD && !(runEnd == at + 1 && goesOn(text, at + 3))) {
            end = identityCard(around, at, hits);
            end = end < 0 ? bankCard(around, at, hits) : end;
        }
        end = end < 0 ? mobile(around, at, hits) : end;
        return end < 0 ? runEnd : end;
    }

    /** Whether one separator and a further digit stand here. */
    static boolean goesOn(String text, int at) {
        return at + 1 < text.length()
                && Width.isDigit(text.charAt(at + 1))
                && " -‐‑–—".indexOf(Width.fold(text.charAt(at))) >= 0;
    }

    private static int mobile(Surroundings around, int at, MaskHits hits) {
        Matcher number = around.here("mobile-called");
        if (!number.lookingAt()) {
            return -1;
        }
        boolean second = hits.isSecond(at);
        boolean called = second || around.before("telephone");
        if (!called && (!around.here("mobile").lookingAt() || around.before("record"))
                || !second && !around.before(called ? "open-called" : "open")) {
            return -1;
        }
        String token = number.group();
        int digits = digits(token).length();
        int groups = token.length() - digits + 1;
        if (groups > MOST_GROUPS && groups < digits) {
            return -1;
        }
        int country = digits - 11;
        return hits.add(
                Masks.Rule.MOBILE, at, token.length(), place(token, country + 3), place(token, country + 6) + 1);
    }

    /**
     * GB 11643: region, birthday, serial, check digit. Record numbers are built alike (region, day of filing, serial)
     * and one in eleven of them passes the check digit by chance, so a recent day needs to be called an identity card.
     * Called one, a birthday like 30 February or a wrong check digit is a slip of the pen and still somebody's number.
     */
    private static int identityCard(Surroundings around, int at, MaskHits hits) {
        boolean labelled = around.before("identity-label") || follows(at, Masks.Rule.IDENTITY_CARD, hits);
        boolean called = labelled || around.before("identity-word");
        Matcher card = around.here(called || hits.isSecond(at) ? "identity-called" : "identity");
        if (!card.lookingAt()) {
            return -1;
        }
        String digits = digits(card.group());
        boolean older = digits.length() == 15;
        int year = Integer.parseInt(older ? "19" + digits.substring(6, 8) : digits.substring(6, 10));
        boolean born = year >= 1900 && year <= 2099 && isDay(digits.substring(older ? 8 : 10));
        boolean checked = !older && isChecked(digits);
        boolean plain = born && checked && year < 2013 && !around.before("record") && !around.before("credit-code");
        if (!labelled && !plain && !(called && (born || checked))) {
            return -1;
        }
        int length = card.group().length();
        return hits.add(Masks.Rule.IDENTITY_CARD, at, length, place(card.group(), 3), length - 1);
    }

    private static boolean isDay(String monthAndDay) {
        int month = Integer.parseInt(monthAndDay.substring(0, 2));
        int day = Integer.parseInt(monthAndDay.substring(2, 4));
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    private static boolean isChecked(String digits) {
        int sum = 0;
        for (int i = 16, weight = 2; i >= 0; i--, weight = weight * 2 % 11) {
            sum += (digits.charAt(i) - '0') * weight;
        }
        return "10X98765432".charAt(sum % 11) == (Width.isDigit(digits.charAt(17)) ? digits.charAt(17) : 'X');
    }

    private static int bankCard(Surroundings around, int at, MaskHits hits) {
        boolean called = around.before("account") || follows(at, Masks.Rule.BANK_CARD, hits);
        Matcher card = around.here(called || hits.isSecond(at) ? "bank-called" : "bank");
        while (card.lookingAt()) {
            String digits = digits(card.group());
            if (passesLuhn(digits) && (called || looksIssued(digits) && !around.before("record"))) {
                int length = card.group().length();
                return hits.add(Masks.Rule.BANK_CARD, at, length, place(card.group(), 4), length);
            }
            // A shorter one may stand in the same chain.
            card.region(card.start(), card.end() - 1);
        }
        return -1;
    }

    /**
     * 62 has any length, 4 and 51–55 have sixteen digits. The same beginnings are region codes, from Henan to Tibet
     * and Gansu, so region and year together mean a record.
     */
    private static boolean looksIssued(String digits) {
        boolean record = digits.substring(6, 10).matches("19[4-9]\\d|20\\d\\d");
        return !record && (digits.startsWith("62") || digits.length() == 16 && digits.matches("(?:4|5[1-5]).*"));
    }

    private static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum > 0 && sum % 10 == 0;
    }

    /** The second of several is called what the first was. */
    private static boolean follows(int at, Masks.Rule rule, MaskHits hits) {
        return hits.isLast(rule) && (hits.isSecond(at) || hits.isSecond(at - 1));
    }

    private static String digits(String token) {
        return token.replaceAll("[^0-9Xx×]", "");
    }

    /** Where in the token this one of its digits stands. */
    private static int place(String token, int digit) {
        int at = -1;
        for (int seen = -1; seen < digit; ) {
            seen += Width.isDigit(token.charAt(++at)) ? 1 : 0;
        }
        return at;
    }
}
