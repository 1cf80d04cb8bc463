package dafu.read;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import org.junit.jupiter.api.Test;

class DraftsTest extends ProjectTest {
    @Test
    void whatIsWrongWithADraftIsAWarningAndTheDraftIsNotPublished() {
        Project project = project("""
                -- content/replies/a.md --
                %s
                -- content/replies/draft.md --
                ---
                title: 夜间公交
                date: 2024-13-02
                状态: 草稿
                ---
                -- content/replies/unclosed.md --
                ---
                title: 夜间公交
                status: draft
                -- content/replies/unread.md --
                ---
                title: "夜间公交
                status: "draft" # 待核
                ---
                """.formatted(reply("", "公开"))).finds("""
                content/replies/draft.md:1:1: warning[required]: 缺少必填的“主办单位”（answering-body）
                    加一行 answering-body: …
                content/replies/draft.md:3:7: warning[date]: 没有“2024-13-02”这一天
                    date: 2024-13-02
                          ^^^^^^^^^^  核对年月日，写成 2023-07-05 的样子
                content/replies/unclosed.md:1:1: warning[front-matter]: 元数据没有结束
                    在最后一个键的下一行写三个半角连字符 ---
                content/replies/unread.md:3:10: warning[yaml]: 这里不合 YAML 的写法
                    status: "draft" # 待核
                             ^  以 # [ { & * ! | > ' " % @ ` 开头的值，或含“: ”“ #”的值，整个放进半角引号；括号和引号要成对
                """);
        assertThat(project.files("site").keySet())
                .contains("replies/a/index.html")
                .noneMatch(file -> file.contains("draft") || file.contains("unclosed"));
    }

    @Test
    void aSoundDraftIsNotPublishedEither() {
        Project project = project("""
                -- content/replies/a.md --
                %s
                -- content/replies/draft.md --
                %s
                -- content/replies/draft.proposal.md --
                建议
                -- content/replies/map.png --
                x
                """.formatted(
                        reply("", "公开"),
                        reply("status: draft\nattachments: [{file: map.png}]\ntopics: 港口\n", "草稿 ![](map.png)")));
        project.built();
        assertThat(project.files("site").toString()).doesNotContain("草稿", "港口", "map.png");
    }

    @Test
    void theWordsStatusDraftInATextMakeNoDraft() {
        project("""
                -- content/replies/a.md --
                ---
                title: 夜间公交
                answering-body: 市交通运输局
                date: 2024-13-02
                ---
                状态：草稿

                status: draft
                """).finds("""
                content/replies/a.md:4:7: error[date]: 没有“2024-13-02”这一天
                    date: 2024-13-02
                          ^^^^^^^^^^  核对年月日，写成 2023-07-05 的样子
                """);
    }
}
