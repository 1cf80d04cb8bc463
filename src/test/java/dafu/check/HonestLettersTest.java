package dafu.check;

import dafu.ProjectTest;
import org.junit.jupiter.api.Test;

/** What letters may well say, and what was once taken for a fault. */
class HonestLettersTest extends ProjectTest {
    private static final String LETTER = """
            -- content/replies/%s.md --
            ---
            title: %s
            kind: %s
            number: "058"
            %s
            answering-body: 示例市发展和改革委员会
            date: 2023-07-05
            ---
            收悉，现答复如下：

            %s
            """;

    private static String proposal(String name, String text) {
        return LETTER.formatted(name, "对市政协九届二次会议第058号提案的答复", "proposal", "session: 市政协九届二次会议", text);
    }

    private static String suggestion(String name, String text) {
        return LETTER.formatted(name, "对市九届人大二次会议第058号建议的答复", "suggestion", "session: 市九届人大二次会议", text);
    }

    @Test
    void sentencesThatResembleThePartsOfAPageAreLeftAlone() {
        project(proposal("a", """
                        督促网站完成ICP备案、公安联网备案，规范使用网站标识码。

                        统一规范店招的字体大小、颜色。

                        公众号阅读量：10万次，专栏点击量：12万次。

                        相关信息已在市政府网站公开。

                        群众可用手机扫一扫，手机即可查看办理进度。

                        扫一扫手机打开小程序即可报名。

                        下一条公交线路将于年底开通。

                        来源：由市财政统筹，时间为三年。

                        现场提问者>100人，其中企业代表>50人，群众代表>20人

                        编辑部、打印机采购、首页改版均已落实。
                        """)).finds("");
    }

    @Test
    void amountsAndLunarDaysAreNoDamagedDates() {
        project(proposal("a", """
                        农历二月三十日、农历二〇二三年二月三十日前后有庙会。2024年2月29日前办结，2023年1—6月完成六成。

                        投资2000000日元，补助202300日元，年处理污水200000日吨，首批20000辆，日均200110日均值。

                        20000000
                        """)).finds("");
    }

    @Test
    void aDateThatClosesANoteBelowTheSignOffIsNotTheLetters() {
        project(proposal("a", """
                        已办结。

                        示例市发改委　示例市财政局（盖章）
                        2023年7月5日

                        面商日期：2023年7月1日
                        本办法施行日期为2023年7月1日
                        示例市发改委办公室　2023年7月6日印发
                        """)).finds("");
    }

    @Test
    void proposalsOfOthersMayBeMentionedInAReplyToASuggestion() {
        project(suggestion("a", "今年我委办理代表提出的建议12件、政协委员提出的提案20件，政协提出的提案已全部办结。")).finds("");
    }

    @Test
    void aCommitteeMayBeAskedToConsiderWhatItProposed() {
        project(proposal("a", "以上意见供贵委参考，请贵会批评指正。市财政局提出如下意见：同意。")).finds("");
    }

    @Test
    void letteredAndRomanItemsNeedNoOpeningBracket() {
        project(proposal("a", "A）型路口改造三处，b）型四处；Ⅰ）甲，Ⅱ）乙；见图1（a）、（以下简称《意见》）。")).finds("");
    }

    @Test
    void ratiosTimesAndStandardsKeepTheirHalfWidth() {
        project(proposal("a", "按1:3配套，时间为8:30—17:30，执行GB/T 9704-2012和DB43/T 1234—2020，PM2.5下降12.5%，拨打12345热线。"))
                .finds("");
    }

    @Test
    void whatIsFiledBetweenSessionsOrNumberedByTheYearHasNoSession() {
        project(LETTER.formatted("a", "关于市十七届人大常委会闭会期间第058号代表建议的答复", "suggestion", "extent: full", "已办结。")
                        + LETTER.formatted("b", "关于2023年第058号提案的答复", "proposal", "extent: full", "已办结。"))
                .finds("");
    }

    @Test
    void aNumberThatAnOlderLetterCarriedIsNotThisOnes() {
        project(proposal("a", "本件与市政协九届一次会议第31号提案、市人大第12号建议合并办理。")).finds("");
    }

    @Test
    void aLetterInTraditionalCharactersOrInEnglishIsNoDamage() {
        project("-- content/replies/a.md --\n"
                        + reply("kind: question\n", "議員的提問收悉，現答覆如下：\n\n政府會繼續優化服務，處理個案（包括轉介），成效顯著。\n\n示例署\n")
                        + "-- content/replies/b.md --\n"
                        + reply(
                                "kind: question\n",
                                "Thank you for your question (received in May): we have 12 sites.\n"))
                .finds("");
    }
}
