package dafu.model;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every key in both languages: the same file written either way gives the same bytes. */
class KeysTest extends ProjectTest {
    private static final String OTHERS = """
            -- content/replies/2022/earlier.md --
            ---
            title: 较早的答复
            answering-body: 市公安局
            date: 2022-03-02
            ---
            -- content/replies/2022/replaced.md --
            ---
            title: 被取代的答复
            answering-body: 市公安局
            date: 2022-03-03
            ---
            -- content/replies/2023/a.csv --
            1,2
            """;
    private static final String ENGLISH = """
            -- content/replies/2023/a.md --
            ---
            title: 对市政协十四届二次会议第058号提案的答复
            kind: proposal
            session: 市政协十四届二次会议
            number: ["058", "59"]
            proposal-title: 关于延长夜间公交的提案
            proposers: [九三学社市委, 张三]
            answering-body: 市交通运输局
            supporting-bodies: [市公安局]
            role: supporting-opinion
            assigned: 2023-03-20
            date: 2023-07-05
            published: 2023-07-20
            document-number: 示交字〔2023〕55号
            index-number: 000014349/2023-00110
            outcome: A
            satisfaction: {handling: 满意, result: 基本满意}
            disclosure: 主动公开
            extent: excerpt
            summary: 两条线路延长到二十三时。
            topics: [公交]
            contact: {office: 公交科, phone: 0730-0000000}
            attachments: [{file: a.csv, title: 线路表}]
            source: {url: "https://example.org/58", retrieved: 2023-11-23, archived: "https://example.org/a/58", restated: true}
            follows: replies/2022/earlier
            supersedes: replies/2022/replaced
            corrections: [{date: 2023-08-01, note: 更正里程}, {date: 2023-09-01, note: 撤回}]
            status: withdrawn
            reason: 内容有误
            aliases: [/old/58/]
            waivers: [{rule: raw-html, reason: 原件如此}]
            ---

            公开<br>。
            """;
    private static final String CHINESE = """
            -- content/replies/2023/a.md --
            ---
            标题: 对市政协十四届二次会议第058号提案的答复
            类型: 政协提案
            届次: 市政协十四届二次会议
            编号: ["058", "59"]
            提案标题: 关于延长夜间公交的提案
            提案人: [九三学社市委, 张三]
            主办单位: 市交通运输局
            会办单位: [市公安局]
            文种: 会办意见
            交办日期: 2023-03-20
            答复日期: 2023-07-05
            公开日期: 2023-07-20
            发文字号: 示交字〔2023〕55号
            索引号: 000014349/2023-00110
            办理结果: A
            满意度: {办理: 满意, 结果: 基本满意}
            公开属性: 主动公开
            公开程度: 节选
            摘要: 两条线路延长到二十三时。
            主题: [公交]
            联系方式: {科室: 公交科, 电话: 0730-0000000}
            附件: [{文件: a.csv, 名称: 线路表}]
            来源: {网址: "https://example.org/58", 获取日期: 2023-11-23, 存档: "https://example.org/a/58", 改写: 是}
            接续: replies/2022/earlier
            取代: replies/2022/replaced
            更正: [{日期: 2023-08-01, 说明: 更正里程}, {日期: 2023-09-01, 说明: 撤回}]
            状态: 撤回
            原因: 内容有误
            旧地址: [/old/58/]
            豁免: [{规则: raw-html, 理由: 原件如此}]
            ---

            公开<br>。
            """;
    private static final String ENGLISH_SETTINGS = """
            -- content/archive.yml --
            title: 答复档案
            description: 一份档案
            language: zh-CN
            base-url: https://example.org/dafu/
            publisher: 市政协
            site-id-code: "4306000001"
            site-domain: example.org
            licence: CC0-1.0
            per-page: 2
            filings: [示ICP备00000000号]
            reply-months: 4
            notice: 试运行
            form: https://example.org/new/main
            kinds: [{id: inquiry, name: 质询案}]
            outcomes: [{scheme: four, name: 四类, classes: [{code: A, label: 已解决, meaning: 已经解决的, unfinished: true}]}]
            sessions: [{id: cppcc-14-2, name: 市政协十四届二次会议, aliases: [十四届二次], synonyms: [两会]}]
            bodies: [{id: transport, name: 市交通运输局, successor: police}, {id: police, name: 市公安局}]
            proposers: [{id: jiusan, name: 九三学社市委}]
            topics: [{id: bus, name: 公交}]
            official-totals: [{year: 2023, figure: kinds, value: 政协提案, count: 9, source: 工作报告}]
            closed: [bodies]
            rules-off: [half-width]
            words: [{wrong: 帐号, right: 账号, reason: 通用规范}]
            masks: [privacy-mobile]
            """;
    private static final String CHINESE_SETTINGS = """
            -- content/archive.yml --
            名称: 答复档案
            说明: 一份档案
            语言: zh-CN
            网址: https://example.org/dafu/
            主办: 市政协
            网站标识码: "4306000001"
            网站域名: example.org
            许可: CC0-1.0
            每页条数: 2
            备案号: [示ICP备00000000号]
            办理期限: 4
            通知: 试运行
            表单: https://example.org/new/main
            类型: [{标识: inquiry, 名称: 质询案}]
            办理结果: [{标识: four, 名称: 四类, 类别: [{代码: A, 名称: 已解决, 含义: 已经解决的, 未办结: 是}]}]
            届次: [{标识: cppcc-14-2, 名称: 市政协十四届二次会议, 别名: [十四届二次], 同义词: [两会]}]
            单位: [{标识: transport, 名称: 市交通运输局, 继任: police}, {标识: police, 名称: 市公安局}]
            提案人: [{标识: jiusan, 名称: 九三学社市委}]
            主题: [{标识: bus, 名称: 公交}]
            官方数字: [{年份: 2023, 统计: kinds, 类别: 政协提案, 数目: 9, 出处: 工作报告}]
            封闭词表: [bodies]
            停用规则: [half-width]
            用词: [{错: 帐号, 对: 账号, 理由: 通用规范}]
            遮盖: [privacy-mobile]
            """;

