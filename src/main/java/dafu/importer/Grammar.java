package dafu.importer;

import dafu.text.Han;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sessions, numbers and names as titles and openings spell them. Patterns see folded text, values are as printed. */
final class Grammar {
    private static final String NUMERAL = "(\\d{1,3}|[一二三四五六七八九十百零〇○]{1,4})";
    private static final int LONGEST = 60;
    private static final Pattern SESSION = Pattern.compile("第?\\s*" + NUMERAL + "\\s*届\\s*(\\p{IsHan}{0,14}?)\\s*第?\\s*"
            + NUMERAL + "\\s*次\\s*(?:政协|人大)?(?:全体)?(?:会议|全会|大会)?");
    private static final Pattern ORGAN = Pattern.compile("政协|政治协商|人大|人民代表大会");
    private static final Pattern BEFORE_NAME = Pattern.compile(".*(?:关于对|关于|对|答复|承办|办理|落实|在|现将|现就|年|的|于(?=市|省|区|县))");
    private static final Pattern BODY_BEFORE =
            Pattern.compile(".*?(?:局|厅|办公室|管委会|管理委员会|中心|公司|学院|大学)(?=.{0,12}(?:政协|人大|$))");
    private static final String ITEM =
            "(?:(?<=^|[( 第号])\\p{IsHan}{2,8}类\\s*第?\\s*)?[a-z]{0,4}-?\\d{1,10}(?:-\\d{1,6})?";
    private static final Pattern NUMBER = Pattern.compile("(第|编号\\s*:?|案号\\s*:?|no\\.?)?\\s*(" + ITEM
            + "(?:\\s*号?\\s*[、,和及/]\\s*第?\\s*" + ITEM + ")*)\\s*(号)?|(第)([一二三四五六七八九十百零〇○]{1,7})(号)");
    private static final Pattern AFTER_NUMBER = Pattern.compile(
            "\\s*\\)?\\s*(?:\\([^()]{0,30}\\))?\\s*(?:重点|政协|人大|代表|委员|闭会|平时|大会|集体|个人|党派|界别|\\p{IsHan}{2,3}(?:代表|委员))*\\s*(?:的)?(?:提案|建议|议案|意见|件).*");
    private static final Pattern BEFORE_NUMBER =
            Pattern.compile(".*(?:会议|全会|大会|次|提案|建议|议案|委员|代表|政协|人大|》|[”\"]|\\d\\s*号)的?\\s*[(、]?\\s*");
    private static final Pattern DOCUMENT_NUMBER = Pattern.compile(
            "(\\p{IsHan}{2,16})\\s*[〔\\[【(﹝〖]\\s*((?:19|20)\\d\\d)\\s*[〕\\])】﹞〗]\\s*(第?)\\s*(\\d{1,5})\\s*号(?!\\s*(?:重点)?(?:提案|建议|议案))");
    private static final Pattern BODY = Pattern.compile(
            "\\p{IsHan}[\\p{IsHan}()·]{1,28}(?:局|委|委员会|办|办公室|厅|部|院|政府|中心|公司|集团|会|所|站|处|队|大学|学校|中学|医院|银行|馆|社|台|署|园区|开发区|新区|街道|镇|乡|党校|分行|联|总工会)");
    private static final Pattern SIGNED =
            Pattern.compile("(.{3,40}?)\\s*((?:(?:19|20)\\d\\d|[一二][一二三四五六七八九〇○◯零OＯ]{3}).{2,16})");
    private static final Pattern NO_BODY =
            Pattern.compile("(?:感谢|特此|此复|专此|以上|附件|关于|对|网站|欢迎|如|请).*|.*(?:提案|建议|答复|政务公开|会议)");

    /**
     * A session as printed and as counted.
     *
     * @param code {@code cppcc} or {@code npc} with term and meeting, for a file's name
     */
    record Session(String name, String code, boolean consultative, int start, int end) {}

    private Grammar() {}

