package dafu.text;

import java.util.regex.Matcher;

/**
 * Where somebody lives, below the street: numbers of house, stair and flat that are said to be a residence or are
 * built like one. Addresses of offices, halls and schools stay.
 */
final class HomeAddresses {
    /** The first characters of the units that begin or carry a house number. */
    static final String TRIGGERS = "号栋幢座弄单室";

    private static final String WITHIN_CHAIN = "号栋幢座弄楼层室户房组队排单元院附之、 -‐‑–—";
    private static final int LONGEST_CHAIN = 90;

    private HomeAddresses() {}

    static void scan(int at, MaskHits hits) {
        String text = hits.text;
        int settled = Math.max(0, Math.max(hits.lastEnd(), hits.housesJudgedTo));
        if (at <= settled
                || !MaskHits.isNumeral(text.charAt(at - 1))
                || text.charAt(at) == '单' && !text.startsWith("单元", at)) {
            return;
        }
        int start = at;
        while (start > Math.max(settled, at - LONGEST_CHAIN) && isWithinChain(text.charAt(start - 1))) {
            start--;
        }
        if (!mayBeHome(text, start, at)) {
            return;
        }
        for (boolean within = false; start < at; start++) {
            boolean begins = !within && MaskHits.isNumeral(text.charAt(start));
            within = MaskHits.isNumeral(text.charAt(start));
            if (begins) {
                Surroundings around = new Surroundings(text, start, LONGEST_CHAIN + 30);
                Matcher house = around.here("house").useTransparentBounds(start != hits.lastEnd());
                if (house.lookingAt() && start + house.group().length() > at) {
                    hits.housesJudgedTo = start + house.group().length();
                    if (isHome(around, house.group(), house.group(1) != null)) {
                        hide(start, house.group().length(), hits);
                    }
                    return;
                }
            }
        }
    }

    /** Settles 第058号 and the like cheaply: a home is said to be one, or has a stair, a lane or a building. */
    private static boolean mayBeHome(String text, int start, int at) {
        int from = start > 0 && text.charAt(start - 1) == '第' ? at : start - 40;
        for (int i = Math.max(0, from); i < Math.min(text.length(), at + 30); i++) {
            if ("住户家单弄栋幢座楼".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** A house said to be a home, or built like one: offices have neither stairs nor a place in an estate. */
    private static boolean isHome(Surroundings around, String house, boolean bareRoom) {
        int length = house.length();
        boolean room = bareRoom || has(house, "室房");
        boolean stair = has(house, "单") && room;
        boolean said = has(house, "号栋幢座弄单室")
                && (around.clause("residence-and-place") || stair && around.clause("at-residence"))
                && !around.clause("month")
                && !around.behind(length - 1, "other-word").lookingAt()
                && (room || !around.behind(length, "group").lookingAt());
        boolean built = stair && has(house, "栋幢座楼号")
                || has(house, "弄") && has(house, "号栋") && room
                || has(house, "栋幢座楼") && room && around.clause("at-estate");
        return said
                || built
                        && !around.clause("office")
                        && !around.behind(length, "office").find();
    }

    private static boolean has(String house, String anyOf) {
        return house.chars().anyMatch(unit -> anyOf.indexOf(unit) >= 0);
    }

    /** House, stair and flat without their units, at the digit that may begin them. */
    static void scanJoined(int at, MaskHits hits) {
        if (at == 0 || !Width.isHan(hits.text.charAt(at - 1))) {
            return;
        }
        Surroundings around = new Surroundings(hits.text, at, 16);
        Matcher house = around.here("joined-house");
        if (house.lookingAt()
                && (around.clause("residence-and-place") || around.clause("at-estate") && !around.clause("office"))) {
            hits.housesJudgedTo = at + house.group().length();
            hide(at, house.group().length(), hits);
        }
    }

    /** The street's last character opens the token, so that no token begins with an asterisk. */
    private static void hide(int start, int length, MaskHits hits) {
        int street = start > Math.max(0, hits.lastEnd()) && Width.isHan(hits.text.charAt(start - 1)) ? 1 : 0;
        hits.add(Masks.Rule.HOME_ADDRESS, start - street, length + street, 1, length + street);
    }

    private static boolean isWithinChain(char c) {
        return MaskHits.isNumeral(c) || WITHIN_CHAIN.indexOf(Width.fold(c)) >= 0;
    }
}
