package dafu.text;

/** What stands on the same line shortly before a number: whether it is called a telephone, an account, a record. */
final class Context {
    private static final int REACH = 20;
    private static final String BETWEEN = " :：为是即（(“\"'‘[【第№#";

    private final String before;

    private Context(String before) {
        this.before = before;
    }

    static Context of(String text, int at) {
        int from = at;
        while (from > 0 && at - from < REACH && text.charAt(from - 1) != '\n') {
            from--;
        }
        return new Context(text.substring(from, at));
    }

    boolean mentions(String... words) {
        for (String word : words) {
            if (before.contains(word)) {
                return true;
            }
        }
        return false;
    }

    boolean isTelephone() {
        return mentions(
                "电话", "手机", "联系", "致电", "拨打", "来电", "短信", "微信", "移动号", "tel", "Tel", "TEL", "phone", "Phone", "mobile",
                "Mobile");
    }

    boolean isIdentity() {
        return mentions("身份", "证件号");
    }

    boolean isAccount() {
        return mentions("账号", "帐号", "卡号", "银行卡", "账户", "帐户", "开户", "储蓄卡", "信用卡", "社保卡");
    }

    /** 证书编号：湘建安…: the number goes on after a few characters of its own. */
    private boolean isWithinRecordNumber() {
        int named = before.lastIndexOf("编号");
        int from = named + 3;
        if (named < 0
                || from > before.length()
                || ":：".indexOf(before.charAt(from - 1)) < 0
                || before.length() - from > 5) {
            return false;
        }
        return before.substring(from).chars().allMatch(c -> Width.isHan((char) c) || c == ' ');
    }

    /** Whether the number is introduced as something's 号 or 码 other than a telephone's, a card's or an account's. */
    boolean isRecordNumber() {
        if (isWithinRecordNumber()) {
            return true;
        }
        int end = before.length();
        while (end > 0 && BETWEEN.indexOf(Width.fold(before.charAt(end - 1))) >= 0) {
            end--;
        }
        String name = before.substring(0, end);
        if (name.endsWith("号码")) {
            name = name.substring(0, name.length() - 1);
        }
        if (name.endsWith("No.") || name.endsWith("NO.") || name.endsWith("编") || name.endsWith("id")) {
            return true;
        }
        if (!name.endsWith("号") && !name.endsWith("码")) {
            return false;
        }
        String kind = name.substring(0, name.length() - 1);
        return !kind.isEmpty()
                && !kind.endsWith("身份证")
                && "机话信系动卡账帐牌Qq短呼叫的个车拨此该".indexOf(kind.charAt(kind.length() - 1)) < 0;
    }
}
