package dafu.importer;

import dafu.text.Han;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words before a colon by which pages and lists name their fields, and those that only dress a page. */
final class Labels {
    /** What a page says of who put it up; never a field, only a hint. */
    static final String POSTED_BY = "posted-by";

    static final String TEXT = "text";
    static final String FURNITURE = "";
    private static final Map<String, String> KEYS = new HashMap<>();

    static {
        key("title", "标题|信息名称|名称");
        key("session", "届次");
        key("number", "提案编号|建议编号|议案编号|提案号|建议号|议案号|案号|提案序号|建议序号|编号");
        key("proposal-title", "提案标题|提案题目|提案名称|建议标题|建议名称|建议题目|案由|事由");
        key("proposers", "提案人|提案者|建议人|提出人|领衔代表|领衔人|第一提案人|提案单位|提案委员|建议代表|代表姓名|委员姓名|提案者姓名");
        key("answering-body", "主办单位|承办单位|答复单位|办理单位|主办部门|承办部门|答复部门");
        key("supporting-bodies", "会办单位|协办单位|会办部门|协办部门");
        key("assigned", "交办日期|交办时间");
        key("date", "答复日期|答复时间|成文日期|成文时间|生成日期|复函日期|发文日期|印发日期");
        key("published", "公开日期|公开时间|发布日期|发布时间|发表时间|上网时间|发布于|日期|时间");
        key("document-number", "发文字号|发文文号|公文文号|文件编号|发文号|文号");
        key("index-number", "信息索引号|索引号|索取号");
        key("outcome", "办理结果|办理类别|答复类别|办复类别|办理类型|结果类别|复文类别|答复分类|类别");
        key("disclosure", "公开属性|公开方式|公开类别|公开选项|信息公开选项|公开形式|公开类型");
        key("contact.office", "联系科室|联系处室|承办科室|承办处室");
        key(POSTED_BY, "信息来源|文章来源|来源|发布机构|发布单位|公开机构|公开主体|发文单位|发文机关|制发机关|信息提供");
        key(TEXT, "正文|答复内容|答复全文|答复正文|全文|内容");
        key(
                FURNITURE,
                "浏览次数|浏览量|阅读次数|阅读量|阅读数|访问次数|访问量|点击数|点击率|点击量|点击次数|阅读|浏览|点击|字体大小|字体|字号|打印|作者|责任编辑|编辑|责编|审核人|审核"
                        + "|初审|复审|终审|校对|主题分类|主题词|体裁分类|有效性|信息分类|所属主题|语种|分享到|分享|关键词|更新时间|发布人|录入|撰稿|收藏|视力保护色|背景色");
    }

    private static final String NAMES = String.join(
            "|",
            KEYS.keySet().stream()
                    .sorted((a, b) -> a.length() != b.length() ? b.length() - a.length() : a.compareTo(b))
                    .toList());
    private static final Pattern LABEL =
            Pattern.compile("(?:^|(?<=[\\s|;,(\\[【]))(" + NAMES + ")\\s*(?::\\s*\\|?|\\|)\\s*");

    /** A field that a line names, as the page gives it. */
    record Named(String key, String label, String value) {}

    private Labels() {}

    /** The key that a column's heading means beside the keys' own names. */
    static Optional<String> key(String label) {
        return Optional.ofNullable(KEYS.get(label)).filter(key -> !key.equals(FURNITURE) && !key.equals(POSTED_BY));
    }

    /** The fields that a line names one after the other; empty where it does not begin with one. */
    static List<Named> in(String line) {
        String bare = line.replaceFirst("^[|【\\[(（\\s]+", "");
        Matcher matcher = LABEL.matcher(Han.fold(bare));
        List<Named> named = new ArrayList<>();
        if (!matcher.lookingAt()) {
            return named;
        }
        matcher.reset();
        int valueFrom = 0;
        String label = "";
        while (matcher.find()) {
            add(named, label, bare.substring(valueFrom, matcher.start()));
            label = matcher.group(1);
            valueFrom = matcher.end();
        }
        add(named, label, bare.substring(valueFrom));
        return named;
    }

    private static void add(List<Named> named, String label, String rest) {
        String key = KEYS.getOrDefault(label, FURNITURE);
        String value = rest.strip().replaceFirst("^[|\\s]+", "").replaceFirst("(?:\\s{2,}|\\s*[|]|[】\\]]).*$", "");
        value = value.replaceFirst("^[（(](.*)[）)]$", "$1").strip();
        if (!label.isEmpty()) {
            named.add(new Named(key, label, value));
        }
    }

    private static void key(String key, String labels) {
        for (String label : labels.split("\\|")) {
            KEYS.put(label, key);
        }
    }
}
