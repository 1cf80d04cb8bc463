package dafu.check;

import dafu.ProjectTest;
import org.junit.jupiter.api.Test;

/** Names, kinds and references that must be known. */
class VocabularyTest extends ProjectTest {
    @Test
    void aNameThatAClosedVocabularyLacksIsAnError() {
        project("""
                -- content/archive.yml --
                bodies: [{id: transport, name: 示例市交通运输局, aliases: [市交通运输局]}]
                topics: [{id: bus, name: 公交}]
                closed: [bodies, topics]
                -- content/replies/a.md --
                %s
                """.formatted(reply("topics: [公交, 地铁]\n", "甲"))).finds("""
                        content/replies/a.md:5:9: error[undeclared]: archive.yml 的 topics 里没有“地铁”
                            topics: [公交, 地铁]
                                    ^^^^^^^^^^^^  改成已声明的名称，或在那里加上
                        """);
    }

    @Test
    void aKindThatNobodyDeclaresIsAnError() {
        project("-- content/replies/a.md --\n" + reply("kind: 提按\n", "甲")).finds("""
                        content/replies/a.md:5:7: error[kind]: 没有“提按”这种类型
                            kind: 提按
                                  ^^^^  可用的：proposal（政协提案）, suggestion（人大建议）, motion（议案）, question（询问）, request（申请）；或在 archive.yml 的 kinds 里加上
                        """);
    }

    @Test
    void aReferenceToNothingToItselfOrToALaterReplyIsAnError() {
        project("""
                -- content/replies/a.md --
                %s
                -- content/replies/b.md --
                %s
                -- content/replies/c.md --
                %s
                """.formatted(
                                        reply("follows: replies/gone\n", "甲"),
                                        reply("supersedes: replies/b\n", "乙"),
                                        reply("follows: replies/d\n", "丙"))
                        + "-- content/replies/d.md --\n" + reply("", "丁").replace("2024-03-02", "2024-03-03"))
                .finds("""
                        content/replies/a.md:5:10: error[reference]: 没有已公开的答复“replies/gone”
                            follows: replies/gone
                                     ^^^^^^^^^^^^  写它在 content 下的路径，不带 .md，如 replies/2022/cppcc-9-1-031
                        content/replies/b.md:5:13: error[reference]: 一件答复不能引用它自己
                            supersedes: replies/b
                                        ^^^^^^^^^  这里写较早的那一件
                        content/replies/c.md:5:10: error[reference]: “replies/d”的日期在这一件之后
                            follows: replies/d
                                     ^^^^^^^^^  这里写较早的那一件
                        """);
    }
}
