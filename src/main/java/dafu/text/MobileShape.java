package dafu.text;

import java.util.Locale;
import java.util.Set;

/** Whether eleven digits are a mobile number, or part of a longer code, an amount, an index number, an address. */
final class MobileShape {
    private static final Set<String> INTRODUCTIONS =
            Set.of("tel", "phone", "mobile", "mob", "cell", "mp", "t", "m", "wx", "vx", "wechat", "weixin", "qq");

    /** More groups than this are figures in a row, unless every digit stands alone. */
    private static final int MOST_GROUPS = 4;

    private MobileShape() {}

    /** How many digits of country code stand in front of 1[3-9], or -1 where this is no mobile number. */
    static int prefix(DigitChain chain, int groups) {
        int prefix = chain.digitsIn(groups) - 11;
        boolean known = prefix == 0
                || prefix == 1
                        && chain.digit(0) == 0
                        && Context.of(chain.text(), chain.start()).isTelephone()
                || prefix == 2 && chain.number(0, 2) == 86
                || prefix == 4 && chain.number(0, 4) == 86;
        return known && chain.digit(prefix) == 1 && chain.digit(prefix + 1) >= 3 ? prefix : -1;
    }

    /** {@code lastEnd} is where the token before ended: numbers joined by / or - come in pairs. */
    static boolean fits(DigitChain chain, int groups, int prefix, int lastEnd) {
        Context context = Context.of(chain.text(), chain.start());
        boolean telephone = context.isTelephone();
        if (!telephone && (context.isRecordNumber() || !isWrittenThreeFourFour(chain, prefix))
                || groups > MOST_GROUPS && groups < chain.digitsIn(groups)) {
            return false;
        }
        int start = chain.start();
        int from = chain.charAt(start - 1) == '+' ? start - 1 : start;
        return isOpenBefore(chain, from, lastEnd, telephone)
                && isOpenAfter(chain, groups, telephone)
                && (telephone || !isRowOfFigures(chain, groups, prefix));
    }

    private static boolean isWrittenThreeFourFour(DigitChain chain, int prefix) {
        for (int i = 1; i < 11; i++) {
            if (i != 3 && i != 7 && chain.separatorBefore(prefix + i) != '\0') {
                return false;
            }
        }
        return true;
    }

    private static boolean isOpenBefore(DigitChain chain, int start, int lastEnd, boolean telephone) {
        char before = Width.fold(chain.charAt(start - 1));
        char further = chain.charAt(start - 2);
        if (start == 0 || lastEnd == start - 1 && before != '*') {
            return true;
        }
        if (Width.isLetter(before)) {
            return isIntroduced(chain, start);
        }
        if (before == '.' || DigitChain.isHyphen(before)) {
            return !Width.isAlphanumeric(further) || isIntroduced(chain, start - 1);
        }
        if (before == '/') {
            return !Width.isLetter(further)
                    && further != '/'
                    && further != '.'
                    && (telephone || !Width.isDigit(further) || followsTelephone(chain, start - 1));
        }
        if (before == '=' || before == '&' || before == '?' || before == '#') {
            return !Width.isAlphanumeric(further) || isIntroduced(chain, start - 1);
        }
        return "*_%$¥\\~^".indexOf(before) < 0 && !Width.isDigit(before);
    }

    /** Tel13000000000, mobile=13000000000. */
    private static boolean isIntroduced(DigitChain chain, int end) {
        int from = end;
        while (end - from < 8 && Width.isLetter(chain.charAt(from - 1))) {
            from--;
        }
        StringBuilder word = new StringBuilder();
        for (int i = from; i < end; i++) {
            word.append(Width.fold(chain.charAt(i)));
        }
        return INTRODUCTIONS.contains(word.toString().toLowerCase(Locale.ROOT));
    }

    /** 0730-0000000/13000000000 is two numbers of one office; 000014349/2017-00110 is an index number. */
    private static boolean followsTelephone(DigitChain chain, int end) {
        int from = end;
        int digits = 0;
        while (end - from < 14
                && (Width.isDigit(chain.charAt(from - 1)) || DigitChain.isHyphen(chain.charAt(from - 1)))) {
            digits += Width.isDigit(chain.charAt(--from)) ? 1 : 0;
        }
        boolean area = Width.fold(chain.charAt(from)) == '0' && digits >= 10 && digits <= 12;
        return area || digits == end - from && (digits == 7 || digits == 8);
    }

    private static boolean isOpenAfter(DigitChain chain, int groups, boolean telephone) {
        int end = chain.end(groups);
        char after = Width.fold(chain.charAt(end));
        char beyond = chain.charAt(end + 1);
        if (after == '*' || after == '.' && Width.isDigit(beyond)) {
            return false;
        }
        if (telephone) {
            return !Width.isDigit(after);
        }
        if (DigitChain.isHyphen(after) || after == '/') {
            return !Width.isDigit(beyond)
                    || DigitChain.runEnd(chain.text(), end + 1, 7) - end > 7
                    || Width.fold(beyond) == '1' && DigitChain.goesOn(chain.text(), end + 4);
        }
        boolean serial = after == '号' && beyond != '码';
        return !serial
                && !Width.isAlphanumeric(after)
                && "_%元万亿吨人户亩米平千立株头册份件度".indexOf(after) < 0
                && !(after == '.' && isFileName(chain, end + 1));
    }

    private static boolean isFileName(DigitChain chain, int at) {
        return Width.isLetter(chain.charAt(at)) && Width.isLetter(chain.charAt(at + 1));
    }

    /** 139 2000 3000 among further figures is a line of a table. */
    private static boolean isRowOfFigures(DigitChain chain, int groups, int prefix) {
        boolean spaced = chain.separatorBefore(prefix + 3) == ' ' && chain.separatorBefore(prefix + 7) == ' ';
        if (!spaced || prefix > 0) {
            return false;
        }
        int start = chain.start();
        boolean figureBefore = DigitChain.isSpace(chain.charAt(start - 1))
                && Width.isDigit(chain.charAt(start - 2))
                && !endsLongNumber(chain, start - 1);
        int end = chain.end(groups);
        boolean figureAfter = DigitChain.goesOn(chain.text(), end)
                && DigitChain.runEnd(chain.text(), end + 1, 7) - end <= 7
                && !(Width.fold(chain.charAt(end + 1)) == '1'
                        && DigitChain.goesOn(chain.text(), end + 4)
                        && DigitChain.goesOn(chain.text(), end + 9));
        return figureBefore || figureAfter;
    }

    private static boolean endsLongNumber(DigitChain chain, int end) {
        int from = end;
        while (end - from < 7 && Width.isDigit(chain.charAt(from - 1))) {
            from--;
        }
        boolean group = end - from == 4 && DigitChain.isSpace(chain.charAt(from - 1));
        return end - from >= 7
                || group
                        && (chain.charAt(from - 2) == '*' || Width.isDigit(chain.charAt(from - 2)))
                        && Width.fold(chain.charAt(from - 10)) == '1';
    }
}
