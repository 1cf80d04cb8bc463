package dafu.check;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the public has seen is not lost and not changed silently. */
class ChangesTest extends ProjectTest {
    private static final String LETTER = "贵委提案收悉。\n\n增开两条线路，末班车延至22时。特此答复。";

    @Test
    void aReplyLivesThroughCorrectionWithdrawalReplacementAndANewName() {
        Project project = project("-- content/replies/2024/a.md --\n" + reply("status: draft\n", LETTER));
        publish(project);

        project.write("-- content/replies/2024/a.md --\n" + reply("", LETTER));
        project.finds("", against(project));
        publish(project);

        String changed = LETTER.replace("两条线路", "三条线路");
        project.write("-- content/replies/2024/a.md --\n" + reply("", changed));
        project.finds("""
                content/replies/2024/a.md:1:1: error[changed-silently]: 已公开的文字改了，没有写更正：“增开两条线路，末班车延至22时。” → “增开三条线路，末班车延至22时。”
                    恢复原样；确要改的，在 corrections 里加一条 - {date: 改的日期, note: 改了什么}
                """, against(project));
        String corrected = "corrections:\n  - {date: 2024-04-01, note: 线路是三条}\n";
        project.write("-- content/replies/2024/a.md --\n" + reply(corrected, changed));
        project.finds("", against(project));
        publish(project);

        project.write("-- content/replies/2024/a.md --\n" + reply("", changed));
        project.finds("""
                content/replies/2024/a.md:1:1: error[correction-lost]: 已公开的更正少了一条，或改了
                    写回原样；写错的，另加一条说明
                """, against(project));

        String withdrawn = corrected + "  - {date: 2024-05-01, note: 撤回}\nstatus: withdrawn\nreason: 数字待核\n";
        project.write("-- content/replies/2024/a.md --\n" + reply(withdrawn, ""));
        project.finds("", against(project));
        publish(project);

        project.write("-- content/replies/2024/a.md --\n"
                + reply(withdrawn.replaceFirst("status.*\nreason.*\n", ""), changed));
        project.finds("""
                content/replies/2024/a.md:1:1: error[republished]: 这件答复已经撤回，现在又公开
                    恢复原样；确要改的，在 corrections 里加一条 - {date: 改的日期, note: 改了什么}
                content/replies/2024/a.md:6:3: error[changed-silently]: 已公开的文字改了，没有写更正：“” → “贵委提案收悉。”
                      - {date: 2024-04-01, note: 线路是三条}
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  恢复原样；确要改的，在 corrections 里加一条 - {date: 改的日期, note: 改了什么}
                """, against(project));
        project.write("-- content/replies/2024/a.md --\n" + reply(withdrawn, ""));

        project.write("-- content/replies/2024/b.md --\n"
                + reply("supersedes: replies/2024/a\n", changed).replace("2024-03-02", "2024-06-01"));
        project.finds("", against(project));
        publish(project);

        project.delete("content/replies/2024/b.md")
                .write("-- content/replies/2024/again.md --\n"
                        + reply("supersedes: replies/2024/a\n", changed).replace("2024-03-02", "2024-06-01"));
        project.finds("""
                content/replies/2024/b.md:1:1: error[address-lost]: 公开过的地址 /replies/2024/b/ 会不见
                    大概移到了 content/replies/2024/again.md，在那里加上 aliases: [/replies/2024/b/]
                """, against(project));
        project.write("-- content/replies/2024/again.md --\n"
                + reply("supersedes: replies/2024/a\naliases: [/replies/2024/b/]\n", changed)
                        .replace("2024-03-02", "2024-06-01"));
        project.finds("", against(project));
        publish(project);

        project.write("-- content/replies/2024/again.md --\n"
                + reply("supersedes: replies/2024/a\n", changed).replace("2024-03-02", "2024-06-01"));
        project.finds("""
                content/replies/2024/again.md:1:1: error[address-lost]: 公开过的地址 /replies/2024/b/ 会不见
                    在 content/replies/2024/again.md 里写回 aliases: [/replies/2024/b/]
                """, against(project));
    }

