package dafu.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The front matter of a reply, one component per key: this list is the schema. Parsing, hints, the skeleton of a new
 * reply, the editors' table and the open data follow from it.
 */
public record Metadata(
        @Key(zh = "标题", required = true, about = "答复的标题，照原文", aboutEn = "the reply's title, as printed")
        String title,

        @Key(
                zh = "类型",
                about = "提案、建议、议案等；archive.yml 可以增加",
                aboutEn = "proposal, suggestion, motion, question, request, or a kind that archive.yml adds")
        Optional<String> kind,

        @Key(zh = "届次", about = "提出时的会议", aboutEn = "the meeting at which it was filed")
        Optional<String> session,

        @Key(
                zh = "编号",
                about = "照原文，前面的零要保留；一件答复多件时写成列表",
                aboutEn = "as printed, leading zeros kept; a list where one letter answers several")
        List<String> number,

        @Key(zh = "提案标题", about = "提案或建议的标题", aboutEn = "the title of what was asked")
        Optional<String> proposalTitle,

        @Key(
                zh = {"提案人", "建议人"},
                about = "提出的单位或个人，领衔的在前",
                aboutEn = "who asked, the leading one first")
        List<String> proposers,

        @Key(
                zh = {"主办单位", "承办单位"},
                required = true,
                about = "作出答复的单位",
                aboutEn = "the body that answers")
        String answeringBody,

        @Key(zh = "会办单位", about = "会办、协办的单位", aboutEn = "bodies that contributed")
        List<String> supportingBodies,

        @Key(
                zh = "文种",
                about = "答复，或会办单位给主办单位的会办意见",
                aboutEn = "an answer, or a supporting body's opinion to the answering body")
        Role role,

        @Key(zh = "交办日期", about = "交给承办单位的日期", aboutEn = "when it was handed to the body")
        Optional<LocalDate> assigned,

        @Key(zh = "答复日期", required = true, about = "答复上署的日期", aboutEn = "the date on the reply")
        LocalDate date,

        @Key(zh = "公开日期", about = "向公众公开的日期", aboutEn = "when it was made public")
        Optional<LocalDate> published,

        @Key(zh = "发文字号", about = "如 示交字〔2022〕55号", aboutEn = "the number of the official document")
        Optional<String> documentNumber,

        @Key(zh = "索引号", about = "信息公开索引号", aboutEn = "the disclosure index number")
        Optional<String> indexNumber,

        @Key(
                zh = "办理结果",
                about = "办理结果的类别，如 A；含义由 archive.yml 说明",
                aboutEn = "the body's own class, in a scheme that archive.yml declares")
        Optional<String> outcome,

        @Key(zh = "满意度", about = "提出者对办理态度和办理结果的评价", aboutEn = "how satisfied the proposer was")
        Optional<Satisfaction> satisfaction,

        @Key(zh = "公开属性", about = "如 主动公开", aboutEn = "how it may be disclosed")
        Optional<String> disclosure,

        @Key(zh = "公开程度", about = "全文、节选、摘要或不公开", aboutEn = "full, excerpt, summary or withheld")
        Extent extent,

        @Key(zh = "摘要", about = "一句话说明答复了什么，用于列表", aboutEn = "what was answered, in one sentence, for lists")
        Optional<String> summary,

        @Key(zh = "主题", about = "主题词，可以多个", aboutEn = "topics")
        List<String> topics,

        @Key(zh = "联系方式", about = "承办科室和办公电话，不写个人", aboutEn = "an office and its telephone, never a person's")
        Optional<Contact> contact,

        @Key(zh = "附件", about = "同一文件夹中的文件和它的名称", aboutEn = "files in the same folder and their titles")
        List<Attachment> attachments,

        @Key(
                zh = "来源",
                about = "原文的网址、获取日期、存档；是否改写",
                aboutEn = "where the original stands, when it was retrieved, whether this is restated")
        Optional<Origin> source,

        @Key(zh = "接续", about = "同一事项较早的答复，写它的路径", aboutEn = "an earlier reply to the same matter, by its path")
        Optional<String> follows,

        @Key(zh = "取代", about = "被这一件取代的答复（重新答复）", aboutEn = "the reply that this one replaces")
        Optional<String> supersedes,

        @Key(zh = "更正", about = "公开以后改了什么，何时改的", aboutEn = "what was changed after publication, and when")
        List<Correction> corrections,

        @Key(zh = "状态", about = "草稿、公开或撤回", aboutEn = "draft, published or withdrawn")
        Status status,

        @Key(zh = "原因", about = "撤回或不公开的原因", aboutEn = "why it was withdrawn or is withheld")
        Optional<String> reason,

        @Key(zh = "旧地址", about = "这一页以前的地址，如 /old/058/", aboutEn = "earlier addresses of this page")
        List<String> aliases,

        @Key(zh = "豁免", about = "不适用于这一件的检查规则，和理由", aboutEn = "rules of check that do not apply here, and why")
        List<Waiver> waivers) {

    public static final Schema<Metadata> SCHEMA = Schema.of(Metadata.class);

    /** Whether the letter answers the proposer or advises the body that does. */
    public enum Role implements Choice {
        ANSWER("答复"),
        SUPPORTING_OPINION("会办意见");

        private final String zh;

        Role(String zh) {
            this.zh = zh;
        }

        @Override
        public String zh() {
            return zh;
        }
    }

    /** How much of the letter is public. */
    public enum Extent implements Choice {
        FULL("全文"),
        EXCERPT("节选"),
        SUMMARY("摘要"),
        WITHHELD("不公开");

        private final String zh;

        Extent(String zh) {
            this.zh = zh;
        }

        @Override
        public String zh() {
            return zh;
        }
    }

    /** Where the reply stands in its life. */
    public enum Status implements Choice {
        PUBLISHED("公开"),
        DRAFT("草稿"),
        WITHDRAWN("撤回");

        private final String zh;

        Status(String zh) {
            this.zh = zh;
        }

        @Override
        public String zh() {
            return zh;
        }
    }

    public record Satisfaction(
            @Key(
                    zh = {"办理", "办理态度"},
                    about = "对办理过程",
                    aboutEn = "with the handling")
            Optional<String> handling,

            @Key(
                    zh = {"结果", "办理结果"},
                    about = "对办理结果",
                    aboutEn = "with the result")
            Optional<String> result) {}

    public record Contact(
            @Key(
                    zh = {"科室", "处室"},
                    about = "承办科室",
                    aboutEn = "the office")
            Optional<String> office,

            @Key(zh = "电话", about = "办公电话", aboutEn = "its telephone")
            Optional<String> phone) {}

    public record Attachment(
            @Key(zh = "文件", required = true, about = "文件名", aboutEn = "the file's name")
            String file,

            @Key(
                    zh = {"名称", "标题"},
                    about = "给读者看的名称",
                    aboutEn = "its title for readers")
            Optional<String> title) {}

    public record Origin(
            @Key(zh = "网址", about = "原文网址", aboutEn = "the original's address")
            Optional<String> url,

            @Key(zh = "获取日期", about = "取得的日期", aboutEn = "when it was retrieved")
            Optional<LocalDate> retrieved,

            @Key(zh = "存档", about = "存档网址", aboutEn = "an archived copy")
            Optional<String> archived,

            @Key(zh = "改写", about = "是否据原文改写", aboutEn = "whether the text is restated, not the original")
            boolean restated) {}

    public record Correction(
            @Key(zh = "日期", required = true, about = "更正的日期", aboutEn = "when")
            LocalDate date,

            @Key(zh = "说明", required = true, about = "改了什么", aboutEn = "what was changed")
            String note) {}

    /** A rule whose findings in this reply are no mistakes. */
    public record Waiver(
            @Key(zh = "规则", required = true, about = "规则的名称，如 half-width", aboutEn = "the rule, such as half-width")
            String rule,

            @Key(
                    zh = {"理由", "原因"},
                    required = true,
                    about = "为什么不适用",
                    aboutEn = "why it does not apply")
            String reason) {}
}
