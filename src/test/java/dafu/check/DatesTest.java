package dafu.check;

import dafu.ProjectTest;
import org.junit.jupiter.api.Test;

/** Dates of the front matter, of the text and of the sign-off. */
class DatesTest extends ProjectTest {
    @Test
    void datesThatStandInTheWrongOrderAreErrors() {
        project("-- content/replies/a.md --\n" + reply("assigned: 2024-05-01\npublished: 2024-02-28\n", "收悉。"))
                .finds("""
                        content/replies/a.md:5:11: error[assigned-after-reply]: 交办日期 2024-05-01 晚于答复日期 2024-03-02
                            assigned: 2024-05-01
                                      ^^^^^^^^^^  对照原件，改写错的一处
                        content/replies/a.md:5:11: error[date-future]: 2024-05-01 在 2024-03-02 之后
                            assigned: 2024-05-01
                                      ^^^^^^^^^^  核对年份
                        content/replies/a.md:6:12: error[published-before-reply]: 公开日期 2024-02-28 早于答复日期 2024-03-02
                            published: 2024-02-28
                                       ^^^^^^^^^^  对照原件，改写错的一处
                        """);
    }

    @Test
    void aDateAfterTheDayOfTheCheckIsAnError() {
        project("-- content/replies/a.md --\n"
                        + reply(
                                "published: 2042-03-05\ncorrections: [{date: 2024-12-31, note: 更正}]\n",
                                "2050年3月1日前建成。"))
                .finds("""
                        content/replies/a.md:5:12: error[date-future]: 2042-03-05 在 2024-12-31 之后
                            published: 2042-03-05
                                       ^^^^^^^^^^  核对年份
                        """, "--as-of", "2024-12-31");
    }

    @Test
    void noDateOfAReplyIsAfterTheDayOfTheCheck() {
        project("-- content/replies/a.md --\n"
                        + reply(
                                "assigned: 2024-03-01\ncorrections: [{date: 2024-03-02, note: 一}, {date: 2024-03-03, note: 二}]\n",
                                "收悉。"))
                .finds("""
                        content/replies/a.md:4:7: error[date-future]: 2024-03-02 在 2024-02-29 之后
                            date: 2024-03-02
                                  ^^^^^^^^^^  核对年份
                        content/replies/a.md:5:11: error[date-future]: 2024-03-01 在 2024-02-29 之后
                            assigned: 2024-03-01
                                      ^^^^^^^^^^  核对年份
                        content/replies/a.md:6:14: error[date-future]: 2024-03-03 在 2024-02-29 之后
                            corrections: [{date: 2024-03-02, note: 一}, {date: 2024-03-03, note: 二}]
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  核对年份
                        """, "--as-of", "2024-02-29");
    }

    @Test
    void withoutADayNothingIsInTheFuture() {
        project("-- content/replies/a.md --\n" + reply("published: 2042-03-05\n", "2050年3月1日前建成。"))
                .finds("");
    }

    @Test
    void aDateThatNoCalendarHasIsReported() {
        project("-- content/replies/a.md --\n" + reply("", """
                        2023年2月29日开工，2月30日停工，二〇二三年十三月一日复工，6月31日验收。

                        2024年2月29日、2月29日、12月31日、十二月三十一日、3个月30日、`2月30日`都没有错。
                        """)).finds("""
                        content/replies/a.md:7:1: warning[date-impossible]: 日历上没有“2023年2月29日”
                            2023年2月29日开工，2月30日停工，二〇二三年十三月一日复工，6月31日验收。
                            ^^^^^^^^^^^^^  对照原件改正；原件就印错的，写豁免
                        content/replies/a.md:7:14: warning[date-impossible]: 日历上没有“2月30日”
                            2023年2月29日开工，2月30日停工，二〇二三年十三月一日复工，6月31日验收。
                                               ^^^^^^^  对照原件改正；原件就印错的，写豁免
                        content/replies/a.md:7:22: warning[date-impossible]: 日历上没有“二〇二三年十三月一日”
                            2023年2月29日开工，2月30日停工，二〇二三年十三月一日复工，6月31日验收。
                                                            ^^^^^^^^^^^^^^^^^^^^  对照原件改正；原件就印错的，写豁免
                        content/replies/a.md:7:35: warning[date-impossible]: 日历上没有“6月31日”
                            2023年2月29日开工，2月30日停工，二〇二三年十三月一日复工，6月31日验收。
                                                                                      ^^^^^^^  对照原件改正；原件就印错的，写豁免
                        """);
    }

    @Test
    void aDateThatLostItsWordsIsReportedWithItsReadings() {
        project("-- content/replies/a.md --\n" + reply("", """
                        自2024914日起施行，2023111日前报送。

                        索引号20230111、2023年111日次、12024111日都不是。
                        """)).finds("""
                        content/replies/a.md:7:2: error[extraction-damage]: “2024914日”丢了年、月两字
                            自2024914日起施行，2023111日前报送。
                              ^^^^^^^^^  大概是 2024年9月14日，请对照原件
                        content/replies/a.md:7:14: warning[date-ambiguous]: “2023111日”可以读成 2023年1月11日、2023年11月1日
                            自2024914日起施行，2023111日前报送。
                                               ^^^^^^^^^  对照原件写全
                        """);
    }

    @Test
    void aSignOffByAnotherBodyOrOfAnotherDayIsReported() {
        project("-- content/replies/a.md --\n" + reply("", """
                        收悉。

                        市公安局（盖章）

                        二〇二四年三月二十日

                        [^1]: 注。
                        """)).finds("""
                        content/replies/a.md:9:1: warning[sign-off-body]: 落款“市公安局”不是承办单位“市交通运输局”
                            市公安局（盖章）
                            ^^^^^^^^^^^^^^^^  改 answering-body，或在 archive.yml 的 bodies 里加别名
                        content/replies/a.md:11:1: warning[sign-off-date]: 落款日期不是元数据的答复日期 2024-03-02
                            二〇二四年三月二十日
                            ^^^^^^^^^^^^^^^^^^^^  对照原件，改写错的一处
                        """);
    }

    @Test
    void aSignOffInAnotherFormIsTheSameBody() {
        String[] feet = {
            "示例市交通运输局\n\n2024年3月2日",
            "市 交 通 运 输 局\n\n2024年3月2日",
            "市交通局 2024年3月2日",
            "市公安局\n\n市交通运输局\n\n二○二四年三月二日",
            "市运管处\n\n2024年3月2日",
            "此复。\n\n2024年3月2日",
            "2024年3月2日",
            "市交通运输局"
        };
        for (String foot : feet) {
            project("""
                    -- content/archive.yml --
                    bodies: [{id: transport, name: 市交通运输局, aliases: [市运管处]}]
                    -- content/replies/a.md --
                    %s
                    """.formatted(reply("", "收悉。\n\n" + foot))).finds("");
        }
    }
}
