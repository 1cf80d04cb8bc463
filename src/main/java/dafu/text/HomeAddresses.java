package dafu.text;

import java.util.Arrays;

/**
 * Where somebody lives, below the street: numbers of house, stair and flat that are said to be a residence or are
 * built like one. Addresses of offices, halls and schools stay.
 */
final class HomeAddresses {
    /** The first characters of the units that begin or carry a house number. */
    static final String TRIGGERS = "号栋幢座弄单室";

    private static final int REACH = 40;
    private static final String[] RESIDENCE = {
        "家住", "住址", "现住", "住在", "居住于", "居住在", "居住地", "户籍地", "户籍所在地", "户籍在", "户口所在地", "家庭地址", "暂住于", "暂住在", "暂住地", "租住",
        "借住", "寄住", "常住地", "我家在", "他家在", "她家在", "住:", "住："
    };
    private static final String[] OFFICE = {
        "办公", "单位地址", "机关", "公司", "中心", "营业", "商铺", "门店", "门面", "窗口", "注册", "驻地", "服务站", "大厦", "写字楼", "政府", "学校", "医院",
        "仓库", "厂房", "经营", "会议", "事务所", "协会", "幼儿园", "支行", "药店"
    };
    private static final String[] ESTATES = {
        "小区", "花园", "家园", "新村", "苑", "公寓", "宿舍", "家属院", "家属区", "新城", "华庭", "名邸", "公馆", "嘉园", "锦园", "安置区", "安置点", "豪庭",
        "雅居", "山庄", "名城", "半岛", "庭"
    };
    /** 12号线, 12号文: the unit is the beginning of another word; so is 号 in a date. */
    private static final String OTHER_WORDS = "线文令提桥井台闸机车船泵站坑矿洞公召议建以之前开";

    private static final String[] GROUPS = {
        "附近", "一带", "周边", "片区", "的居民", "的群众", "的住户", "的业主们", "居民", "住户", "等地", "等小区", "等处"
    };

    private HomeAddresses() {}

    static void scan(String text, int at, MaskHits hits) {
        if (at == 0 || !hits.wants(Masks.Rule.HOME_ADDRESS) || text.charAt(at) == '单' && !text.startsWith("单元", at)) {
            return;
        }
        if (at < hits.judgedHouseNumbers()) {
            return;
        }
        HouseNumbers numbers = HouseNumbers.around(text, at, Math.max(hits.lastEnd(), hits.judgedHouseNumbers()));
        if (numbers.isEmpty()) {
            return;
        }
        hits.judgedHouseNumbers(numbers.end());
        String before = textBefore(text, numbers.start());
        if (isSaidToBeHome(text, before, numbers) || isBuiltLikeHome(text, before, numbers)) {
            int tokenStart = tokenStart(text, numbers.start(), hits);
            hits.add(Masks.Rule.HOME_ADDRESS, tokenStart, numbers.end(), numbers.hidden(tokenStart));
        }
    }

    /** 7-2-1101: house, stair and flat without their units, at the digit that may begin them. */
    static void scanJoined(String text, int at, MaskHits hits) {
        if (!hits.wants(Masks.Rule.HOME_ADDRESS) || at == 0 || !Width.isHan(text.charAt(at - 1))) {
            return;
        }
        DigitChain chain = DigitChain.read(text, at);
        int digits = chain.digitsIn(chain.groups());
        boolean shaped = chain.groups() == 3
                && chain.digitsIn(1) <= 2
                && chain.digitsIn(2) - chain.digitsIn(1) <= 2
                && digits - chain.digitsIn(2) >= 3
                && digits - chain.digitsIn(2) <= 4
                && DigitChain.isHyphen(chain.separatorBefore(chain.digitsIn(1)))
                && DigitChain.isHyphen(chain.separatorBefore(chain.digitsIn(2)));
        int end = chain.end(chain.groups());
        if (!shaped || Width.isAlphanumeric(chain.charAt(end)) || DigitChain.isHyphen(chain.charAt(end))) {
            return;
        }
        String before = textBefore(text, at);
        if (isPlaceAfterResidence(before) || endsWithAny(before, ESTATES) && !containsAny(before, OFFICE)) {
            int tokenStart = tokenStart(text, at, hits);
            hits.judgedHouseNumbers(end);
            hits.add(
                    Masks.Rule.HOME_ADDRESS,
                    tokenStart,
                    end,
                    Arrays.stream(chain.places(0, digits))
                            .filter(place -> place > tokenStart)
                            .toArray());
        }
    }

    /** The street's last character opens the token, so that no token begins with an asterisk. */
    private static int tokenStart(String text, int start, MaskHits hits) {
        return start > Math.max(0, hits.lastEnd()) && Width.isHan(text.charAt(start - 1)) ? start - 1 : start;
    }

    /** 家住…路12号: a place, and nothing but a place, between the word and the number. */
    private static boolean isSaidToBeHome(String text, String before, HouseNumbers numbers) {
        if (!numbers.has("号栋幢座弄单室") || opensOtherWord(text, numbers)) {
            return false;
        }
        boolean detailed = numbers.has("单") && numbers.hasRoom();
        return (isPlaceAfterResidence(before) || detailed && endsWithAny(before, RESIDENCE))
                && (numbers.hasRoom() || !startsWithAny(text, numbers.end(), GROUPS));
    }

    /** The residence word, and then a place of two characters or more up to the number. */
    private static boolean isPlaceAfterResidence(String before) {
        int word = -1;
        int place = -1;
        for (String residence : RESIDENCE) {
            int found = before.lastIndexOf(residence);
            if (found > word || found == word && found + residence.length() > place) {
                word = found;
                place = found + residence.length();
            }
        }
        if (word < 0) {
            return false;
        }
        String between = before.substring(place);
        long han = between.chars().filter(c -> Width.isHan((char) c)).count();
        return han >= 2 && !between.contains("的") && !containsAny(between, OFFICE);
    }

    /** Stairs and flats are where people live; offices have neither 单元 nor a place in an estate. */
    private static boolean isBuiltLikeHome(String text, String before, HouseNumbers numbers) {
        boolean house = numbers.has("栋幢座楼号");
        boolean stair = numbers.has("单") && house && numbers.hasRoom();
        boolean lane = numbers.has("弄") && numbers.has("号栋") && numbers.hasRoom();
        boolean estate = house && numbers.has("栋幢座楼") && numbers.hasRoom() && endsWithAny(before, ESTATES);
        return (stair || lane || estate)
                && !containsAny(before, OFFICE)
                && !containsAny(text.substring(numbers.end(), Math.min(text.length(), numbers.end() + 6)), OFFICE);
    }

    private static boolean opensOtherWord(String text, HouseNumbers numbers) {
        int end = numbers.end();
        int start = numbers.start();
        if (start > 0 && text.charAt(start - 1) == '月') {
            return true;
        }
        return end < text.length() && text.charAt(end - 1) == '号' && OTHER_WORDS.indexOf(text.charAt(end)) >= 0;
    }

    /** What stands before, back to the end of the sentence or of the clause. */
    private static String textBefore(String text, int at) {
        int from = at;
        while (from > 0 && at - from < REACH && "。；;！？!?\n，,".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return text.substring(from, at);
    }

    private static boolean containsAny(String text, String... words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithAny(String text, int at, String... words) {
        for (String word : words) {
            if (text.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithAny(String text, String... words) {
        for (String word : words) {
            if (text.endsWith(word)) {
                return true;
            }
        }
        return false;
    }
}
