package dafu.check;

import dafu.ProjectTest;
import org.junit.jupiter.api.Test;

class LinkTargetsTest extends ProjectTest {
    @Test
    void aLinkToASectionOrAnAddressThatIsNotThereIsReported() {
        project(
                        """
                -- content/replies/a.md --
                %s
                -- content/replies/b.md --
                %s
                -- content/pages/about.md --
                ---
                title: 关于
                ---
                见[甲](../replies/a.md#s3)、[列表](/replies/)、[统计](/statistic/)。
                """.formatted(
                                reply("", "## 一、线路\n\n## 二、班次\n\n见[上文](#s1)、[下文](#s9)和[注](#fn-1)。[^1]\n\n[^1]: 注。"),
                                reply(
                                        "",
                                        "见[班次](a.md#s2)、[票价](a.md#s4)、[年份](/years/2024/)、[关于](/about)、[首页](/)、[数据](/data/replies.jsonl)、[没有](/bodies/x/)。")))
                .finds("""
                        content/pages/about.md:4:6: error[link-anchor]: replies/a 没有“#s3”这一处
                            见[甲](../replies/a.md#s3)、[列表](/replies/)、[统计](/statistic/)。
                                   ^^^^^^^^^^^^^^^^^^  有的是：#s1 #s2
                        content/pages/about.md:4:47: error[link-address]: 本站没有 /statistic
                            见[甲](../replies/a.md#s3)、[列表](/replies/)、[统计](/statistic/)。
                                                                                  ^^^^^^^^^^^  核对地址；到另一件答复，写它的文件名
                        content/replies/a.md:11:17: error[link-anchor]: replies/a 没有“#s9”这一处
                            见[上文](#s1)、[下文](#s9)和[注](#fn-1)。[^1]
                                                  ^^^  有的是：#s1 #s2
                        content/replies/b.md:7:21: error[link-anchor]: replies/a 没有“#s4”这一处
                            见[班次](a.md#s2)、[票价](a.md#s4)、[年份](/years/2024/)、[关于](/about)、[首页](/)、[数据](/data/replies.jsonl)、[没有](…
                                                      ^^^^^^^  有的是：#s1 #s2
                        content/replies/b.md:7:101: error[link-address]: 本站没有 /bodies/x
                            …于](/about)、[首页](/)、[数据](/data/replies.jsonl)、[没有](/bodies/x/)。
                                                                                         ^^^^^^^^^^  核对地址；到另一件答复，写它的文件名
                        """);
    }

    @Test
    void whereTheCatalogueHasErrorsSectionsAreCheckedAllTheSame() {
        project("""
                -- content/archive.yml --
                base-url: x
                -- content/replies/a.md --
                %s
                """.formatted(reply("", "见[下文](#s9)和[统计](/statistic/)。"))).finds("""
                        content/archive.yml:1:11: error[setting]: base-url 不能是“x”
                            base-url: x
                                      ^  写完整网址，如 https://example.org/dafu/
                        content/replies/a.md:7:7: error[link-anchor]: replies/a 没有“#s9”这一处
                            见[下文](#s9)和[统计](/statistic/)。
                                     ^^^  那一页没有小标题，去掉 # 和它后面的
                        """);
    }
}
