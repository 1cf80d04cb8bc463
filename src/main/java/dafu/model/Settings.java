package dafu.model;

import dafu.text.Masks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code content/archive.yml} says; every key may be absent, and the defaults build a good site. */
public record Settings(
        @Key(zh = "名称", about = "档案的名称", aboutEn = "the archive's name")
        Optional<String> title,

        @Key(zh = "说明", about = "一两句话的介绍", aboutEn = "one or two sentences about it")
        Optional<String> description,

        @Key(zh = "语言", about = "zh-CN 或 en", aboutEn = "zh-CN or en")
        Optional<String> language,

        @Key(
                zh = "网址",
                about = "公开后的网址，如 https://example.org/dafu/",
                aboutEn = "the public address, such as https://example.org/dafu/")
        Optional<String> baseUrl,

        @Key(zh = "主办", about = "公开这份档案的单位", aboutEn = "who publishes the archive")
        Optional<String> publisher,

        @Key(zh = "网站标识码", about = "政府网站标识码", aboutEn = "the identification code of a government site")
        Optional<String> siteIdCode,

        @Key(zh = "网站域名", about = "政府网站域名", aboutEn = "the domain of a government site")
        Optional<String> siteDomain,

        @Key(zh = "许可", about = "数据的使用许可", aboutEn = "the licence of the data")
        Optional<String> licence,

        @Key(zh = "每页条数", about = "列表每页的条数", aboutEn = "entries on a page of a listing")
        Optional<Integer> perPage,

        @Key(
                zh = "备案号",
                about = "ICP 备案号和公安备案号，照证书写全，显示在每一页下方",
                aboutEn = "the filing numbers of the site in full, shown below every page")
        List<String> filings,

        @Key(
                zh = "办理期限",
                about = "交办后几个月内答复，默认 3，供 check --report series 查逾期",
                aboutEn = "the months from assignment to reply, 3 by default, for check --report series")
        Optional<Integer> replyMonths,

        @Key(zh = "通知", about = "每一页上方的一句话", aboutEn = "a sentence above every page")
        Optional<String> notice,

        @Key(zh = "类型", about = "自带类型以外的类型", aboutEn = "kinds beyond the built-in ones")
        List<Entry> kinds,

        @Key(zh = "办理结果", about = "办理结果的分类办法", aboutEn = "the schemes of outcome classes")
        List<Scheme> outcomes,

        @Key(zh = "届次", about = "会议，从早到晚", aboutEn = "the meetings, oldest first")
        List<Entry> sessions,

        @Key(zh = "单位", about = "承办单位", aboutEn = "answering bodies")
        List<Entry> bodies,

        @Key(zh = "提案人", about = "提出提案的单位", aboutEn = "who asks")
        List<Entry> proposers,

        @Key(zh = "主题", about = "主题词", aboutEn = "topics") List<Entry> topics,

        @Key(
                zh = "封闭词表",
                about = "只许用已声明名称的词表，如 bodies",
                aboutEn = "vocabularies that allow declared names only, such as bodies")
        List<String> closed,

        @Key(zh = "停用规则", about = "不用的检查规则", aboutEn = "rules of check that are turned off")
        List<String> rulesOff,

        @Key(zh = "用词", about = "自己的用词表：错的写法和对的写法", aboutEn = "your own list of wrong and right words")
        List<Word> words,

        @Key(zh = "遮盖", about = "遮盖哪些个人信息；不写就是全部", aboutEn = "which personal data is masked; all of it unless said")
        List<String> masks) {

    public static final Schema<Settings> SCHEMA = Schema.of(Settings.class);
    public static final Settings DEFAULTS =
            SCHEMA.create(SCHEMA.fields().stream().map(Schema::absent).toArray());

    /** A name that the archive knows: its part of an address, other ways to write it, lay words, what came after it. */
    public record Entry(
            @Key(
                    zh = "标识",
                    required = true,
                    about = "地址中的名字，小写字母、数字、连字符",
                    aboutEn = "its part of the address: a-z, 0-9, hyphen")
            String id,

            @Key(zh = "名称", required = true, about = "给读者看的名称", aboutEn = "its name")
            String name,

            @Key(zh = "别名", about = "同一名称的其他写法", aboutEn = "other ways to write it")
            List<String> aliases,

            @Key(zh = "同义词", about = "读者会用的说法，供搜索", aboutEn = "lay words for it, for search")
            List<String> synonyms,

            @Key(zh = "继任", about = "更名或合并以后的标识", aboutEn = "the id of what it became")
            Optional<String> successor) {}

    /** One way to class outcomes. Letters differ from place to place, so a class means something in its scheme alone. */
    public record Scheme(
            @Key(zh = "标识", required = true, about = "地址中的名字", aboutEn = "its part of the address")
            String scheme,

            @Key(zh = "名称", about = "给读者看的名称", aboutEn = "its name")
            Optional<String> name,

            @Key(zh = "类别", required = true, about = "各类别", aboutEn = "its classes")
            List<Outcome> classes) {}

    public record Outcome(
            @Key(zh = "代码", required = true, about = "如 A", aboutEn = "such as A")
            String code,

            @Key(zh = "名称", required = true, about = "类别的名称", aboutEn = "the class in a few words")
            String label,

            @Key(zh = "含义", about = "类别的含义", aboutEn = "what the class means")
            Optional<String> meaning) {}

    /** A wording that this archive does not want, and what it writes instead. */
    public record Word(
            @Key(
                    zh = {"错", "错误"},
                    required = true,
                    about = "错的写法",
                    aboutEn = "the wrong wording")
            String wrong,

            @Key(
                    zh = {"对", "正确"},
                    required = true,
                    about = "对的写法",
                    aboutEn = "the right one")
            String right,

            @Key(
                    zh = {"理由", "原因"},
                    about = "为什么",
                    aboutEn = "why")
            Optional<String> reason) {}

    public String languageTag() {
        return language.orElse("zh-CN");
    }

    public int monthsToReply() {
        return replyMonths.orElse(3);
    }

    /** Which personal data is masked: what is said, else all of it; where nothing that is said is a rule, all as well. */
    public Set<Masks.Rule> maskRules() {
        Set<Masks.Rule> said = Arrays.stream(Masks.Rule.values())
                .filter(rule -> masks.contains(rule.id()))
                .collect(Collectors.toUnmodifiableSet());
        return said.isEmpty() ? Set.of(Masks.Rule.values()) : said;
    }

    public int entriesPerPage() {
        return perPage.orElse(20);
    }
}
