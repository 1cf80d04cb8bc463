package dafu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the last look at the site stops, and what it lets pass. */
class GateTest extends ProjectTest {
    @Test
    void emphasisDoesNotDisguiseANumberWhereNoMarkdownIsRead() {
        Project project =
                project("-- content/archive.yml --\nnotice: 手机138**0000**0000\n-- content/replies/2023/a.md --\n"
                        + reply("summary: 约2**3平方米\n", "公开"));
        assertThat(project.build().status()).isEqualTo(1);
        assertThat(project.check().err())
                .contains("content/archive.yml:1:11: error[privacy-mobile]: ")
                .doesNotContain("0000**0000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "电话138**0000**0000",
                "电话138<b>0000</b>0000",
                "电话&#49;38&#x30;0000000",
                "电话138\u200B0000\u00AD0000",
                "电话1380000\n0000",
                "电话13[8000](https://example.org/)00000",
                "电话`1380000`0000",
                "电话¹³⁸⁰⁰⁰⁰⁰⁰⁰⁰",
                "电话①③⑧⓪⓪⓪⓪⓪⓪⓪⓪",
                "电话一三八〇〇〇〇〇〇〇〇",
                "电话１３８**００００**００００",
                "[写信](https://example.org/?m=%31380000%30000)",
                "[写信](https://example.org/ \"手机&#49;3800000000\")",
                "![手机138\\*\\*0](图.png)\n\n电话138**0000**0000",
                "脚注[^1]\n\n[^1]: 电话138**0000**0000",
                "# 电话138*0000*0000",
                "| 姓名 | 电话 | | |\n| --- | --- | --- | --- |\n| 李某手机 | 138 | 0000 | 0000 |",
                "| 身份证 | 1 | 1 | 0 | 1 | 0 | 1 | 1 | 9 | 9 | 0 | 0 | 1 | 0 | 1 | 0 | 0 | 1 | 5 |\n| - | - | - | - | - | - | - | - | - | - | - | - | - | - | - | - | - | - | - |",
                "湘<b>F</b>·**A1234**",
                "name&#64;qq.com",
                "家住幸福小区**3**栋*2*单元<i>501</i>室"
            })
    void aNumberThatIsTakenApartIsStopped(String body) {
        Project project = project("-- content/replies/2023/a.md --\n" + reply("", body));
        Project.Outcome outcome = project.check();
        assertThat(outcome.err().replaceAll("warning\\[[^\\n]*", "")).contains(": error[privacy-");
        assertThat(project.build().status()).isEqualTo(1);
        assertThat(project.files("site")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| 项目 | 2022 | 2023 | 2024 |\n| --- | --- | --- | --- |\n| 公园 | 139 | 2000 | 3000 |",
                "| 月 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 |\n| - | - | - | - | - | - | - | - | - | - | - | - |\n| 件 | 1 | 3 | 2 | 4 | 1 | 0 | 2 | 3 | 1 | 0 | 2 |",
                "面积140886.70平方米，索引号000014349/2017-00110，电话0730-0000000转8\n\n编号13800000000，共3件",
                "[图](https://example.org/W020230712345678901234.html)",
                "预算1390000000[^1]元\n\n[^1]: 注",
                "二〇二三年七月五日，一二三四五六七八九十"
            })
    void honestFiguresPass(String body) {
        Project project = project("-- content/replies/2023/a.md --\n" + reply("", body));
        assertThat(project.check().err()).doesNotContain("privacy-");
        assertThat(project.build().status()).isZero();
    }

    @Test
    void theLedgerCountsWhatWasMaskedAndNothingElse() {
        Project project = project("-- content/archive.yml --\nnotice: 来电13000000170\n"
                + "-- content/replies/a.md --\n" + reply("summary: 手机13000000170\n", "手机13000000171，邮箱name@qq.com")
                + "-- content/replies/b.md --\n" + reply("", "公开"));
        assertThat(project.build().status()).isZero();
        assertThat(project.page("masks/").select("main .prose p strong").text()).isEqualTo("共遮盖 3 处，涉及 1 件答复（全部 2 件）。");
        assertThat(project.page("masks/")
                        .select("[data-mask=privacy-mobile] dt")
                        .text())
                .isEqualTo("手机号 2 处，1 件答复");
        assertThat(project.text("site/data/masks.csv").replace("\r\n", "\n"))
                .startsWith("rule,year,masks,replies,all_replies\nprivacy-mobile,2024,2,1,2\nprivacy-mobile,,1,0,0\n");
        assertThat(project.page("").select("footer a[href=./masks/]").text()).isEqualTo("遮盖汇总");
        project.write("-- content/archive.yml --\nmasks: [privacy-email]\n");
        assertThat(project.build().status()).isZero();
        assertThat(project.page("masks/")
                        .select("[data-mask=privacy-mobile] dt")
                        .text())
                .isEqualTo("手机号 本站不遮盖这一类");
        assertThat(project.text("site/data/masks.csv")).doesNotContain("mobile").contains("privacy-email,2024,1,1,2");
    }
}