    @Test
    void aPublishedReplyCannotBecomeADraftMoveItsDateOrChangeItsTitle() {
        Project project = project("""
                -- content/replies/a.md --
                %1$s
                -- content/replies/b.md --
                %1$s
                -- content/replies/c.md --
                %1$s
                """.formatted(reply("", "公开")));
        publish(project);
        project.write("""
                -- content/replies/a.md --
                %s
                -- content/replies/b.md --
                %s
                -- content/replies/c.md --
                %s
                """.formatted(
                        reply("status: draft\n", "公开"),
                        reply("", "公开").replace("2024-03-02", "2024-03-20"),
                        reply("", "公开").replace("关于夜间", "关于清晨")));
        project.finds("""
                content/replies/a.md:5:9: error[unpublished]: 这件答复公开过，不能再作草稿
                    status: draft
                            ^^^^^  要撤下的，写 status: withdrawn 和 reason，页面保留
                content/replies/b.md:4:7: error[changed-date]: 公开时日期是 2024-03-02，现在是 2024-03-20
                    date: 2024-03-20
                          ^^^^^^^^^^  恢复原样；确要改的，在 corrections 里加一条 - {date: 改的日期, note: 改了什么}
                content/replies/c.md:2:8: error[changed-silently]: 已公开的文字改了，没有写更正：“关于夜间公交的答复” → “关于清晨公交的答复”
                    title: 关于清晨公交的答复
                           ^^^^^^^^^^^^^^^^^^  恢复原样；确要改的，在 corrections 里加一条 - {date: 改的日期, note: 改了什么}
                """, against(project));
    }

    @Test
    void anAddressThatWouldBeLostIsReportedWithWhereItMoved() {
        Project project = project("""
                -- content/replies/a.md --
                %s
                -- content/replies/b.md --
                %s
                -- content/replies/c.md --
                %s
                """.formatted(
                        reply("aliases: [/old/058.html]\nsession: 十四届二次\nnumber: '058'\n", "第一件"),
                        reply("", "第二件"),
                        reply("", "第三件").replace("夜间", "校车")));
        publish(project);
        project.delete("content/replies/a.md")
                .delete("content/replies/b.md")
                .delete("content/replies/c.md")
                .write("-- content/replies/d.md --\n"
                        + reply("session: 十四届二次\nnumber: '058'\n", "改写过").replace("夜间", "晚间")
                        + "-- content/replies/e.md --\n"
                        + reply("", "第三件").replace("夜间", "小区"));
        project.finds("""
                content/replies/a.md:1:1: error[address-lost]: 公开过的地址 /replies/a/, /old/058.html 会不见
                    大概移到了 content/replies/d.md，在那里加上 aliases: [/replies/a/, /old/058.html]
                content/replies/b.md:1:1: error[address-lost]: 公开过的地址 /replies/b/ 会不见
                    移到了别处的，在那里加上 aliases: [/replies/b/]；要撤下的，留着文件，写 status: withdrawn 和 reason
                content/replies/c.md:1:1: error[address-lost]: 公开过的地址 /replies/c/ 会不见
                    大概移到了 content/replies/e.md，在那里加上 aliases: [/replies/c/]
                """, against(project));
    }

    @Test
    void aFileThatCannotBeReadIsNotCalledLostAsWell() {
        Project project = project("-- content/replies/a.md --\n" + reply("", "公开"));
        publish(project);
        project.write("-- content/replies/a.md --\n" + reply("", "公开").replace("2024-03-02", "2024-13-02"));
        assertThat(project.check(against(project)).err())
                .contains("error[date]")
                .doesNotContain("address-lost");
    }

    @Test
    void theListOfRepliesAloneIsEnoughToSeeThatATextChanged() {
        Project project = project("-- content/replies/a.md --\n" + reply("", "公开。"));
        publish(project);
        project.write("-- content/alone.jsonl --\n" + project.text("public/data/replies.jsonl"));
        project.write("-- content/replies/a.md --\n" + reply("", "公开了。"));
        project.check("--against", project.path("content/alone.jsonl").toString())
                .finds("""
                content/replies/a.md:1:1: error[changed-silently]: 已公开的文字改了，没有写更正
                    恢复原样；确要改的，在 corrections 里加一条 - {date: 改的日期, note: 改了什么}
                """);
    }

    @Test
    void whatChangesAtTheBeginningOfManyTitlesIsOneReplacement() {
        Project project = project(replies(4, "关于", ""));
        publish(project);
        project.write(replies(3, "某某平台", ""));
        assertThat(project.check(against(project)).err()).contains("""
                content/replies/r1.md:1:1: error[hijack-same-replacement]: 3 件已公开的答复里有同一处改动：“关于” → “某某平台”
                    可能有人替换了文字，对照原件恢复：content/replies/r1.md content/replies/r2.md content/replies/r3.md；确是更正的，每件都在 corrections 里写明
                """);
        project.write(replies(3, "某某平台", "corrections: [{date: 2024-05-01, note: 改名}]\n"));
        assertThat(project.check(against(project)).err())
                .contains("warning[hijack-same-replacement]")
                .doesNotContain("error");
        project.write(replies(4, "关于", "")).write(replies(2, "某某平台", ""));
        assertThat(project.check(against(project)).err()).doesNotContain("hijack-same-replacement");
    }

