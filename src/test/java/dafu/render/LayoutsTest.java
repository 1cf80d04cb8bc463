package dafu.render;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class LayoutsTest extends ProjectTest {
    private static final String REPLY = "-- content/replies/a.md --\n" + reply("", "公开");

    @Test
    void withoutOwnLayoutsThePackedOnesAreUsed() {
        Project project = project(REPLY).built();
        assertThat(project.page("").select("h1").eachText()).containsExactly("答复档案");
        assertThat(project.files("site")).containsKeys("assets/style.css", "assets/icon.svg");
    }

    @Test
    void anOwnFileReplacesThePackedOneOfItsNameAlone() {
        Project packed = project(REPLY).built();
        Project own = project(REPLY + """
                -- layouts/footer.mustache --
                <footer>自己的页脚 {{page.site}}</footer>
                -- layouts/assets/style.css --
                body > p { margin: 0; content: "> ; }" }
                -- layouts/assets/logo.png --
                png
                -- layouts/strings/zh-CN.yml --
                home: 主页
                """).built();
        assertThat(own.page("replies/a/").select("footer").eachText()).containsExactly("自己的页脚 答复档案");
        assertThat(own.page("replies/a/").select("nav.trail a").eachText())
                .first()
                .isEqualTo("主页");
        assertThat(own.path("site/assets/style.css")).hasContent("body>p{margin:0;content:\"> ; }\"}");
        assertThat(own.path("site/assets/logo.png")).hasContent("png");
        assertThat(own.page("replies/a/").select("article").outerHtml())
                .isEqualTo(packed.page("replies/a/").select("article").outerHtml());
        assertThat(own.files("site"))
                .containsEntry("assets/icon.svg", packed.files("site").get("assets/icon.svg"));
    }

    /** The archive of a host whose pages have a frame of their own, as layouts/README.md tells. */
    @Test
    void aHostsFrameLogoAndColoursNeedNoCopyOfALayout() {
        Project own = project(REPLY + """
                -- layouts/theme.mustache --
                <link rel="stylesheet" href="{{page.root}}assets/theme.css">
                -- layouts/assets/theme.css --
                :root { --seal: #0b5d3b; }
                -- layouts/assets/logo.svg --
                <svg xmlns="http://www.w3.org/2000/svg"/>
                -- layouts/brand.mustache --
                <a class="site-title" href="{{page.root}}"><img src="{{page.root}}assets/logo.svg" alt=""> {{page.site}}</a>
                -- layouts/header.mustache --
                <header class="host"><a href="/">市政府</a> <a href="/zwgk/">政务公开</a></header>
                <nav class="wrap">{{>brand}} {{>look}} {{>search-box}}</nav>
                -- layouts/footer.mustache --
                <footer class="host"><a href="/contact/">联系我们</a></footer>
                """).built();
        for (String address : List.of("", "replies/", "replies/a/", "search/", "masks/", "data/")) {
            Document page = own.page(address);
            String root = address.isEmpty() ? "./" : "../".repeat(address.split("/").length);
            assertThat(page.select(".host a").eachAttr("href")).containsExactly("/", "/zwgk/", "/contact/");
            assertThat(page.select("head > link[rel=stylesheet]").eachAttr("href"))
                    .containsExactlyElementsOf(
                            Stream.of("style.css", address.equals("search/") ? "search/search.css" : "", "theme.css")
                                    .filter(name -> !name.isEmpty())
                                    .map(name -> root + "assets/" + name)
                                    .toList());
            assertThat(page.select(".site-title img").eachAttr("src")).containsExactly(root + "assets/logo.svg");
            assertThat(page.select("form[role=search]").eachAttr("action")).contains(root + "search/");
        }
        assertThat(own.files("site")).containsKeys("assets/theme.css", "assets/logo.svg", "assets/style.css");
    }

    @Test
    void everyVariableOfTheStyleThatAThemeMaySetIsTold() throws IOException {
        String told = Files.readString(Path.of("layouts/README.md"))
                .replaceAll("(?s).*<!-- variables -->|<!-- /variables -->.*", "");
        String style = Files.readString(Path.of("layouts/assets/style.css"));
        String root = style.substring(style.indexOf(":root {"), style.indexOf('}'));
        assertThat(names(told)).isEqualTo(names(root)).isNotEmpty();
    }

    private static Set<String> names(String text) {
        return Pattern.compile("--[a-z]+(?=[:`])")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void anUnknownNameIsReportedWhereItStands() {
        project(REPLY + """
                -- layouts/404.mustache --
                {{<frame}}{{$main}}
                <h1>{{t.not-found}}</h1>
                  <p>{{tilte}} {{page.nothing}}</p>
                {{/main}}{{/frame}}
                """).finds("""
                layouts/404.mustache:3:6: error[layout-name]: 这里没有“tilte”
                      <p>{{tilte}} {{page.nothing}}</p>
                         ^^^^^^^^^  这里有 page
                layouts/404.mustache:3:16: error[layout-name]: 这里没有“page.nothing”
                      <p>{{tilte}} {{page.nothing}}</p>
                                   ^^^^^^^^^^^^^^^^  这里有 page
                """);
    }

    @Test
    void anUnknownNameIsReportedInABranchThatThisBuildDoesNotRender() {
        project("""
                -- content/README.md --
                还没有答复
                -- layouts/item.mustache --
                <li>{{matter}}{{#summary}}
                {{#marks}}{{nonsense}}{{/marks}}{{/summary}}{{^number}}{{t.no-such-words}}{{/number}}</li>
                """).finds("""
                layouts/item.mustache:2:11: error[layout-name]: there is no “nonsense” here
                    {{#marks}}{{nonsense}}{{/marks}}{{/summary}}{{^number}}{{t.no-such-words}}{{/number}}</li>
                              ^^^^^^^^^^^^  here are: .
                layouts/item.mustache:2:56: error[layout-name]: there are no words “t.no-such-words”
                    …rks}}{{nonsense}}{{/marks}}{{/summary}}{{^number}}{{t.no-such-words}}{{/number}}</li>
                                                                       ^^^^^^^^^^^^^^^^^^^  add it to layouts/strings/zh-CN.yml
                """, "--lang", "en");
    }

    @Test
    void anUnescapedTextAndEscapedMarkupAreReported() {
        project(REPLY + """
                -- layouts/page.mustache --
                {{<frame}}{{$main}}
                <h1>{{{title}}}</h1>
                <h1>{{&title}}</h1>
                {{text}}
                {{page}}
                {{/main}}{{/frame}}
                """).finds("""
                layouts/page.mustache:2:5: error[layout-value]: “title”不能这样写
                    <h1>{{{title}}}</h1>
                        ^^^^^^^^^^  这是文字，写 {{title}}
                layouts/page.mustache:3:5: error[layout-value]: “title”不能这样写
                    <h1>{{&title}}</h1>
                        ^^^^^^^^^^  这是文字，写 {{title}}
                layouts/page.mustache:4:1: error[layout-value]: “text”不能这样写
                    {{text}}
                    ^^^^^^^^  这是一段 HTML，写 {{{text}}}
                layouts/page.mustache:5:1: error[layout-value]: “page”不能这样写
                    {{page}}
                    ^^^^^^^^  它有内容：写 {{#page}}…{{/page}}
                """);
    }

    @Test
    void aMissingPartialIsReportedWhereItIsAskedFor() {
        project(REPLY + """
                -- layouts/page.mustache --
                {{<frame}}{{$main}}
                <h1>{{title}}</h1>
                {{>nowhere}}
                {{/main}}{{/frame}}
                """).finds("""
                layouts/page.mustache:3:1: error[layout-missing]: 没有布局 layouts/nowhere.mustache
                    {{>nowhere}}
                    ^^^^^^^^^^^^  建这个文件，或去掉对它的引用
                """);
    }

    @Test
    void aSectionThatIsNotClosedIsReported() {
        project(REPLY + """
                -- layouts/page.mustache --
                {{<frame}}{{$main}}
                <h1>{{#title}}</h1>
                {{/main}}{{/frame}}
                """).finds("""
                layouts/page.mustache:3:1: error[layout]: 布局的写法有误：Mismatched start/end tags: title != main in page.mustache:3
                    每个 {{#名称}} 都要有 {{/名称}}
                """);
    }

    @Test
    void mistakesOfLayoutsAndTextsAreReportedAtOnce() {
        project("""
                -- content/replies/a.md --
                %s
                -- layouts/404.mustache --
                {{nothing}}
                """.formatted(reply("", "[空](gone.md)"))).finds("""
                content/replies/a.md:7:5: error[link-broken]: 没有 content/replies/gone.md
                    [空](gone.md)
                         ^^^^^^^  是不是 replies/a.md？
                layouts/404.mustache:1:1: error[layout-name]: 这里没有“nothing”
                    {{nothing}}
                    ^^^^^^^^^^^  这里有 page
                """);
    }

    @Test
    void aLanguageWithoutWordsIsReported() {
        project(REPLY + """
                -- content/archive.yml --
                language: fr
                """).finds("""
                layouts/strings/fr.yml:1:1: error[language]: 没有语言“fr”的文字
                    language 写 zh-CN 或 en，或加上这个文件
                """);
    }

    @Test
    void aLanguageIsOneFile() {
        Project project = project(REPLY + """
                -- content/archive.yml --
                language: en
                """).built();
        assertThat(project.page("replies/a/").select("html").attr("lang")).isEqualTo("en");
        assertThat(project.page("replies/a/").select("time[data-field=date]").eachText())
                .containsExactly("2 March 2024");
    }
}
