package dafu.read;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamesTest extends ProjectTest {
    @Test
    void aNameThatCannotBeAnAddressIsReported() {
        project("""
                -- content/replies/2024/058号.md --
                x
                -- content/replies/2024/A.md --
                x
                -- content/replies/2024/b_c.md --
                x
                -- content/replies/2024/d.MD --
                x
                -- content/replies/2024/e.f.md --
                x
                -- content/replies/2024/.md --
                x
                -- content/replies/市交通局/a.md --
                x
                -- content/pages/关于.md --
                x
                """).finds("""
                content/pages/关于.md:1:1: error[name]: 名称“关于.md”不能用作网址
                    只用小写字母、数字和连字符，如 cppcc-9-2-058.md
                content/replies/2024/058号.md:1:1: error[name]: 名称“058号.md”不能用作网址
                    只用小写字母、数字和连字符，如 cppcc-9-2-058.md
                content/replies/2024/A.md:1:1: error[name]: 名称“A.md”不能用作网址
                    只用小写字母、数字和连字符，如 cppcc-9-2-058.md
                content/replies/2024/b_c.md:1:1: error[name]: 名称“b_c.md”不能用作网址
                    只用小写字母、数字和连字符，如 cppcc-9-2-058.md
                content/replies/2024/d.MD:1:1: error[name]: 名称“d.MD”不能用作网址
                    只用小写字母、数字和连字符，如 cppcc-9-2-058.md
                content/replies/2024/e.f.md:1:1: error[name]: 名称“e.f.md”不能用作网址
                    只用小写字母、数字和连字符，如 cppcc-9-2-058.md
                content/replies/市交通局:1:1: error[name]: 名称“市交通局”不能用作网址
                    只用小写字母、数字和连字符，如 cppcc-9-2-058.md
                """);
    }

    @Test
    void theReadmeAndHiddenFilesAreLeftAlone() {
        Project project = project("""
                -- content/README.md --
                # 怎样写
                -- content/.draft.md --
                x
                -- content/replies/.hidden/a.md --
                x
                -- content/replies/.a.md.swp --
                x
                -- content/replies/a.md --
                %s
                """.formatted(reply("", "公开")));
        project.built();
        assertThat(project.files("site").keySet())
                .contains("replies/a/index.html")
                .noneMatch(f -> f.contains("hidden"));
    }

    @Test
    void anAddressThatTheGeneratorNeedsIsReported() {
        project("""
                -- content/pages/replies.md --
                ---
                title: 全部
                ---
                -- content/pages/assets.md --
                ---
                title: 图标
                ---
                -- content/replies/page/2.md --
                %s
                -- content/replies/page.md --
                %s
                """.formatted(reply("", "公开"), reply("", "公开"))).finds("""
                content/pages/assets.md:1:1: error[address]: 地址 /assets/ 由程序自己使用
                    改名，或删去这个旧地址
                content/pages/replies.md:1:1: error[address]: 地址 /replies/ 由程序自己使用
                    改名，或删去这个旧地址
                content/replies/page.md:1:1: error[address]: 地址 /replies/page/ 由程序自己使用
                    改名，或删去这个旧地址
                content/replies/page/2.md:1:1: error[address]: 地址 /replies/page/2/ 由程序自己使用
                    改名，或删去这个旧地址
                """);
    }

    @Test
    void anAliasMayNotBeTheAddressOfAnotherPage() {
        project("""
                -- content/replies/a.md --
                %s
                -- content/replies/b.md --
                %s
                -- content/replies/c.md --
                %s
                -- content/pages/about.md --
                ---
                title: 关于
                ---
                """.formatted(
                                reply("", "公开"),
                                reply("aliases: [/replies/a/, /old/1/, /about/, /topics/x/, /../x/, /, 旧地址]\n", "公开"),
                                reply("aliases: /old/1\n", "公开")))
                .finds("""
                        content/replies/b.md:5:10: error[address]: 地址 /about/ 已由 content/pages/about.md:1:1 占用
                            aliases: [/replies/a/, /old/1/, /about/, /topics/x/, /../x/, /, 旧地址]
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  删去这个旧地址，或删去那一个
                        content/replies/b.md:5:10: error[address]: 地址 /replies/a/ 已由 content/replies/a.md:1:1 占用
                            aliases: [/replies/a/, /old/1/, /about/, /topics/x/, /../x/, /, 旧地址]
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  删去这个旧地址，或删去那一个
                        content/replies/b.md:5:10: error[address]: 地址 /topics/x/ 由程序自己使用
                            aliases: [/replies/a/, /old/1/, /about/, /topics/x/, /../x/, /, 旧地址]
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  改名，或删去这个旧地址
                        content/replies/b.md:5:10: error[address]: “/../x/”不能作地址
                            aliases: [/replies/a/, /old/1/, /about/, /topics/x/, /../x/, /, 旧地址]
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  写成 /old/address/ 或 /old/058.html 的样子
                        content/replies/b.md:5:10: error[address]: “/”不能作地址
                            aliases: [/replies/a/, /old/1/, /about/, /topics/x/, /../x/, /, 旧地址]
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  写成 /old/address/ 或 /old/058.html 的样子
                        content/replies/b.md:5:10: error[address]: “旧地址”不能作地址
                            aliases: [/replies/a/, /old/1/, /about/, /topics/x/, /../x/, /, 旧地址]
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  写成 /old/address/ 或 /old/058.html 的样子
                        content/replies/c.md:5:10: error[address]: 地址 /old/1/ 已由 content/replies/b.md:5:10 占用
                            aliases: /old/1
                                     ^^^^^^  删去这个旧地址，或删去那一个
                        """);
    }

    @Test
    void twoNamesWithOneAddressAreReported() {
        project("""
                -- content/archive.yml --
                bodies:
                  - {id: shijiaotongyunshuju-5ux8, name: 市公安局}
                -- content/replies/a.md --
                %s
                -- content/replies/b.md --
                %s
                """.formatted(reply("", "公开"), reply("", "公开").replace("市交通运输局", "市公安局")))
                .finds("""
                        content/replies/b.md:1:1: error[address]: “市交通运输局”和“市公安局”的地址都是 /bodies/shijiaotongyunshuju-5ux8/
                            在 archive.yml 的 bodies 里给其中一个写上 id
                        """);
    }

    @Test
    void aProposalWithoutItsReplyIsReported() {
        project("""
                -- content/replies/a.proposal.md --
                建议延长夜间公交。
                """).finds("""
                content/replies/a.proposal.md:1:1: error[proposal-alone]: 提案文字旁边没有答复 replies/a.md
                    两个文件要同名
                """);
    }

    @Test
    void aContentFolderThatIsNotThereIsReported() {
        project("").finds("""
                content:1:1: error[content]: 没有这个文件夹
                    在里面建 replies/2023/ 并放入答复，或用 --content 指明别处
                """);
    }

    @Test
    void aNameThatSomeSystemCannotHoldIsReported() {
        String windows = "在 Windows 上不能用\n";
        String rename = "改名：不用 con、prn、aux、nul、com1、lpt1 这类名称和 < > : \" | ? * \\，不以点或空格结尾\n";
        project("""
                -- content/archive.yml --
                bodies: [{name: 示例市交通局, id: aux}]
                -- content/replies/con.md --
                x
                -- content/replies/nul/a.md --
                x
                -- content/replies/b.md --
                %s
                -- content/replies/图:一.png --
                x
                -- content/replies/Aux.tar.pdf --
                x
                """.formatted(reply("""
                aliases: [/old/com1.html]
                attachments: [{file: "图:一.png"}, {file: Aux.tar.pdf}]
                """, "公开"))).finds("""
                content/archive.yml:1:29: error[name]: 名称“aux”%1$s\
                    bodies: [{name: 示例市交通局, id: aux}]
                                                      ^^^  %2$s\
                content/replies/b.md:5:10: error[name]: 名称“old/com1.html”%1$s\
                    aliases: [/old/com1.html]
                             ^^^^^^^^^^^^^^^^  %2$s\
                content/replies/b.md:6:23: error[name]: 名称“图:一.png”%1$s\
                    attachments: [{file: "图:一.png"}, {file: Aux.tar.pdf}]
                                          ^^^^^^^^^  %2$s\
                content/replies/b.md:6:41: warning[name]: 名称“Aux.tar.pdf”%1$s\
                    attachments: [{file: "图:一.png"}, {file: Aux.tar.pdf}]
                                                              ^^^^^^^^^^^  %2$s\
                content/replies/con.md:1:1: error[name]: 名称“con.md”%1$s\
                    %2$s\
                content/replies/nul:1:1: error[name]: 名称“nul”%1$s\
                    %2$s\
                """.formatted(windows, rename));
    }

    @Test
    void namesThatAreOneOnSomeSystemAreReported() {
        project("""
                -- content/replies/b.md --
                %s
                -- content/replies/c.md --
                %s
                -- content/replies/2024/Plan.pdf --
                x
                -- content/replies/plan.pdf --
                x
                -- content/replies/Annex.pdf --
                x
                -- content/replies/annex.pdf --
                x
                -- content/replies/caf\u00e9.pdf --
                x
                -- content/replies/cafe\u0301.pdf --
                x
                """.formatted(
                                reply("aliases: [/Old/1/, /Replies/c/]\n", "[一](plan.pdf)，[二](2024/Plan.pdf)"),
                                reply("aliases: [/old/1/]\n", "公开")))
                .finds("""
                content/replies/annex.pdf:1:1: warning[name]: “replies/Annex.pdf”和“replies/annex.pdf”在 Windows 和 macOS 上是同一个文件
                    给其中一个改名，不只改大小写
                content/replies/b.md:5:10: error[address]: 地址 /Replies/c/ 已由 content/replies/c.md:1:1 占用
                    aliases: [/Old/1/, /Replies/c/]
                             ^^^^^^^^^^^^^^^^^^^^^^  删去这个旧地址，或删去那一个
                content/replies/b.md:8:5: error[attachment-name]: 两个文件同名：replies/2024/Plan.pdf 和 replies/plan.pdf
                    [一](plan.pdf)，[二](2024/Plan.pdf)
                         ^^^^^^^^  给其中一个改名
                content/replies/c.md:5:10: error[address]: 地址 /old/1/ 已由 content/replies/b.md:5:10 占用
                    aliases: [/old/1/]
                             ^^^^^^^^^  删去这个旧地址，或删去那一个
                content/replies/caf\u00e9.pdf:1:1: warning[name]: “replies/cafe\u0301.pdf”和“replies/caf\u00e9.pdf”在 Windows 和 macOS 上是同一个文件
                    给其中一个改名，不只改大小写
                """);
    }

    @Test
    void aReplyThatWouldNotBeFoundIsReported() {
        String why = "warning[name]: 这个文件不会公开：答复放在 replies 里，说明页面放在 pages 里，名称以 .md 结尾\n" + "    移过去，或改名；不是答复的不用管\n";
        project("""
                -- content/README.md --
                x
                -- content/2024/b.md --
                x
                -- content/replies/a.md --
                %s
                -- content/replies/c.md.txt --
                x
                -- content/replies/notes.txt --
                x
                """.formatted(reply("", "公开")))
                .finds("content/2024/b.md:1:1: " + why + "content/replies/c.md.txt:1:1: " + why);
    }

    @Test
    void aProposalWithAHeadIsReported() {
        project("""
                -- content/replies/a.md --
                %s
                -- content/replies/a.proposal.md --
                ---
                标题: 提案
                ---
                建议修好路灯。
                -- content/replies/b.md --
                %s
                -- content/replies/b.proposal.md --
                ---
                建议修好路灯。
                """.formatted(reply("", "公开"), reply("", "公开"))).finds("""
                content/replies/a.proposal.md:1:1: error[front-matter]: 提案文字开头不写元数据
                    删去开头两行 --- 和它们之间的几行；编号、提案人等写在答复的文件里
                """);
    }

    @Test
    void anEarlierAddressCannotBeAFileOfTheGeneratorNorLieBelowOne() {
        List<String> own = new ArrayList<>(List.of("/Index.html", "/feed.xml/x/", "/sitemap-1.xml/y.html"));
        own.addAll(Stream.of("_headers", "_redirects", "nginx.conf")
                .map(name -> "/" + name)
                .toList());
        for (String address : own) {
            assertThat(project("-- content/replies/b.md --\n" + reply("aliases: [" + address + "]\n", "公开"))
                            .build()
                            .err())
                    .contains("error[address]: 地址 " + address, "由程序自己使用");
        }
    }
}
