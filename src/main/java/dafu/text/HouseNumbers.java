package dafu.text;

import java.util.ArrayList;
import java.util.List;

/** A chain of numbers with their units below a street or an estate, such as 12号3栋2单元501室; 501 may stand bare. */
final class HouseNumbers {
    /** Longer than any address met; a bound so that hostile chains cost the same. */
    private static final int MOST_ITEMS = 8;

    private static final int LONGEST_NUMERAL = 8;
    private static final String UNITS = "号栋幢座弄楼层室户房组队排";
    private static final String HAN_NUMERALS = "零〇一二三四五六七八九十百甲乙丙丁";

    private final String text;
    private final int floor;
    private final List<Integer> numerals = new ArrayList<>();
    private final StringBuilder units = new StringBuilder();
    private int start;
    private int end;
    private boolean bareNumber;

    private HouseNumbers(String text, int floor) {
        this.text = text;
        this.floor = floor;
    }

    /**
     * The chain that the unit at this place belongs to, as far back as the floor; empty where no numeral stands before
     * the unit.
     */
    static HouseNumbers around(String text, int unit, int floor) {
        HouseNumbers numbers = new HouseNumbers(text, floor);
        int start = numbers.numeralStart(unit);
        for (int item = 0; item < MOST_ITEMS && start < unit; item++) {
            int before = numbers.skipBack(start);
            int earlierUnit = before >= 2 && text.startsWith("单元", before - 2) ? before - 2 : before - 1;
            boolean isUnit =
                    earlierUnit > floor && (earlierUnit == before - 2 || UNITS.indexOf(text.charAt(earlierUnit)) >= 0);
            int earlier = isUnit ? numbers.numeralStart(earlierUnit) : earlierUnit;
            if (!isUnit || earlier == earlierUnit) {
                break;
            }
            start = earlier;
        }
        numbers.read(start);
        return numbers;
    }

    private void read(int from) {
        start = from;
        end = from;
        int at = from;
        for (int item = 0; item <= MOST_ITEMS; item++) {
            int numeralEnd = numeralEnd(at);
            if (numeralEnd == at) {
                return;
            }
            int unitEnd = unitEnd(numeralEnd);
            boolean bare = unitEnd == numeralEnd;
            if (bare && !isBareNumber(at, numeralEnd)) {
                return;
            }
            for (int i = at; i < numeralEnd; i++) {
                if (isNumeral(text.charAt(i))) {
                    numerals.add(i);
                }
            }
            // 单元 counts as one unit, written with its first character.
            units.append(text, numeralEnd, Math.min(unitEnd, numeralEnd + 1));
            if (unitEnd == numeralEnd + 2 && text.charAt(numeralEnd + 1) == '楼') {
                units.append('楼');
            }
            end = unitEnd;
            bareNumber = bare;
            if (bare) {
                return;
            }
            at = unitEnd;
            if (at + 1 < text.length() && "附之 -、".indexOf(Width.fold(text.charAt(at))) >= 0) {
                at++;
            }
        }
    }

    boolean isEmpty() {
        return units.isEmpty();
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Whether one of these units occurs; 单 stands for 单元. */
    boolean has(String anyOf) {
        return units.chars().anyMatch(unit -> anyOf.indexOf(unit) >= 0);
    }

    /** Whether a room is named, with its unit or as the bare number at the end. */
    boolean hasRoom() {
        return bareNumber || has("室房");
    }

    /** Every numeral, but the first character of the token, which stays. */
    int[] hidden(int tokenStart) {
        return numerals.stream()
                .mapToInt(Integer::intValue)
                .filter(at -> at > tokenStart)
                .toArray();
    }

    private int numeralStart(int end) {
        int from = end;
        while (from > floor
                && end - from < LONGEST_NUMERAL
                && (isNumeral(text.charAt(from - 1)) || from < end && isJoint(from - 1))) {
            from--;
        }
        // A numeral longer than any house number is something else; so is what an earlier mask left over.
        boolean other = end - from == LONGEST_NUMERAL || from > 0 && "第*@.".indexOf(text.charAt(from - 1)) >= 0;
        return other || isWord(from, end) ? end : from;
    }

    private int numeralEnd(int from) {
        int to = from;
        while (to < text.length()
                && to - from < LONGEST_NUMERAL
                && (isNumeral(text.charAt(to)) || to > from && isJoint(to))) {
            to++;
        }
        return isWord(from, to) ? from : to;
    }

    /** A座 and B12栋 are numerals; two letters are the end of something else. */
    private boolean isWord(int from, int to) {
        int letters = 0;
        for (int i = from; i < to; i++) {
            letters += Width.isLetter(text.charAt(i)) ? 1 : 0;
        }
        return letters > 1;
    }

    private int unitEnd(int at) {
        if (text.startsWith("单元", at) || text.startsWith("号楼", at) || text.startsWith("号院", at)) {
            return at + 2;
        }
        return at < text.length() && UNITS.indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
    }

    private int skipBack(int at) {
        return at > 1 && "附之 -、".indexOf(Width.fold(text.charAt(at - 1))) >= 0 ? at - 1 : at;
    }

    /** 501 after a unit, unless it counts something. */
    private boolean isBareNumber(int from, int to) {
        boolean digits = !units.isEmpty() && to - from >= 3 && to - from <= 4;
        for (int i = from; i < to; i++) {
            digits = digits && Width.isDigit(text.charAt(i));
        }
        char after = to < text.length() ? Width.fold(text.charAt(to)) : '。';
        return digits && (Character.isWhitespace(after) || "。，,;；、)）:：的".indexOf(after) >= 0);
    }

    /** 3-2-501. */
    private boolean isJoint(int at) {
        return DigitChain.isHyphen(text.charAt(at))
                && at > 0
                && at + 1 < text.length()
                && Width.isAlphanumeric(text.charAt(at - 1))
                && Width.isAlphanumeric(text.charAt(at + 1));
    }

    private static boolean isNumeral(char c) {
        return Width.isAlphanumeric(c) || HAN_NUMERALS.indexOf(c) >= 0;
    }
}
