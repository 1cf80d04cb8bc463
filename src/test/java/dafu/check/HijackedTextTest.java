package dafu.check;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import org.junit.jupiter.api.Test;

class HijackedTextTest extends ProjectTest {
    private static final String HIJACKED = """
            -- content/replies/a.md --
            ---
            title: 对市政协一届一次会议第007号提案的答复
            proposal-title: 赌球平台网址发展夜间公交 方便群众出行的提案
            answering-body: 市交通运输局
            date: 2024-03-02
            %s---
            贵委提出的《赌球平台网址发展夜间公交 方便群众出行的提案》收悉，现答复如下：

            ## 一、赌球平台网址发展夜间公交的建议

            我局已增开两条夜班线路，末班车延到二十三点，沿线站牌同步更新。

            ## 二、赌球平台网址方便群众换乘的建议

            换乘站补了照明和遮雨棚，发车间隔缩短到二十分钟。
            """;

    @Test
    void aPublishedReplyWithReplacedWordsIsNotBuilt() {
        Project project = project(HIJACKED.formatted(""));
        Project.Outcome outcome = project.build();
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("content/replies/a.md:3:17: error[hijack-", "“赌球平台网址”不像原文", "对照原件，原来大概是“关于”");
        assertThat(project.files("site")).isEmpty();
    }

    @Test
    void aDraftWithReplacedWordsOnlyWarns() {
        Project project = project(HIJACKED.formatted("status: draft\n"));
        assertThat(project.build().status()).isZero();
        assertThat(project.build().err()).doesNotContain("error[");
    }

    @Test
    void anHonestReplyOnSportsLotteriesIsClean() {
        project("-- content/replies/a.md --\n"
                        + reply(
                                "proposal-title: 关于规范体育彩票销售点管理的提案\n",
                                "贵委提出的《关于规范体育彩票销售点管理的提案》收悉。\n\n## 一、关于销售点布局\n\n全市有体育彩票销售点四百二十个，今年关停七个。\n"))
                .finds("");
    }

    @Test
    void aTitleThatLeavesOutTheNameOfTheCityIsClean() {
        project("""
                -- content/replies/a.md --
                ---
                title: 苇塘县人民政府对市十五届人大四次会议第034号建议的答复
                kind: suggestion
                session: 示例市十五届人大四次会议
                number: "034"
                answering-body: 苇塘县人民政府
                date: 2024-03-02
                ---
                代表团提出的建议收悉，现答复如下：今年修好农村公路六十公里。
                """).finds("");
    }

    @Test
    void everyTextThatIsShownIsLookedAt() {
        String words = "澳门赌场在线投注平台";
        Project project =
                project("""
                -- content/archive.yml --
                description: %1$s
                -- content/pages/about.md --
                ---
                title: 关于
                ---
                %1$s
                -- content/replies/a.proposal.md --
                %1$s
                -- content/replies/a.md --
                """.formatted(words) + reply("summary: " + words + "\ntopics: [" + words + "]\n", "公开"));
        String found = project.check().err();
        for (String place : new String[] {"archive.yml:1", "pages/about.md:4", "a.proposal.md:1", "replies/a.md:5"}) {
            assertThat(found).contains("content/" + (place.startsWith("a.") ? "replies/" : "") + place);
        }
        assertThat(found).contains("不像原文", "是广告用语");
    }

    @Test
    void aPhraseThatOneReplyRepeatsAndNoOtherHoldsWarns() {
        String about = "我局增开两条夜班线路，末班车延到二十三点，沿线站牌同步更新，换乘站补了照明和遮雨棚。"
                + "公交公司为夜班司机安排轮休室，每个月核对客流，人少的时段改用小车，费用由市财政承担六成，其余由公司自筹。"
                + "老城区巷子窄，大车进不去，我们和交警部门一起看了路口，把四处转弯半径放大，又划出八个港湾式停靠点。"
                + "学校放学时间另开两班接驳车，家长可以在校门口刷卡上车，票价不变。偏远乡镇仍由预约车兜底，电话和小程序都能约。";
        String letter = "贵委《天气预报查询发展夜班车的提案》收悉。%n%n%s%n%n天气预报查询加密班次一事，已列入计划。%n";
        Project project = project("-- content/replies/a.md --\n" + reply("", letter.formatted(about))
                + "-- content/replies/b.md --\n" + reply("", "现答复如下：\n\n" + about + "\n"));
        assertThat(project.build().err()).contains("warning[hijack-alien-phrase]: “天气预报查询”在这里出现 2 次");
        project = project("-- content/replies/a.md --\n" + reply("", letter.formatted(about))
                + "-- content/replies/b.md --\n" + reply("", "天气预报查询热线已经开通。\n"));
        assertThat(project.build().err()).doesNotContain("hijack-");
    }
}
