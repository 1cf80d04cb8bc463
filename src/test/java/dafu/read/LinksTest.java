package dafu.read;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LinksTest extends ProjectTest {
    @Test
    void linksToRepliesPagesAndFilesBecomeTheWayToThem() {
        Project project = project("""
                -- content/replies/2024/a.md --
                %s
                -- content/replies/2023/b.md --
                %s
                -- content/replies/2023/线路 1.pdf --
                x
                -- content/pages/about.md --
                ---
                title: 关于
                ---
                见[全部](/replies/)和[答复](../replies/2024/a.md)。
                """.formatted(reply("", """
                        [同级](b.md)不在这里，[那里](../2023/b.md#s1)在；[附件](../2023/线路%201.pdf)，[关于](/pages/about.md)，
                        <https://example.org/>，www.example.org。""".replace("[同级](b.md)不在这里，", "")), reply("", "## 一、线路\n"))
                .replace("线路 1.pdf --", "线路1.pdf --")
                .replace("线路%201", "%E7%BA%BF路1"));
        project.built();
        assertThat(project.page("replies/2024/a/")
                        .select(".letter .prose a:not([aria-hidden])")
                        .eachAttr("href"))
                .containsExactly(
                        "../../../replies/2023/b/#s1",
                        "%E7%BA%BF%E8%B7%AF1.pdf",
                        "../../../about/",
                        "https://example.org/",
                        "http://www.example.org");
        assertThat(project.path("site/replies/2024/a/线路1.pdf")).hasContent("x");
        assertThat(project.page("about/").select(".prose a:not([aria-hidden])").eachAttr("href"))
                .containsExactly("../replies/", "../replies/2024/a/");
    }

    @Test
    void aLinkThatLeavesTheFolderIsReported() {
        project("""
                -- content/replies/a.md --
                ---
                title: 夜间公交
                answering-body: 市交通运输局
                date: 2024-03-02
                attachments: [{file: ../../secret.pdf}]
                ---
                见[这里](../../secret.pdf)和[那里](/%2e%2e/secret.pdf)。

                ![图](../../../secret.png)
                -- secret.pdf --
                x
                """).finds("""
                content/replies/a.md:5:22: error[link-outside]: 链接“../../secret.pdf”指向 content 以外
                    attachments: [{file: ../../secret.pdf}]
                                         ^^^^^^^^^^^^^^^^  只能链接到 content 里的文件
                content/replies/a.md:7:7: error[link-outside]: 链接“../../secret.pdf”指向 content 以外
                    见[这里](../../secret.pdf)和[那里](/%2e%2e/secret.pdf)。
                             ^^^^^^^^^^^^^^^^  只能链接到 content 里的文件
                content/replies/a.md:7:30: error[link-outside]: 链接“/%2e%2e/secret.pdf”指向 content 以外
                    见[这里](../../secret.pdf)和[那里](/%2e%2e/secret.pdf)。
                                                       ^^^^^^^^^^^^^^^^^^  只能链接到 content 里的文件
                content/replies/a.md:9:6: error[link-outside]: 链接“../../../secret.png”指向 content 以外
                    ![图](../../../secret.png)
                          ^^^^^^^^^^^^^^^^^^^  只能链接到 content 里的文件
                """);
    }

    @Test
    void aSymbolicLinkIsReported() throws IOException {
        Project project = project("""
                -- secret/d.pdf --
                密
                -- secret/a.md --
                %s
                -- content/replies/a.md --
                %s
                """.formatted(reply("", "密"), reply("", "公开")));
        Files.createSymbolicLink(project.path("content/replies/b.md"), Path.of("../../secret/a.md"));
        Files.createSymbolicLink(project.path("content/replies/c"), Path.of("../../secret"));
        Files.createSymbolicLink(project.path("content/replies/d.pdf"), Path.of("../../secret/d.pdf"));
        project.finds("""
                content/replies/b.md:1:1: error[link-outside]: 这不是普通文件，而是链接或设备 ../../secret/a.md
                    把文件本身放到这里
                content/replies/c:1:1: error[link-outside]: 这不是普通文件，而是链接或设备 ../../secret
                    把文件本身放到这里
                content/replies/d.pdf:1:1: error[link-outside]: 这不是普通文件，而是链接或设备 ../../secret/d.pdf
                    把文件本身放到这里
                """);
    }

    @Test
    void theContentFolderItselfMayBeALink() throws IOException {
        Project project = project("""
                -- elsewhere/replies/a.md --
                %s
                """.formatted(reply("", "公开")));
        Files.createSymbolicLink(project.path("content"), Path.of("elsewhere"));
        project.built();
        assertThat(project.files("site")).containsKey("replies/a/index.html");
    }

    @Test
    void anAttachmentThatIsMissingOrOfNoAllowedTypeIsReported() {
        project("""
                -- content/replies/a.md --
                ---
                title: 夜间公交
                answering-body: 市交通运输局
                date: 2024-03-02
                attachments:
                  - {file: gone.pdf}
                  - {file: map.svg, title: 线路图}
                  - {file: page.HTML}
                  - {file: setup.exe}
                  - {file: "https://example.org/a.pdf"}
                ---
                ![图](map.svg) ![图](gone.png) ![图](https://example.org/a.png) [程序](setup.exe) [没有](gone.docx)
                -- content/replies/map.svg --
                <svg xmlns="http://www.w3.org/2000/svg"/>
                -- content/replies/page.HTML --
                <script>alert(1)</script>
                -- content/replies/setup.exe --
                MZ
                """).finds("""
                content/replies/a.md:6:12: error[attachment-missing]: 没有文件 content/replies/gone.pdf
                      - {file: gone.pdf}
                               ^^^^^^^^  把文件放到答复旁边，文件名要一致
                content/replies/a.md:7:12: error[attachment-type]: 不能公开这种文件：map.svg
                      - {file: map.svg, title: 线路图}
                               ^^^^^^^  可以公开 pdf ofd doc docx wps xls xlsx et ppt pptx csv txt png jpg gif webp
                content/replies/a.md:8:12: error[attachment-type]: 不能公开这种文件：page.HTML
                      - {file: page.HTML}
                               ^^^^^^^^^  可以公开 pdf ofd doc docx wps xls xlsx et ppt pptx csv txt png jpg gif webp
                content/replies/a.md:9:12: error[attachment-type]: 不能公开这种文件：setup.exe
                      - {file: setup.exe}
                               ^^^^^^^^^  可以公开 pdf ofd doc docx wps xls xlsx et ppt pptx csv txt png jpg gif webp
                content/replies/a.md:10:13: error[attachment-missing]: 没有文件 content/replies/https:/example.org/a.pdf
                      - {file: "https://example.org/a.pdf"}
                                ^^^^^^^^^^^^^^^^^^^^^^^^^  把文件放到答复旁边，文件名要一致
                content/replies/a.md:12:6: error[attachment-type]: 不能公开这种文件：map.svg
                    ![图](map.svg) ![图](gone.png) ![图](https://example.org/a.png) [程序](setup.exe) [没有](gone.docx)
                          ^^^^^^^  图片可以是 png jpg gif webp
                content/replies/a.md:12:20: error[attachment-missing]: 没有文件 content/replies/gone.png
                    ![图](map.svg) ![图](gone.png) ![图](https://example.org/a.png) [程序](setup.exe) [没有](gone.docx)
                                         ^^^^^^^^  把文件放到答复旁边，文件名要一致
                content/replies/a.md:12:35: error[image-foreign]: 图片在别的网站上：https://example.org/a.png
                    ![图](map.svg) ![图](gone.png) ![图](https://example.org/a.png) [程序](setup.exe) [没有](gone.docx)
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^  把图片存到答复旁边，写它的文件名
                content/replies/a.md:12:67: error[attachment-type]: 不能公开这种文件：setup.exe
                    …图](gone.png) ![图](https://example.org/a.png) [程序](setup.exe) [没有](gone.docx)
                                                                           ^^^^^^^^^  可以公开 pdf ofd doc docx wps xls xlsx et ppt pptx csv txt png jpg gif webp
                content/replies/a.md:12:83: error[attachment-missing]: 没有文件 content/replies/gone.docx
                    …](https://example.org/a.png) [程序](setup.exe) [没有](gone.docx)
                                                                           ^^^^^^^^^  把文件放到答复旁边，文件名要一致
                """);
    }

    @Test
    void twoAttachmentsOfOneNameAreReported() {
        project("""
                -- content/replies/2024/a.md --
                %s
                -- content/replies/2024/map.png --
                x
                -- content/replies/2023/map.png --
                y
                -- content/replies/2022/map.png --
                z
                """.formatted(reply("", "![](map.png) ![](../2023/map.png) ![](../2022/map.png)")))
                .finds("""
                content/replies/2024/a.md:7:5: error[attachment-name]: 两个文件同名：replies/2022/map.png 和 replies/2023/map.png
                    ![](map.png) ![](../2023/map.png) ![](../2022/map.png)
                        ^^^^^^^  给其中一个改名
                content/replies/2024/a.md:7:5: error[attachment-name]: 两个文件同名：replies/2022/map.png 和 replies/2024/map.png
                    ![](map.png) ![](../2023/map.png) ![](../2022/map.png)
                        ^^^^^^^  给其中一个改名
                """);
    }

    @Test
    void aLinkToNothingIsReportedWithWhatWasMeant() {
        project("""
                -- content/replies/2024/a.md --
                %s
                -- content/replies/2023/cppcc-14-2-058.md --
                %s
                """.formatted(
                                reply("", "见[去年的](../2023/cppcc-14-2-085.md)、[空]()、[页](../../pages/about.md)。"),
                                reply("", "公开")))
                .finds("""
                        content/replies/2024/a.md:7:8: error[link-broken]: 没有 content/replies/2023/cppcc-14-2-085.md
                            见[去年的](../2023/cppcc-14-2-085.md)、[空]()、[页](../../pages/about.md)。
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^  是不是 replies/2023/cppcc-14-2-058.md？
                        content/replies/2024/a.md:7:39: error[link-broken]: 链接是空的
                            见[去年的](../2023/cppcc-14-2-085.md)、[空]()、[页](../../pages/about.md)。
                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  写上地址，或去掉方括号
                        content/replies/2024/a.md:7:45: error[link-broken]: 没有 content/pages/about.md
                            见[去年的](../2023/cppcc-14-2-085.md)、[空]()、[页](../../pages/about.md)。
                                                                                ^^^^^^^^^^^^^^^^^^^^  核对路径；它从这个文件所在的文件夹算起
                        """);
    }

    @Test
    void aLinkToADraftIsReportedAndOneToABrokenReplyIsNot() {
        project("""
                -- content/replies/a.md --
                %s
                -- content/replies/draft.md --
                %s
                -- content/replies/broken.md --
                ---
                title: 夜间公交
                answering-body: 市交通运输局
                date: 2024-03-32
                ---
                """.formatted(reply("", "见[草稿](draft.md)和[另一件](broken.md)。"), reply("status: draft\n", "草稿")))
                .finds("""
                        content/replies/a.md:7:7: error[link-draft]: “draft.md”还是草稿，读者看不到
                            见[草稿](draft.md)和[另一件](broken.md)。
                                     ^^^^^^^^  先公开它，或去掉链接
                        content/replies/broken.md:4:7: error[date]: 没有“2024-03-32”这一天
                            date: 2024-03-32
                                  ^^^^^^^^^^  核对年月日，写成 2023-07-05 的样子
                        """);
    }

    @Test
    void chineseBesideABareAddressIsTextForReadersAndPrograms() {
        Project project = project("-- content/replies/a.md --\n"
                + reply("", "邮箱zhang@example.org，见https://example.org/x。多谢某@example.org\n"));
        project.built();
        String words = "邮箱zhang@example.org，见https://example.org/x。多谢某@example.org";
        assertThat(project.page("replies/a/").select(".letter .prose").text()).isEqualTo(words);
        assertThat(project.text("site/data/text-2024.jsonl")).contains("\"text\":\"" + words + "\"");
        assertThat(project.page("replies/a/")
                        .select(".letter .prose a:not([aria-hidden])")
                        .eachAttr("href"))
                .doesNotContain("", "mailto:")
                .contains("mailto:zhang@example.org");
    }

    @Test
    void theHomePageIsTheRootOfTheSite() {
        Project project = project("""
                -- content/replies/a.md --
                %s
                -- content/pages/about.md --
                ---
                title: 关于
                ---
                [首页](/)
                """.formatted(reply("", "[首页](/)、[也是](/.)、[数据](/data/)")));
        project.built();
        assertThat(project.page("replies/a/")
                        .select(".letter .prose a:not([aria-hidden])")
                        .eachAttr("href"))
                .containsExactly("../../", "../../", "../../data/");
        assertThat(project.page("about/").select(".prose a:not([aria-hidden])").eachAttr("href"))
                .containsExactly("../");
    }

    @Test
    void anAddressNeedsBothItsSlashesAndAHost() {
        project("""
                -- content/replies/a.md --
                %s
                """.formatted(reply("", """
                [a](https:/example.org) [b](http:example.org) <https:/example.org/c>

                <https://> [d](https:///example.org)
                """))).finds("""
                content/replies/a.md:7:5: error[link-scheme]: 不能链接到“https:/example.org”
                    [a](https:/example.org) [b](http:example.org) <https:/example.org/c>
                        ^^^^^^^^^^^^^^^^^^  链接用 https://、http://、mailto: 或 tel: 开头
                content/replies/a.md:7:29: error[link-scheme]: 不能链接到“http:example.org”
                    [a](https:/example.org) [b](http:example.org) <https:/example.org/c>
                                                ^^^^^^^^^^^^^^^^  链接用 https://、http://、mailto: 或 tel: 开头
                content/replies/a.md:7:48: error[link-scheme]: 不能链接到“https:/example.org/c”
                    [a](https:/example.org) [b](http:example.org) <https:/example.org/c>
                                                                   ^^^^^^^^^^^^^^^^^^^^  链接用 https://、http://、mailto: 或 tel: 开头
                content/replies/a.md:9:2: error[link-scheme]: 不能链接到“https://”
                    <https://> [d](https:///example.org)
                     ^^^^^^^^  链接用 https://、http://、mailto: 或 tel: 开头
                content/replies/a.md:9:16: error[link-scheme]: 不能链接到“https:///example.org”
                    <https://> [d](https:///example.org)
                                   ^^^^^^^^^^^^^^^^^^^^  链接用 https://、http://、mailto: 或 tel: 开头
                """);
    }

    @Test
    void schemesThatRunProgramsAreRefused() {
        project("""
                -- content/replies/a.md --
                %s
                """.formatted(reply("", """
                [a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](&#106;avascript:alert(1)) [d](java%0ascript:alert(1))
                [e](data:text/html;base64,PHNjcmlwdD4=) [f](vbscript:x) [g](//example.org/x) [h](file:///etc/passwd)
                [i](<java
                script:alert(1)>) [j]( javascript:x ) [k][l] ![m](data:image/png;base64,AAAA)

                [l]: javascript:alert(1)
                """))).finds("""
                content/replies/a.md:7:5: error[link-scheme]: 不能链接到“javascript:alert(1)”
                    [a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](&#106;avascript:alert(1)) [d](java%0ascript:al…
                        ^^^^^^^^^^^^^^^^^^^  链接用 https://、http://、mailto: 或 tel: 开头
                content/replies/a.md:7:30: error[link-scheme]: 不能链接到“JaVaScRiPt:alert(1)”
                    [a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](&#106;avascript:alert(1)) [d](java%0ascript:al…
                                                 ^^^^^^^^^^^^^^^^^^^  链接用 https://、http://、mailto: 或 tel: 开头
                content/replies/a.md:7:55: error[link-scheme]: 不能链接到“javascript:alert(1)”
                    …javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](&#106;avascript:alert(1)) [d](java%0ascript:alert(…
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^  链接用 https://、http://、mailto: 或 tel: 开头
                content/replies/a.md:7:85: error[link-broken]: 没有 content/replies/java�script:alert(1)
                    …cRiPt:alert(1)) [c](&#106;avascript:alert(1)) [d](java%0ascript:alert(1))
                                                                       ^^^^^^^^^^^^^^^^^^^^^^  核对路径；它从这个文件所在的文件夹算起
                content/replies/a.md:8:5: error[link-scheme]: 不能链接到“data:text/html;base64,PHNjcmlwdD4=”
                    [e](data:text/html;base64,PHNjcmlwdD4=) [f](vbscript:x) [g](//example.org/x) [h](file:///etc/passwd)
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  链接用 https://、http://、mailto: 或 tel: 开头
                content/replies/a.md:8:45: error[link-scheme]: 不能链接到“vbscript:x”
                    [e](data:text/html;base64,PHNjcmlwdD4=) [f](vbscript:x) [g](//example.org/x) [h](file:///etc/passwd)
                                                                ^^^^^^^^^^  链接用 https://、http://、mailto: 或 tel: 开头
                content/replies/a.md:8:61: error[link-scheme]: 不能链接到“//example.org/x”
                    …ext/html;base64,PHNjcmlwdD4=) [f](vbscript:x) [g](//example.org/x) [h](file:///etc/passwd)
                                                                       ^^^^^^^^^^^^^^^  链接用 https://、http://、mailto: 或 tel: 开头
                content/replies/a.md:8:82: error[link-scheme]: 不能链接到“file:///etc/passwd”
                    …mlwdD4=) [f](vbscript:x) [g](//example.org/x) [h](file:///etc/passwd)
                                                                       ^^^^^^^^^^^^^^^^^^  链接用 https://、http://、mailto: 或 tel: 开头
                content/replies/a.md:10:24: error[link-scheme]: 不能链接到“javascript:x”
                    script:alert(1)>) [j]( javascript:x ) [k][l] ![m](data:image/png;base64,AAAA)
                                           ^^^^^^^^^^^^  链接用 https://、http://、mailto: 或 tel: 开头
                content/replies/a.md:10:51: error[link-scheme]: 不能链接到“data:image/png;base64,AAAA”
                    script:alert(1)>) [j]( javascript:x ) [k][l] ![m](data:image/png;base64,AAAA)
                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^  链接用 https://、http://、mailto: 或 tel: 开头
                content/replies/a.md:12:6: error[link-scheme]: 不能链接到“javascript:alert(1)”
                    [l]: javascript:alert(1)
                         ^^^^^^^^^^^^^^^^^^^  链接用 https://、http://、mailto: 或 tel: 开头
                """);
    }
}
