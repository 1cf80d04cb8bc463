package dafu.data;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DataFilesTest extends ProjectTest {
    @Test
    void aLineHoldsTheAddressTheHashOfTheTextAndWhatTheFrontMatterSays() throws Exception {
        Project project = project("""
                -- content/replies/2024/a.md --
                ---
                标题: 关于<夜间>公交 & "末班车" 的答复
                类型: 政协提案
                编号: ["058", DH0271]
                主办单位: 市交通运输局
                答复日期: 2024-03-02
                满意度: {办理: 满意}
                附件: [{文件: a.csv}]
                来源: {网址: "https://example.org/?a=1&b=2", 改写: true}
                更正: [{日期: 2024-04-01, 说明: 改字}]
                旧地址: /old/a/
                ---

                ## 一、线路

                增开**两条**，
                电话13000000000。
                -- content/replies/2024/a.csv --
                1
                """);
        project.build();
        String text = "一、线路\\n增开两条，电话130****0000。";
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(project.text("site/data/replies.jsonl"))
                .isEqualTo(("{'id':'replies/2024/a','address':'replies/2024/a/','sha256':'" + hash
                                + "','title':'关于\\u003c夜间\\u003e公交 \\u0026 \\'末班车\\' 的答复','kind':'proposal',"
                                + "'number':['058','DH0271'],'answering-body':'市交通运输局','role':'answer','date':'2024-03-02',"
                                + "'satisfaction':{'handling':'满意'},'extent':'full','attachments':[{'file':'a.csv'}],"
                                + "'source':{'url':'https://example.org/?a=1\\u0026b=2','restated':true},"
                                + "'corrections':[{'date':'2024-04-01','note':'改字'}],'status':'published','aliases':['/old/a/']}\n")
                        .replace('\'', '"'));
        assertThat(project.text("site/data/text-2024.jsonl"))
                .isEqualTo(("{'address':'replies/2024/a/','text':'" + text + "'}\n").replace('\'', '"'));
    }

    @Test
    void aTableIsALineARowAndCodeAndAddressesStandOnce() {
        Project project = project("-- content/replies/a.md --\n"
                + reply("", "见 <https://example.org/x> 和 `code`。\n\n| 项目 | 数 |\n|---|--:|\n| 甲 | 1 |\n| 乙 | `2` |\n"));
        assertThat(project.built().text("site/data/text-2024.jsonl"))
                .contains("\"text\":\"见 https://example.org/x 和 code。\\n项目\\u0009数\\n甲\\u00091\\n乙\\u00092\"");
    }

    @Test
    void codeStandsInTheTextAsItStandsOnThePage() {
        Project project = project(
                "-- content/replies/a.md --\n" + reply("", "前。\n\n```\n&amp; \\*\n```\n\n    &lt; 二\n    三\n\n后。\n"));
        assertThat(project.built().text("site/data/text-2024.jsonl"))
                .contains("\"text\":\"前。\\n\\u0026amp; \\\\*\\n\\u0026lt; 二\\n三\\n后。\"");
    }

    @Test
    void linesStandInTheOrderOfTheCatalogueAndTextsInTheFileOfTheirYear() {
        StringBuilder files = new StringBuilder();
        for (int i = 1; i <= 200; i++) {
            files.append("-- content/replies/r").append(i).append(".md --\n");
            files.append(reply("", "第" + i + "件。".repeat(i % 7 * 500))
                    .replace("2024-03-02", (2020 + i % 3) + "-03-" + (10 + i % 5)));
        }
        Project project = project(files.toString()).built("--threads", "1");
        assertThat(project.files("site/data").keySet())
                .filteredOn(file -> file.endsWith(".jsonl"))
                .containsExactly("replies.jsonl", "text-2020.jsonl", "text-2021.jsonl", "text-2022.jsonl");
        assertThat(project.text("site/data/replies.jsonl")
                        .lines()
                        .map(line -> line.replaceFirst(".*\"date\":\"(.{10}).*", "$1")
                                + line.replaceFirst(".*?\"id\":\"replies/r(\\d+).*", " $1")))
                .isSorted()
                .hasSize(200);
        assertThat(project.text("site/data/text-2021.jsonl").lines()).hasSize(67);
        var one = project.files("site");
        assertThat(project.built("--threads", "7").files("site")).isEqualTo(one);
    }

    @Test
    void whatIsNotPublicIsNotInTheData() {
        Project project = project("""
                -- content/replies/a.md --
                %s
                -- content/replies/draft.md --
                %s
                -- content/replies/withheld.md --
                %s
                """.formatted(
                reply("", "公开"), reply("status: draft\n", "草稿"), reply("extent: withheld\nreason: 涉密\n", "内部文字")));
        project.built();
        assertThat(project.files("site/data").toString()).doesNotContain("replies/draft");
        assertThat(project.text("site/data/text-2024.jsonl")).isEqualTo("""
                {"address":"replies/a/","text":"公开"}
                {"address":"replies/withheld/","text":""}
                """);
    }
}
