package dafu.check;

import dafu.ProjectTest;
import org.junit.jupiter.api.Test;

/** Which proposal is answered: number, session, kind, and the series they make. */
class IdentityTest extends ProjectTest {
    private static final String HEAD = """
            -- content/replies/%s.md --
            ---
            title: 对市政协九届二次会议第%s号提案的答复
            kind: proposal
            session: 市政协九届二次会议
            number: "%s"
            answering-body: 市交通运输局
            date: 2024-03-02
            %s---
            """;

    @Test
    void aProposalWithoutNumberAndSessionIsReported() {
        project("""
                -- content/replies/a.md --
                %s
                -- content/replies/b.md --
                ---
                title: 对市政协九届二次会议第058号提案的答复
                answering-body: 市交通运输局
                date: 2024-03-02
                ---
                收悉。
                """.formatted(reply("kind: proposal\n", "收悉。"))).finds("""
                        content/replies/a.md:2:8: warning[number-missing]: 没有编号
                            title: 关于夜间公交的答复
                                   ^^^^^^^^^^^^^^^^^^  照原件加一行 number: "058"；原件没有的，写豁免
                        content/replies/a.md:2:8: warning[session-missing]: 没有届次
                            title: 关于夜间公交的答复
                                   ^^^^^^^^^^^^^^^^^^  照原件加一行 session: …；原件没有的，写豁免
                        content/replies/b.md:2:8: warning[number-missing]: 没有编号
                            title: 对市政协九届二次会议第058号提案的答复
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  加一行 number: "058"
                        content/replies/b.md:2:8: warning[session-missing]: 没有届次
                            title: 对市政协九届二次会议第058号提案的答复
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  照原件加一行 session: …；原件没有的，写豁免
                        """);
    }

    @Test
    void aNumberOrASessionThatTitleOrOpeningGivesOtherwiseIsReported() {
        project("""
                -- content/replies/a.md --
                ---
                title: 对市政协九届一次会议第058号提案的答复
                kind: proposal
                session: 市政协九届二次会议
                number: "085"
                answering-body: 市交通运输局
                date: 2024-03-02
                ---
                贵委在市人大九届二次会议上提出的《关于夜间公交的提案》（第86号）收悉，现答复如下。
                """).finds("""
                        content/replies/a.md:2:8: warning[number-differs]: 这里是第058号，元数据的 number 是 085
                            title: 对市政协九届一次会议第058号提案的答复
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  对照原件，改写错的一处
                        content/replies/a.md:2:8: warning[session-differs]: 这里的届次与元数据的“市政协九届二次会议”不同
                            title: 对市政协九届一次会议第058号提案的答复
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  对照原件，改写错的一处
                        content/replies/a.md:9:28: warning[number-differs]: 这里是第86号，元数据的 number 是 085
                            贵委在市人大九届二次会议上提出的《关于夜间公交的提案》（第86号）收悉，现答复如下。
                                                                                  ^^^^^^^^^^  对照原件，改写错的一处
                        content/replies/a.md:9:28: warning[session-differs]: 这里的届次与元数据的“市政协九届二次会议”不同
                            贵委在市人大九届二次会议上提出的《关于夜间公交的提案》（第86号）收悉，现答复如下。
                                                                                  ^^^^^^^^^^  对照原件，改写错的一处
                        """);
    }

    @Test
    void numbersAndSessionsInOtherSpellingsAreTheSame() {
        project("""
                -- content/replies/a.md --
                ---
                title: 关于政协岳阳市第九届委员会第2次会议第058、59号提案答复的函
                kind: proposal
                session: 岳阳市政协九届二次会议
                number: [58, "059"]
                answering-body: 市交通运输局
                date: 2024-03-02
                ---
                您在市政协九届二次会议上提出的第０５８号提案收悉，现答复如下：参照《关于第3号建议的答复》办理。
                """).finds("");
    }

