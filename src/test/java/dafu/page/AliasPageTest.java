package dafu.page;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class AliasPageTest extends ProjectTest {
    @Test
    void anEarlierAddressLeadsOnWithoutAScript() {
        Project project = project("-- content/archive.yml --\nbase-url: https://example.org/dafu\n"
                + "-- content/replies/2024/a.md --\n"
                + reply("aliases: [/old/058/, /old/058.html, content/art_123.html, /x]\n", "公开"));
        project.built();
        for (String alias : new String[] {"old/058/", "old/058.html", "content/art_123.html", "x/"}) {
            Document page = project.page(alias);
            String root = alias.equals("old/058/") ? "../../" : "../";
            assertThat(page.select("meta[http-equiv=refresh]").attr("content"))
                    .isEqualTo("0; url=" + root + "replies/2024/a/");
            assertThat(page.select("main p a").attr("href")).isEqualTo(root + "replies/2024/a/");
            assertThat(page.select("main p a").text()).isEqualTo("关于夜间公交的答复");
            assertThat(page.select("link[rel=canonical]").attr("href"))
                    .isEqualTo("https://example.org/dafu/replies/2024/a/");
            assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
            assertThat(page.select("script:not([type=application/ld+json]):not([src$=assets/look.js])"))
                    .isEmpty();
        }
        assertThat(project.built().files("site"))
                .containsKeys("old/058/index.html", "old/058.html", "content/art_123.html", "x/index.html");
    }

    @Test
    void anAddressThatIsTakenIsAnError() {
        project("""
                -- content/replies/a.md --
                %s
                -- content/replies/b.md --
                %s
                """.formatted(
                                reply(
                                        "aliases: [/old.html, /feed.xml, /.hidden/, /a/../b, /, /replies/, /replies/page/2/]\n",
                                        "公开"),
                                reply("aliases: [/old.html/b/, /replies/a/, /replies/a/annex.pdf, /old.html]\n", "公开")))
                .finds("""
                content/replies/a.md:5:10: error[address]: 地址 /feed.xml 由程序自己使用
                    aliases: [/old.html, /feed.xml, /.hidden/, /a/../b, /, /replies/, /replies/page/2/]
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  改名，或删去这个旧地址
                content/replies/a.md:5:10: error[address]: 地址 /replies/ 由程序自己使用
                    aliases: [/old.html, /feed.xml, /.hidden/, /a/../b, /, /replies/, /replies/page/2/]
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  改名，或删去这个旧地址
                content/replies/a.md:5:10: error[address]: 地址 /replies/page/2/ 由程序自己使用
                    aliases: [/old.html, /feed.xml, /.hidden/, /a/../b, /, /replies/, /replies/page/2/]
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  改名，或删去这个旧地址
                content/replies/a.md:5:10: error[address]: “/.hidden/”不能作地址
                    aliases: [/old.html, /feed.xml, /.hidden/, /a/../b, /, /replies/, /replies/page/2/]
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  写成 /old/address/ 或 /old/058.html 的样子
                content/replies/a.md:5:10: error[address]: “/a/../b”不能作地址
                    aliases: [/old.html, /feed.xml, /.hidden/, /a/../b, /, /replies/, /replies/page/2/]
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  写成 /old/address/ 或 /old/058.html 的样子
                content/replies/a.md:5:10: error[address]: “/”不能作地址
                    aliases: [/old.html, /feed.xml, /.hidden/, /a/../b, /, /replies/, /replies/page/2/]
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  写成 /old/address/ 或 /old/058.html 的样子
                content/replies/b.md:5:10: error[address]: 地址 /old.html 已由 content/replies/a.md:5:10 占用
                    aliases: [/old.html/b/, /replies/a/, /replies/a/annex.pdf, /old.html]
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  删去这个旧地址，或删去那一个
                content/replies/b.md:5:10: error[address]: 地址 /old.html/b/ 已由 content/replies/a.md:5:10 占用
                    aliases: [/old.html/b/, /replies/a/, /replies/a/annex.pdf, /old.html]
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  删去这个旧地址，或删去那一个
                content/replies/b.md:5:10: error[address]: 地址 /replies/a/ 已由 content/replies/a.md:1:1 占用
                    aliases: [/old.html/b/, /replies/a/, /replies/a/annex.pdf, /old.html]
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  删去这个旧地址，或删去那一个
                content/replies/b.md:5:10: error[address]: 地址 /replies/a/annex.pdf 已由 content/replies/a.md:1:1 占用
                    aliases: [/old.html/b/, /replies/a/, /replies/a/annex.pdf, /old.html]
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  删去这个旧地址，或删去那一个
                """);
    }

    @Test
    void aDraftsEarlierAddressLeadsNowhereYet() {
        Project project = project("-- content/replies/a.md --\n" + reply("status: draft\naliases: /old/\n", "草稿"));
        project.built();
        assertThat(project.path("site/old")).doesNotExist();
    }
}