    @Test
    void aReplyInChineseKeysGivesTheSameBytes() {
        Project english = project(OTHERS + ENGLISH).built();
        Project chinese = project(OTHERS + CHINESE).built();
        assertThat(chinese.files("site")).isEqualTo(english.files("site"));
    }

    @Test
    void settingsInChineseKeysGiveTheSameBytes() {
        Project english = project(OTHERS + ENGLISH + ENGLISH_SETTINGS).built();
        Project chinese = project(OTHERS + ENGLISH + CHINESE_SETTINGS).built();
        assertThat(chinese.files("site")).isEqualTo(english.files("site"));
    }

    @Test
    void aPageInChineseKeysGivesTheSameBytes() {
        Project english = project("-- content/pages/about.md --\n---\ntitle: 关于\nsummary: 说明\n---\n公开")
                .built();
        Project chinese = project("-- content/pages/about.md --\n---\n标题: 关于\n摘要: 说明\n---\n公开")
                .built();
        assertThat(chinese.files("site")).isEqualTo(english.files("site"));
    }

    /** A new key must be added above. */
    @Test
    void theFilesAboveHoldEveryKey() {
        assertThat(keys(Metadata.SCHEMA, false)).allMatch(key -> holds(ENGLISH, key));
        assertThat(keys(Metadata.SCHEMA, true)).allMatch(key -> holds(CHINESE, key));
        assertThat(keys(Settings.SCHEMA, false)).allMatch(key -> holds(ENGLISH_SETTINGS, key));
        assertThat(keys(Settings.SCHEMA, true)).allMatch(key -> holds(CHINESE_SETTINGS, key));
    }

    @Test
    void everyOtherNameOfAKeyGivesTheSameBytes() {
        String other = ENGLISH;
        for (Schema.Field field : Metadata.SCHEMA.fields()) {
            String last = field.zh().get(field.zh().size() - 1);
            other = other.replace("\n" + field.name() + ":", "\n" + last + ":");
        }
        assertThat(project(OTHERS + other).built().files("site"))
                .isEqualTo(project(OTHERS + ENGLISH).built().files("site"));
    }

    @Test
    void everyValueOfAClosedListMayBeWrittenInBothLanguages() {
        String settings = "-- content/archive.yml --\nrules-off: [number-missing, session-missing]\n";
        StringBuilder english = new StringBuilder(settings);
        StringBuilder chinese = new StringBuilder(settings);
        String why = "reason: 待核\ncorrections: [{date: 2024-04-01, note: 撤回}]\n";
        for (Schema.Field field : Metadata.SCHEMA.fields()) {
            for (Choice choice : field.choices()) {
                String file = "-- content/replies/" + field.name() + "-" + choice.id() + ".md --\n";
                english.append(file).append(reply(why + field.name() + ": " + choice.id() + "\n", "公开"));
                chinese.append(file).append(reply(why + field.name() + ": " + choice.zh() + "\n", "公开"));
            }
        }
        for (Settings.Entry kind : Settings.DEFAULTS.allKinds()) {
            String file = "-- content/replies/kind-" + kind.id() + ".md --\n";
            english.append(file).append(reply("kind: " + kind.id() + "\n", "公开"));
            chinese.append(file).append(reply("kind: " + kind.name() + "\n", "公开"));
        }
        assertThat(project(chinese.toString()).built().files("site"))
                .isEqualTo(project(english.toString()).built().files("site"))
                .containsKey("replies/role-supporting-opinion/index.html");
    }

    @Test
    void aListOfOneMayBeWrittenAsAValue() {
        Project list = project("-- content/replies/a.md --\n" + reply("number: [\"058\"]\ntopics: [公交]\n", "公开"));
        Project value = project("-- content/replies/a.md --\n" + reply("number: 058\ntopics: 公交\n", "公开"));
        assertThat(value.built().files("site")).isEqualTo(list.built().files("site"));
        assertThat(value.page("replies/a/").select("[data-field=number]").eachText())
                .containsExactly("058");
    }

    private static List<String> keys(Schema<?> schema, boolean chinese) {
        List<String> keys = new ArrayList<>();
        for (Schema.Field field : schema.fields()) {
            keys.add(chinese ? field.zh().get(0) : field.name());
            field.nested().ifPresent(nested -> keys.addAll(keys(nested, chinese)));
        }
        return keys;
    }

    private static boolean holds(String file, String key) {
        return file.contains("\n" + key + ": ") || file.contains("{" + key + ": ") || file.contains(", " + key + ": ");
    }
}