    /** The first session that a text names; one without 政协 or 人大 only where a number follows. */
    static Optional<Session> session(String text) {
        String folded = Han.fold(text);
        Matcher matcher = SESSION.matcher(folded);
        while (matcher.find()) {
            int from = matcher.start();
            while (from > 0 && Han.isHan(folded.charAt(from - 1))) {
                from--;
            }
            String before = folded.substring(from, matcher.start());
            Matcher boundary = BEFORE_NAME.matcher(before);
            from += boundary.lookingAt() ? boundary.end() : 0;
            Matcher body = BODY_BEFORE.matcher(folded.substring(from, matcher.start()));
            from += body.lookingAt() ? body.end() : 0;
            String name = text.substring(from, matcher.end()).replaceAll("\\s", "");
            String rest = folded.substring(matcher.end());
            if (ORGAN.matcher(name).find() || rest.matches("\\s*\\(?第?[^,。]{0,12}号.*")) {
                boolean consultative = name.contains("政") || !name.contains("人") && rest.contains("提案");
                String code = (consultative ? "cppcc-" : "npc-") + Dates.number(matcher.group(1)) + "-"
                        + Dates.number(matcher.group(3));
                return Optional.of(new Session(name, code, consultative, from, matcher.end()));
            }
        }
        return Optional.empty();
    }

    /** The numbers under which proposals are filed: 第058号, (教育类410号), 16号, 第12、35号; never those of streets. */
    static List<String> numbers(String text) {
        String plain = blank(DOCUMENT_NUMBER, Han.fold(blankQuoted(text)));
        List<String> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(plain);
        while (matcher.find()) {
            boolean chinese = matcher.group(5) != null;
            boolean named =
                    chinese || matcher.group(1) != null && !matcher.group(1).isEmpty();
            boolean filed = AFTER_NUMBER.matcher(plain.substring(matcher.end())).matches()
                    || BEFORE_NUMBER
                            .matcher(plain.substring(0, matcher.start()))
                            .matches()
                    || named && matcher.group().matches("(?s)(?:编号|案号).*");
            if (!filed || !named && matcher.group(3) == null) {
                continue;
            }
            int group = chinese ? 5 : 2;
            for (String item :
                    text.substring(matcher.start(group), matcher.end(group)).split("[、,，和及/]")) {
                String number = item.replaceAll("[\\s第号]", "");
                if (!number.isEmpty() && !numbers.contains(number)) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    /** The number of the document and the words it stands in; the brackets of the year made 〔〕. */
    static Optional<String[]> documentNumber(String text) {
        Matcher matcher = DOCUMENT_NUMBER.matcher(Han.fold(text));
        return matcher.find()
                ? Optional.of(new String[] {
                    text.substring(matcher.start(), matcher.end()),
                    matcher.group(1) + "〔" + matcher.group(2) + "〕" + matcher.group(3) + matcher.group(4) + "号"
                })
                : Optional.empty();
    }

    /** The words between the first 《 and its 》, titles within it included. */
    static Optional<String> quoted(String text) {
        int open = text.indexOf('《');
        int depth = 0;
        for (int i = Math.max(0, open); open >= 0 && i < text.length(); i++) {
            depth += text.charAt(i) == '《' ? 1 : text.charAt(i) == '》' ? -1 : 0;
            if (depth == 0) {
                return Optional.of(text.substring(open + 1, i).strip());
            }
        }
        return Optional.empty();
    }

    /** The name of a body at the foot or the head of a letter: seals and padding taken away; empty where it is none. */
    static Optional<String> body(String text) {
        String bare = (text.length() > LONGEST ? "" : text)
                .replaceAll("[（(](?:盖章|公章|印章|章|代章)[）)]", "")
                .strip();
        String[] tokens = bare.split("\\s+");
        // 岳 阳 市 教 育 局 is padded, 市教育局 市财政局 are two.
        String name = tokens.length > 1 && tokens[0].length() >= 4 && isBody(tokens[0]) && isBody(tokens[1])
                ? tokens[0]
                : String.join("", tokens);
        return isBody(name) ? Optional.of(name) : Optional.empty();
    }

    /** A sign-off on one line: the body and the date. */
    static Optional<String[]> signed(String text) {
        Matcher matcher = SIGNED.matcher(text);
        return text.length() <= 2 * LONGEST
                        && matcher.matches()
                        && Dates.read(matcher.group(2)).isPresent()
                ? body(matcher.group(1)).map(body -> new String[] {body, matcher.group(2)})
                : Optional.empty();
    }

    private static boolean isBody(String name) {
        return name.length() >= 3
                && BODY.matcher(Han.fold(name)).matches()
                && !NO_BODY.matcher(name).matches();
    }

    /** The text with what titles quote made neutral, so that numbers in it do not count. */
    static String blankQuoted(String text) {
        return blank(Pattern.compile("(?<=《)[^》]*"), text);
    }

    private static String blank(Pattern pattern, String text) {
        return pattern.matcher(text)
                .replaceAll(match -> "□".repeat(match.group().length()));
    }
}