    @Test
    void aSuggestionCalledAProposalIsReportedAndTheReverse() {
        project("""
                -- content/replies/a.md --
                ---
                title: 对市九届人大二次会议第058号建议的答复
                类型: 人大建议
                session: 市九届人大二次会议
                number: "058"
                answering-body: 市交通运输局
                date: 2024-03-02
                ---
                您的提案收悉。政协提案也提过这件事。
                -- content/replies/b.md --
                ---
                title: 对市政协九届二次会议第058号建议的答复
                kind: proposal
                session: 市政协九届二次会议
                number: "058"
                answering-body: 市交通运输局
                date: 2024-03-02
                ---
                《关于夜间公交的提案》收悉。您的建议很好，该建议已采纳。
                """).finds("""
                        content/replies/a.md:9:1: warning[kind-word]: 这是建议，这里叫作提案
                            您的提案收悉。政协提案也提过这件事。
                            ^^^^^^^^  改成建议，或改 kind；原件如此的，写豁免
                        content/replies/b.md:2:8: warning[kind-word]: 这是提案，这里叫作建议
                            title: 对市政协九届二次会议第058号建议的答复
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  改成提案，或改 kind；原件如此的，写豁免
                        """);
    }

    @Test
    void twoAnswersToOneNumberThatDoNotReferToEachOtherAreReported() {
        project(HEAD.formatted("a", "058", "058", "")
                        + HEAD.formatted("b", "058", "058", "")
                        + HEAD.formatted("c", "058", "058", "supersedes: replies/a\n")
                        + HEAD.formatted("d", "058", "058", "status: withdrawn\nreason: 有误\n")
                        + HEAD.formatted("e", "058", "058", "role: supporting-opinion\n"))
                .finds("""
                        content/replies/b.md:5:9: warning[series-duplicate]: 同一会议同一编号已有一件：content/replies/a.md:5:9
                            number: "058"
                                    ^^^^^  核对编号；重新答复的写 supersedes: replies/a，接着答复的写 follows: replies/a
                        content/replies/d.md:8:9: warning[withdrawn-undated]: 看不出是哪天撤回的
                            status: withdrawn
                                    ^^^^^^^^^  在 corrections 里加一条 - {date: 撤回的日期, note: 撤回}
                        """);
    }

    @Test
    void bodiesThatAnswerPartsOfOneProposalAreNoDuplicates() {
        project(HEAD.formatted("a", "058", "058", "")
                        + HEAD.formatted("b", "058", "058", "").replace("市交通运输局", "市公安局"))
                .finds("");
    }

    /** The same body, but the title of what was asked differs: then one of the numbers is wrong. */
    @Test
    void anotherMatterUnderTheSameNumberIsReportedWhoeverAnswers() {
        String[] titles = {"proposal-title: 关于路灯的提案\n", "proposal-title: 关于公交的提案\n", ""};
        for (int second = 0; second < titles.length; second++) {
            project(HEAD.formatted("a", "058", "058", titles[0])
                            + HEAD.formatted("b", "058", "058", titles[second]).replace("市交通运输局", "市公安局"))
                    .finds(second != 1 ? "" : """
                            content/replies/b.md:5:9: warning[series-duplicate]: 同一会议同一编号已有一件：content/replies/a.md:5:9
                                number: "058"
                                        ^^^^^  核对编号；重新答复的写 supersedes: replies/a，接着答复的写 follows: replies/a
                            """);
        }
    }

    @Test
    void aSeriesThatIsMostlyThereNamesOnceWhatItLacks() {
        project(series(1, 5) + series(7, 15)).finds("""
                        content/replies/n-7.md:5:9: warning[series-gap]: 这次会议的编号到 15，本档案中没有 6（共 1 号）
                            number: "7"
                                    ^^^  找到的补上；不归本档案的不必理会
                        """);
    }

    @Test
    void aPartOfASeriesSaysNothing() {
        project(series(1, 5) + series(40, 44) + series(90, 90)).finds("");
        project(series(20250021, 20250032)).finds("");
    }

    private static String series(int from, int to) {
        StringBuilder files = new StringBuilder();
        for (int number = from; number <= to; number++) {
            files.append(HEAD.formatted("n-" + number, number, number, ""));
        }
        return files.toString();
    }
}
