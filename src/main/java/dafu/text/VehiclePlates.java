package dafu.text;

import java.util.stream.IntStream;

/** Civil number plates: a province's short name, a registry's letter, five characters or, for new energy, six. */
final class VehiclePlates {
    static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

    /** Learner, trailer and cross-border plates replace the last character; police and consular plates are public. */
    private static final String LAST = "学挂港澳";

    private VehiclePlates() {}

    static void scan(String text, int at, MaskHits hits) {
        int letter = at + 1;
        if (letter >= text.length() || !isCapital(text.charAt(letter)) || !hits.wants(Masks.Rule.VEHICLE_PLATE)) {
            return;
        }
        int body = letter + 1;
        if (body < text.length() && isSeparator(text.charAt(body))) {
            body++;
        }
        int end = body;
        while (end < text.length() && end - body < 8 && Width.isAlphanumeric(text.charAt(end))) {
            end++;
        }
        int length = end - body;
        boolean special = length == 4 && end < text.length() && LAST.indexOf(text.charAt(end)) >= 0;
        if (length != 5 && length != 6 && !special || !isBody(text, body, end, special)) {
            return;
        }
        if (Context.of(text, at).isRecordNumber() && !mentionsVehicle(text, at)
                || isAcronymAndYear(text, letter, end) && !mentionsVehicle(text, at)) {
            return;
        }
        hits.add(
                Masks.Rule.VEHICLE_PLATE,
                at,
                special ? end + 1 : end,
                IntStream.range(body, end).toArray());
    }

    /** I and O are never issued; six characters are new-energy plates, which have a letter first or last. */
    private static boolean isBody(String text, int from, int to, boolean special) {
        int digits = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Width.isDigit(c)) {
                digits++;
            } else if (!isCapital(c) || Width.fold(c) == 'I' || Width.fold(c) == 'O') {
                return false;
            }
        }
        boolean marked = !Width.isDigit(text.charAt(from)) || !Width.isDigit(text.charAt(to - 1));
        return special ? digits >= 3 : to - from == 5 ? digits >= 2 : digits >= 4 && marked;
    }

    /** 新GDP2023 is a heading, not a plate. */
    private static boolean isAcronymAndYear(String text, int letter, int end) {
        int digits = letter;
        while (digits < end && Width.isLetter(text.charAt(digits))) {
            digits++;
        }
        String year = text.substring(digits, end);
        return digits - letter >= 2 && year.length() == 4 && (year.startsWith("19") || year.startsWith("20"));
    }

    private static boolean mentionsVehicle(String text, int at) {
        return Context.of(text, at).mentions("车", "号牌", "牌照");
    }

    private static boolean isCapital(char c) {
        char folded = Width.fold(c);
        return folded >= 'A' && folded <= 'Z';
    }

    private static boolean isSeparator(char c) {
        return "·•‧・∙.- ".indexOf(Width.fold(c)) >= 0;
    }
}