    @Test
    void wordsPutIntoManyTextsAreFoundWhereTheOldTextsAreThere() {
        Project project = project(replies(5, "关于", ""));
        publish(project);
        project.write(replies(5, "关于", "").replace("一、加强管理", "一、某站加强管理"));
        assertThat(project.check(against(project)).err())
                .contains("error[hijack-same-replacement]: 5 件已公开的答复里有同一处改动：“” → “某站”");
        project.write(replies(5, "关于", "").replace("一，", "一,"));
        assertThat(project.check(against(project)).err())
                .contains("changed-silently")
                .doesNotContain("hijack-same-replacement");
    }

    @Test
    void whatIsMaskedNowAndWasNotIsNoChange() {
        Project project = project("""
                -- content/archive.yml --
                masks: [privacy-identity-card]
                -- content/replies/a.md --
                %s
                """.formatted(reply("", "电话13000000000，门牌号不变。")));
        publish(project);
        project.delete("content/archive.yml");
        assertThat(project.check(against(project)).err()).doesNotContain("changed-silently");
        project.write("-- content/replies/a.md --\n" + reply("", "电话13000000000，门牌号改了。"));
        assertThat(project.check(against(project)).err()).contains("changed-silently");
    }

    @Test
    void personalDataOfAnOldTextIsNotPrinted() {
        Project project = project("-- content/replies/a.md --\n" + reply("", "公开。"));
        publish(project);
        project.write("-- public/data/text-2024.jsonl --\n{\"address\":\"replies/a/\",\"text\":\"电话13000000000。\"}\n");
        project.write("-- content/replies/a.md --\n" + reply("", "公开了。"));
        assertThat(project.check(against(project)).err())
                .contains("电话130****0000")
                .doesNotContain("13000000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "null",
                "{\"id\":\"replies/a\"}",
                "{\"id\":\"../a\",\"address\":\"../a/\",\"sha256\":\"x\"}",
                "id,title",
                "{\"id\":\"replies/a\",\"address\":\"replies/a/\",\"sha256\":\"12\"}"
            })
    void aCopyThatIsNoneIsWrongUsage(String line) {
        Project project = project("-- content/replies/a.md --\n" + reply("", "公开"));
        publish(project);
        project.write("-- public/data/replies.jsonl --\n" + project.text("public/data/replies.jsonl") + line + "\n");
        project.build(against(project)).fails("""
                dafu: public/data/replies.jsonl 第 2 行不是本程序写的，或已损坏，无从比较；请重新取一份已公开的网站
                """);
    }

    @Test
    void aCopyWithoutItsDataIsWrongUsage() {
        Project project = project("-- content/replies/a.md --\n" + reply("", "公开"));
        project.check("--lang", "en", "--against", project.path("none").toString())
                .fails("""
                dafu: there is no none to compare with; give the folder of a deployed copy, or its data/replies.jsonl
                """);
        project.check("--against", project.path("content").toString()).fails("""
                dafu: 没有 content/data/replies.jsonl，无从比较；请写已公开网站的文件夹，或其中的 data/replies.jsonl
                """);
        project.write("content/binary", new byte[] {(byte) 0xC3, 0x28, 0, 1});
        assertThat(project.check("--against", project.path("content/binary").toString())
                        .status())
                .isEqualTo(2);
    }

    private static void publish(Project project) {
        assertThat(project.build("--site", project.path("public").toString()).status())
                .isZero();
    }

    private static String[] against(Project project) {
        return new String[] {"--against", project.path("public").toString()};
    }

    private static String replies(int count, String opening, String keys) {
        StringBuilder files = new StringBuilder();
        IntStream.rangeClosed(1, count)
                .forEach(i -> files.append("-- content/replies/r")
                        .append(i)
                        .append(".md --\n")
                        .append(reply(keys, "关于第" + i + "件提案的来信收悉。\n\n## 一、加强管理\n\n其一，已办到" + i + "项。\n")
                                .replace("关于夜间公交", opening + "夜间公交")));
        return files.toString();
    }
}
