package dafu.importer;

import dafu.text.Han;
import dafu.text.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a reply: its title, what is said above it, to whom it goes, its text, its foot.
 *
 * @param title the title, if there is one, with the line it begins on
 * @param labels what lines before the letter and below it name, with the line
 * @param marks the other lines before and below it: the document's number, the outcome, the disclosure
 * @param text the letter from its addressee to its end
 * @param addressee how many lines of the text are the addressee's
 * @param foot where in the text the sign-off begins, or its end
 * @param contacts the lines with persons' names and telephones, taken out
 * @param dropped what is not the letter's, and why it was left out
 */
record Letter(
        Optional<Line> title,
        List<Label> labels,
        List<Line> marks,
        List<Line> text,
        int addressee,
        int foot,
        List<Line> contacts,
        List<Note> dropped) {
    /** A named field and where it stands; whether it stands below the letter, where a page names its own keeper. */
    record Label(Labels.Named named, Line line, boolean below) {}

    /** How many lines before a page's text may hold its title and its fields. */
    private static final int AROUND = 100;

    private static final Pattern FURNITURE = Pattern.compile(
            "(?:当前|您的|你的|您现在的|所在)(?:的)?(?:位置|栏目).*|[^<>]{1,30}(?:>+[^<>]{1,40}){2,}|[^<>]{1,12}>+[^<>]{1,12}|.+».+"
                    + "|.*字体\\s*[:\\[(【].*大.*|[\\[【(]?\\s*(?:大|中|小)?\\s*(?:打印(?:本页|此页)?|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表)?|收藏|分享|分享到)[\\s\\]】)|/]*(?:打印|关闭|收藏|分享|返回)?.{0,8}"
                    + "|.*扫一扫.*|(?:浏览|阅读|访问|点击)(?:次数|量|数)?.{0,12}|<!--.*-->|(?:首页|网站首页|无障碍|长者模式|繁體|登录|注册)(?:[\\s|].*)?|.*(?:网站标识码|icp备|公网安备|版权所有|copyright).*|[\\s\\p{Punct}—…·|]*");
    private static final Pattern BELOW = Pattern.compile(
            "(?:上一篇|下一篇|上一条|下一条|相关(?:文章|链接|阅读|新闻|信息|文档|稿件)|版权所有|网站地图|分享到|友情链接|主办单位\\s*:.*(?:网|办公室)|责任编辑|.*网站标识码|.*icp备).*");
    private static final Pattern OPENING = Pattern.compile(
            ".*(?:收悉|(?:答复|回复|函复|回应|反馈|函告|报告)如下|现(?:回|函|答)?复如下|现将.{0,60}(?:答复|回复|函复|函告|反馈)|提出的.{0,14}[《“\"]|您好[!,。]).*");
    private static final Pattern MEMBERS = Pattern.compile("(?:尊敬的)?[^。;]{1,60}(?:代表|委员)(?:们|同志)?\\s*[:,]?");
    private static final Pattern GREETED =
            Pattern.compile("([^。；，,:：]{1,40}(?:代表|委员)(?:们)?[:：])([^:：]*(?:提出|收悉|您好|你好|来).*)");
    private static final Pattern TITLE_END = Pattern.compile(
            ".*(?:答复|答复函|复函|函复|回复|回函|回复函|的函|答复意见|会办意见|协办意见|办理意见|会办件|协办件|办理情况|答复件|的报告|意见函)(?:\\((?:节选|摘要|摘登|摘编|全文|[a-d甲乙丙丁]\\d?类?|[^()]{2,12}[〔\\[(]?\\d{4}[〕\\])]?\\d+号)\\))?");
    private static final Pattern TITLE_WORD = Pattern.compile("提案|建议|议案|代表|委员|政协|人大|关于|对|号");
    private static final Pattern MARK = Pattern.compile(
            "[\\[【(]?(?:(?:类别|分类)?\\s*[:]?\\s*[(]?[a-d甲乙丙丁]\\d?\\s*类?[)]?|主动公开|依申请公开|不予公开|同意公开|(?:此|本)件(?:主动)?公开(?:发布)?|公开|签发人:.*)[\\])】]?");
    static final Pattern CONTACT = Pattern.compile(
            "[(]?\\s*(?:联\\s*系\\s*人|承\\s*办\\s*人|承办负责人|经\\s*办\\s*人|联络人|责任人|负责人|分管领导|分管负责人|签\\s*发\\s*人|签发|具体承办人|主管领导|主要负责人"
                    + "|联系电话|电\\s*话|联系方式|办公电话|咨询电话|手机|传真|邮编|邮箱|电子邮箱|联系科室|联系处室|承办科室|承办处室|联系部门|联系地址|地址)[\\p{IsHan}、/()]{0,14}\\s*[: ].*");
    private static final Pattern MORE_CONTACT = Pattern.compile("[\\p{IsHan}\\s、,]{0,14}[:\\s]*[\\d*\\-\\s]{7,20}\\)?");
    static final Pattern ITEM = Pattern.compile(
            "(?:[一二三四五六七八九十]{1,3}\\s*[、.,]|\\([一二三四五六七八九十]{1,3}\\)|\\d{1,2}\\s*[.、](?!\\d)|\\(\\d{1,2}\\)|附件).*");

    /** Whether a line is one by itself: a heading, an item, an addressee, a field. */
    static boolean standsAlone(Line line) {
        String folded = line.folded();
        return ITEM.matcher(folded).matches()
                || MEMBERS.matcher(folded).matches()
                || TITLE_END.matcher(folded).matches()
                || CONTACT.matcher(folded).matches()
                || Dates.read(line.text()).isPresent()
                || folded.endsWith(":") && folded.length() < 40
                || !Labels.in(line.head()).isEmpty();
    }

    static Letter of(Page page, List<Line> all) {
        return new Parts(page, all).letter();
    }

    /** The work of telling the parts apart, from top to bottom. */
    private static final class Parts {
        private final Page page;
        private final List<Line> lines = new ArrayList<>();
        private final List<Line> around = new ArrayList<>();
        private final List<Label> labels = new ArrayList<>();
        private final List<Line> marks = new ArrayList<>();
        private final List<Line> contacts = new ArrayList<>();
        private final List<Note> dropped = new ArrayList<>();

        Parts(Page page, List<Line> all) {
            this.page = page;
            for (Line line : all) {
                boolean within = line.number() >= page.from() && line.number() < page.to();
                if (!within && (isFurniture(line) || line.number() >= page.to())) {
                    Labels.in(line.head()).forEach(each -> labels.add(new Label(each, line, true)));
                } else if (isFurniture(line)) {
                    drop(line, "网页上的", "part of the page", Labels.in(line.head()), true);
                } else if (line.number() < page.from()) {
                    around.add(line);
                    around.subList(0, Math.max(0, around.size() - AROUND)).clear();
                } else {
                    Matcher both = GREETED.matcher(line.head());
                    if (both.matches()) {
                        lines.add(line.with(both.group(1)));
                        lines.add(line.with(line.text().substring(both.start(2)).strip()));
                    } else {
                        lines.add(line);
                    }
                }
            }
        }

        private static boolean isFurniture(Line line) {
            return line.text().length() <= 120
                    && !line.text().startsWith("| ")
                    && line.text().indexOf('。') < 0
                    && FURNITURE.matcher(line.folded()).matches();
        }

        Letter letter() {
            int opening = first(
                    0,
                    Math.min(lines.size(), 40),
                    line -> OPENING.matcher(line.folded()).matches()
                            && !TITLE_END.matcher(tight(line)).matches()
                            && Labels.in(line.head()).isEmpty());
            int to = opening < 0 ? Math.min(lines.size(), 25) : opening + 1;
            int addressee = first(0, to, this::isAddressee);
            int greeted = addressee < 0 ? 0 : 1;
            while (addressee > 0 && lines.get(addressee - 1).text().endsWith("、")) {
                addressee--;
                greeted++;
            }
            while (greeted > 0
                    && addressee + greeted < to
                    && MEMBERS.matcher(lines.get(addressee + greeted).folded()).matches()
                    && isAddressee(lines.get(addressee + greeted))) {
                greeted++;
            }
            List<Line> head = new ArrayList<>(around);
            int start = addressee >= 0 ? addressee : Math.max(opening, 0);
            head.addAll(lines.subList(0, addressee < 0 && opening < 0 ? Math.min(lines.size(), 12) : start));
            List<Line> plain = new ArrayList<>();
            head.forEach(line -> above(line, plain));
            List<List<Line>> titles = titles(plain);
            Optional<Line> title = titles.stream()
                    .map(Parts::joined)
                    .max(Comparator.comparingInt(
                            line -> (Grammar.session(line.text()).isPresent() ? 1000 : 0)
                                    + (Grammar.numbers(line.text()).isEmpty() ? 0 : 1000)
                                    + line.text().length()));
            if (addressee < 0 && opening < 0) {
                start = titles.isEmpty()
                        ? 0
                        : 1
                                + lines.indexOf(titles.get(titles.size() - 1)
                                        .get(titles.get(titles.size() - 1).size() - 1));
            }
            titles.forEach(plain::removeAll);
            for (Line line : plain) {
                if (line.number() >= page.from() && lines.indexOf(line) < start) {
                    drop(line, "信函之前的", "before the letter", List.of(), false);
                }
            }
            List<Line> text = new ArrayList<>(lines.subList(start, lines.size()));
            List<Line> above = new ArrayList<>();
            List<Line> below = new ArrayList<>();
            below(text, foot(text), above, below);
            int foot = above.size();
            above.addAll(below);
            return new Letter(title, labels, marks, above, greeted, foot, contacts, dropped);
        }

        private boolean isAddressee(Line line) {
            String folded = line.folded();
            if (folded.length() > 90
                    || !Labels.in(line.head()).isEmpty()
                    || TITLE_END.matcher(tight(line)).matches()
                    || CONTACT.matcher(folded).matches()) {
                return false;
            }
            return folded.endsWith(":")
                            && folded.indexOf('。') < 0
                            && !OPENING.matcher(folded).matches()
                    || folded.length() <= 40
                            && MEMBERS.matcher(folded).matches()
                            && !folded.startsWith("关于")
                            && !folded.startsWith("对");
        }

        /** A line above the letter: fields, marks, or something that may be the title. */
        private void above(Line line, List<Line> plain) {
            List<Labels.Named> named = Labels.in(line.head());
            if (!named.isEmpty()) {
                named.forEach(each -> labels.add(new Label(each, line, false)));
            } else if (isMark(line)
                    && (line.number() >= page.from()
                            || Grammar.documentNumber(line.text()).isPresent())) {
                marks.add(line);
            } else {
                plain.add(line);
            }
        }

        private static boolean isMark(Line line) {
            String rest = line.head();
            Optional<String[]> number = Grammar.documentNumber(rest);
            if (number.isPresent()) {
                rest = rest.replace(number.get()[0], " ");
            }
            boolean all = !Han.fold(rest).isBlank() || number.isPresent();
            for (String token : Han.fold(rest).strip().split("\\s+|(?<=类)(?=[主依不同])|(?<=\\))(?=\\()")) {
                all &= token.isEmpty() || MARK.matcher(token).matches();
            }
            return all || number.isEmpty() && Dates.read(line.text()).isPresent();
        }

        /** Runs of one to three lines that read as a title; a body's name may stand on a line of its own above the rest. */
        private List<List<Line>> titles(List<Line> plain) {
            List<List<Line>> titles = new ArrayList<>();
            for (int i = 0; i < plain.size(); i++) {
                for (int j = i; j < Math.min(plain.size(), i + 4); j++) {
                    List<Line> run = plain.subList(i, j + 1);
                    String joined = tight(joined(run));
                    if (joined.length() > 160 || !opensTitle(run)) {
                        break;
                    }
                    if (TITLE_END.matcher(joined).matches()
                            && TITLE_WORD.matcher(joined).find()) {
                        titles.add(List.copyOf(run));
                        i = j;
                        break;
                    }
                }
            }
            return titles;
        }

        private boolean opensTitle(List<Line> run) {
            String first = tight(run.get(0));
            if (run.size() == 1) {
                return true;
            }
            if (run.get(0).number() < page.from()) {
                return false;
            }
            boolean body = Grammar.body(run.get(0).text()).isPresent();
            return body && run.get(1).folded().matches("(?:关于|对|办理|答复|就).*")
                    || !body && first.matches(".*(?:关于|对|政协|人大|届|提案|建议).*") && first.length() > 4;
        }

        private static Line joined(List<Line> run) {
            StringBuilder text = new StringBuilder();
            run.forEach(line -> text.append(line.text()));
            return run.get(0).with(text.toString().replaceAll(" {2,}", " "));
        }

        /** Where the sign-off begins: the last date that stands alone with the bodies above it, else a last line that is a body. */
        private static int foot(List<Line> text) {
            int date = -1;
            for (int i = text.size() - 1; i > 0; i--) {
                boolean alone = Dates.read(text.get(i).text()).isPresent();
                if (alone && date < 0 && i > text.size() - 15) {
                    date = i;
                }
                if (Grammar.signed(text.get(i).text()).isPresent()) {
                    return i;
                }
                if (alone && Grammar.body(text.get(i - 1).text()).isPresent()) {
                    date = i;
                    break;
                }
            }
            int from = date;
            if (date < 0) {
                from = text.size();
                for (int i = text.size() - 1; i > Math.max(0, text.size() - 8); i--) {
                    if (Grammar.body(text.get(i).text()).isPresent()
                            && text.get(i).text().length() <= 30) {
                        return i;
                    }
                }
            }
            while (from > 1
                    && from <= text.size() - 1
                    && Grammar.body(text.get(from - 1).text()).isPresent()) {
                from--;
            }
            return from;
        }

        /** The text without contacts, and without what a page hangs below a letter. */
        private void below(List<Line> text, int foot, List<Line> above, List<Line> below) {
            boolean over = false;
            for (int i = 0; i < text.size(); i++) {
                Line line = text.get(i);
                String folded = line.folded();
                boolean after = i > foot;
                List<Labels.Named> named = Labels.in(line.head());
                over |= after && BELOW.matcher(folded).matches();
                boolean contact = i > foot - 8
                        && i > 0
                        && folded.length() <= 120
                        && (CONTACT.matcher(folded).matches()
                                || !contacts.isEmpty()
                                        && MORE_CONTACT.matcher(folded).matches()
                                        && Dates.read(line.text()).isEmpty());
                if (over) {
                    drop(line, "网页上的", "part of the page", named, true);
                } else if (contact) {
                    contacts.add(line);
                } else if (after && !named.isEmpty()) {
                    named.forEach(each -> labels.add(new Label(each, line, true)));
                } else if (after && isMark(line) && Dates.read(line.text()).isEmpty()) {
                    marks.add(line);
                } else {
                    (i < foot ? above : below).add(line);
                }
            }
        }

        private void drop(Line line, String zh, String en, List<Labels.Named> named, boolean below) {
            named.forEach(each -> labels.add(new Label(each, line, below)));
            dropped.add(new Note(line.number(), Message.of(zh + "“%s”", en + ": “%s”", Note.clipped(line.text()))));
        }

        private int first(int from, int to, java.util.function.Predicate<Line> test) {
            for (int i = from; i < to; i++) {
                if (test.test(lines.get(i))) {
                    return i;
                }
            }
            return -1;
        }

        private static String tight(Line line) {
            return line.folded().replaceAll("\\s", "");
        }
    }
}
