package dafu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.model.Metadata;
import dafu.text.Message.Language;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewTest {
    private static final String[] KNOWN = {
        "--标题", "对市政协十四届三次会议第020号提案的答复",
        "--kind", "proposal",
        "--session", "示例市政协十四届三次会议",
        "--number", "020",
        "--proposers", "甲委员、乙委员",
        "--answering-body", "示例市交通运输局",
        "--date", "2024-06-28"
    };

    @TempDir
    private Path folder;

    private Project project;
    private String out = "";
    private String err = "";

    @BeforeEach
    void aProject() {
        project = new Project(folder, "");
    }

    @Test
    void theFileIsNamedAfterSessionAndNumberAndExplainsEveryKey() {
        assertThat(create("", KNOWN)).isEqualTo(Main.DONE);
        assertThat(out).isEqualTo("写好了 content/replies/2024/cppcc-14-3-020.md（草稿）。填好以后运行 check，再把状态改为公开\n");
        assertThat(project.text("content/replies/2024/cppcc-14-3-020.md"))
                .startsWith("""
                        ---
                        # 用到哪一行，就删去它前面的“# ”；每行后面 # 起的说明可以留着。正文写在第二个 --- 的下面，写好后把状态改成公开。
                        标题: 对市政协十四届三次会议第020号提案的答复  # 必填。答复的标题，照原文
                        类型: proposal  # 提案、建议、议案等；archive.yml 可以增加
                        届次: 示例市政协十四届三次会议  # 提出时的会议
                        编号: "020"  # 照原文，前面的零要保留；一件答复多件时写成列表；多个写成 [甲, 乙]
                        # 提案标题:   # 提案或建议的标题
                        提案人: [甲委员, 乙委员]  # 提出的单位或个人，领衔的在前；多个写成 [甲, 乙]
                        主办单位: 示例市交通运输局  # 必填。作出答复的单位
                        """)
                .contains("\n# 联系方式: {科室: , 电话: }  # 承办科室和办公电话，不写个人\n")
                .contains("\n# 更正: [{日期: , 说明: }]  # 公开以后改了什么，何时改的\n")
                .contains("\n# 公开程度:   # 全文、节选、摘要或不公开: 全文 / 节选 / 摘要 / 不公开\n")
                .contains("\n状态: 草稿  # 草稿、公开或撤回: 公开 / 草稿 / 撤回\n");
    }

    @Test
    void everyKeyHasItsLineInEitherLanguage() {
        create("", "--keys", "zh", "content/replies/a.md");
        create("", "--keys", "en", "--lang", "en", "content/replies/b.md");
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        Metadata.SCHEMA.fields().forEach(field -> {
            zh.add(field.zh().get(0));
            en.add(field.name());
        });
        assertThat(keys("content/replies/a.md")).isEqualTo(zh);
        assertThat(keys("content/replies/b.md")).isEqualTo(en);
        assertThat(project.text("content/replies/b.md"))
                .contains("\ntitle:   # required; the reply's title, as printed\n")
                .contains("\n# published:   # when it was made public, as 2023-07-05\n");
    }

    private List<String> keys(String file) {
        return project.text(file)
                .lines()
                .skip(2)
                .filter(line -> line.contains(":"))
                .map(line -> line.replaceFirst("^# ", "").replaceFirst(":.*", ""))
                .toList();
    }

    @Test
    void aSkeletonIsADraftAndOnceFilledInPassesTheCheck() {
        create("", KNOWN);
        String name = "content/replies/2024/cppcc-14-3-020.md";
        assertThat(project.check().status()).isEqualTo(Main.DONE);
        String filled = project.text(name)
                        .replace("状态: 草稿", "状态: 公开")
                        .replace("# 联系方式: {科室: , 电话: }", "联系方式: {科室: 办公室, 电话: 0730-0000000}")
                        .replace("# 提案标题: ", "提案标题: 关于增开夜间公交的提案")
                + "贵委提出的提案收悉，现答复如下：\n\n今年新开夜间公交线路三条。\n\n示例市交通运输局\n\n2024年6月28日\n";
        project.write(name, filled.getBytes(UTF_8));
        project.check().isClean();
        project.built();
        assertThat(project.page("replies/2024/cppcc-14-3-020/").select("h1").text())
                .isEqualTo("对市政协十四届三次会议第020号提案的答复");
    }

    @Test
    void aFileThatIsThereIsLeftAsItIs() {
        project.write("-- content/replies/a.md --\n旧的\n");
        assertThat(create("", "content/replies/a.md")).isEqualTo(Main.FAILED);
        assertThat(err).isEqualTo("dafu: content/replies/a.md 已经有了，没有改动它；换一个文件名\n");
        assertThat(project.text("content/replies/a.md")).isEqualTo("旧的\n");
    }

    @Test
    void aValueThatTheFileCouldNotHoldIsRefused() {
        assertThat(create("", "--date", "2024年13月2日")).isEqualTo(Main.FAILED);
        assertThat(err).startsWith("--date: ");
        assertThat(project.files("content")).isEmpty();
    }

    @Test
    void anArchivesOwnSessionGivesTheName() {
        project.write("""
                -- content/archive.yml --
                sessions:
                  - {id: q3, name: 三季度例会, aliases: [第三季度例会]}
                """);
        create("", "--届次", "第三季度例会", "--编号", "7", "--答复日期", "2024-06-28");
        assertThat(project.files("content")).containsKey("replies/2024/q3-7.md");
    }

    @Test
    void atATerminalWhatLettersSayIsAskedUntilItIsRight() {
        String answers = """
                对市政协十四届三次会议第020号提案的答复

                示例市政协十四届三次会议
                020


                示例市交通运输局
                去年
                2024-06-28





                content/replies/2024/bus.md
                """;
        assertThat(create(answers)).isEqualTo(Main.DONE);
        assertThat(out)
                .startsWith("标题（必填。答复的标题，照原文）：类型（提案、建议、议案等；archive.yml 可以增加）：")
                .contains("“去年”")
                .contains("文件名（回车就用 content/replies/2024/cppcc-14-3-020.md）：写好了 ")
                .doesNotContain("联系方式");
        assertThat(project.text("content/replies/2024/bus.md"))
                .contains("\n主办单位: 示例市交通运输局  #")
                .contains("\n答复日期: 2024-06-28  #")
                .contains("\n# 类型:   #");
    }

    @Test
    void atATerminalANameAloneIsOneInTheFolderOfTheReplies() {
        String answers = "一\n\n\n\n\n\n示例市交通运输局\n2024-06-28\n\n\n\n\n\n";
        for (String name : List.of("bus", "tram.md")) {
            assertThat(create(answers + name + "\n")).as(err).isEqualTo(Main.DONE);
        }
        assertThat(project.files("content")).containsKeys("replies/2024/bus.md", "replies/2024/tram.md");
    }

    @Test
    void theSchemasForEditorsProgramsComeWithIt() throws Exception {
        create("", "content/replies/a.md");
        assertThat(project.text("content/.schema/reply.schema.json"))
                .isEqualTo(Files.readString(Path.of("content/.schema/reply.schema.json")));
        assertThat(project.files("content/.schema")).containsOnlyKeys("reply.schema.json", "archive.schema.json");
    }

    private int create(String answers, String... options) {
        List<String> all = new ArrayList<>(List.of("new", "--content", folder + "/content"));
        for (String option : options) {
            all.add(option.startsWith("content/") ? folder + "/" + option : option);
        }
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream failed = new ByteArrayOutputStream();
        Console console =
                new Console(new PrintStream(printed, true, UTF_8), new PrintStream(failed, true, UTF_8), Language.ZH);
        if (!answers.isEmpty()) {
            String below = answers.replace("content/", folder + "/content/");
            console.answering(new BufferedReader(new StringReader(below)));
        }
        int status = Main.run(console, all.toArray(String[]::new));
        out = printed.toString(UTF_8).replace(folder + "/", "");
        err = failed.toString(UTF_8).replace(folder + "/", "");
        return status;
    }
}
