package dafu.text;

import java.util.Arrays;

/**
 * Mobile numbers, identity cards and bank cards: what a run of digits is, judged by its length, its own check digit
 * and what stands around it.
 */
final class NumberRuns {
    private NumberRuns() {}

    /** Looks at the run of digits that begins here and gives back where to go on. */
    static int scan(String text, int at, MaskHits hits) {
        int runEnd = DigitChain.runEnd(text, at, Integer.MAX_VALUE);
        int run = runEnd - at;
        // Years, counts and house numbers: most runs are settled by their length and the character behind them.
        if (run > 19 || run < 11 && !DigitChain.goesOn(text, runEnd)) {
            return runEnd;
        }
        DigitChain chain = DigitChain.read(text, at);
        for (int groups = chain.groups(); groups > 0; groups--) {
            int digits = chain.digitsIn(groups);
            if (digits < 11) {
                break;
            }
            int end = identityCard(chain, groups, hits);
            if (end < 0 && digits >= 16 && digits <= 19) {
                end = bankCard(chain, groups, hits);
            }
            if (end < 0 && digits <= 15) {
                end = mobile(chain, groups, hits);
            }
            if (end > 0) {
                return end;
            }
        }
        return runEnd;
    }

    private static int mobile(DigitChain chain, int groups, MaskHits hits) {
        int prefix = MobileShape.prefix(chain, groups);
        if (!hits.wants(Masks.Rule.MOBILE) || prefix < 0 || !MobileShape.fits(chain, groups, prefix, hits.lastEnd())) {
            return -1;
        }
        int end = chain.end(groups);
        hits.add(Masks.Rule.MOBILE, chain.start(), end, chain.places(prefix + 3, prefix + 7));
        return end;
    }

    /**
     * GB 11643: region, birthday, serial, check digit. Record numbers are built alike (region, day of filing, serial)
     * and one in eleven of them passes the check digit by chance, so a recent day needs to be called an identity card.
     */
    private static int identityCard(DigitChain chain, int groups, MaskHits hits) {
        int digits = chain.digitsIn(groups);
        int end = chain.end(groups);
        boolean checkedByX = digits == 17 && "Xx×".indexOf(Width.fold(chain.charAt(end))) >= 0;
        if (!hits.wants(Masks.Rule.IDENTITY_CARD) || digits != 18 && digits != 15 && !checkedByX) {
            return -1;
        }
        int tokenEnd = checkedByX ? end + 1 : end;
        Context context = Context.of(chain.text(), chain.start());
        if (!standsAlone(chain, tokenEnd)) {
            return -1;
        }
        if (digits == 15) {
            if (!context.isIdentity() || !isDay(1900 + chain.number(6, 8), chain.number(8, 10), chain.number(10, 12))) {
                return -1;
            }
        } else {
            int year = chain.number(6, 10);
            boolean plain = year < 2013 && !context.isRecordNumber() && !context.mentions("信用代码");
            boolean called = context.isIdentity();
            if (chain.digit(0) == 0
                    || year < 1900
                    || year > 2099
                    || !isDay(year, chain.number(10, 12), chain.number(12, 14))
                    || !called && !(plain && isChecked(chain, checkedByX))) {
                return -1;
            }
        }
        int last = checkedByX ? digits : digits - 1;
        hits.add(Masks.Rule.IDENTITY_CARD, chain.start(), tokenEnd, chain.places(3, last));
        return tokenEnd;
    }

    private static boolean isChecked(DigitChain chain, boolean checkedByX) {
        int sum = 0;
        int weight = 1;
        for (int i = 16; i >= 0; i--) {
            weight = weight * 2 % 11;
            sum += chain.digit(i) * weight;
        }
        int check = (12 - sum % 11) % 11;
        return checkedByX ? check == 10 : check == chain.digit(17);
    }

    private static boolean isDay(int year, int month, int day) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int[] days = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
    }

    private static int bankCard(DigitChain chain, int groups, MaskHits hits) {
        int end = chain.end(groups);
        if (!hits.wants(Masks.Rule.BANK_CARD) || !standsAlone(chain, end) || !passesLuhn(chain, groups)) {
            return -1;
        }
        Context context = Context.of(chain.text(), chain.start());
        if (!context.isAccount() && (context.isRecordNumber() || !looksIssued(chain, groups))) {
            return -1;
        }
        hits.add(Masks.Rule.BANK_CARD, chain.start(), end, chain.places(4, chain.digitsIn(groups)));
        return end;
    }

    /**
     * 62 has any length, 4 and 51–55 have sixteen digits. The same beginnings are region codes, from Henan to Tibet
     * and Gansu, so region and year together mean a record.
     */
    private static boolean looksIssued(DigitChain chain, int groups) {
        int first = chain.number(0, 2);
        int year = chain.number(6, 10);
        boolean international = first / 10 == 4 || first >= 51 && first <= 55;
        return (first == 62 || international && chain.digitsIn(groups) == 16) && !(year >= 1949 && year <= 2099);
    }

    private static boolean passesLuhn(DigitChain chain, int groups) {
        int sum = 0;
        int digits = chain.digitsIn(groups);
        for (int i = 0; i < digits; i++) {
            int digit = chain.digit(digits - 1 - i);
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0 && Arrays.stream(chain.places(0, digits)).anyMatch(p -> chain.charAt(p) != '0');
    }

    /** Neither part of a longer code nor of an address on the web, an amount or a decimal. */
    private static boolean standsAlone(DigitChain chain, int end) {
        char before = Width.fold(chain.charAt(chain.start() - 1));
        char after = Width.fold(chain.charAt(end));
        char beyond = chain.charAt(end + 1);
        return !Width.isAlphanumeric(before)
                && "*_%$¥/=&.-#".indexOf(before) < 0
                && !Width.isAlphanumeric(after)
                && "*_%".indexOf(after) < 0
                && !((after == '.' || after == '-' || after == '/') && Width.isAlphanumeric(beyond))
                && !(DigitChain.isSpace(before) && Width.isDigit(chain.charAt(chain.start() - 2)) && chain.isGrouped())
                && "元万亿号".indexOf(after) < 0;
    }
}
