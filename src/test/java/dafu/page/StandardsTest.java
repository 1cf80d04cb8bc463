package dafu.page;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What pages say to programs: search engines, libraries, inspectors of government sites, other sites that link to them. */
class StandardsTest extends ProjectTest {
    private static final String REPLY = """
            -- content/replies/a.md --
            ---
            title: 关于夜间公交的答复</script>
            kind: proposal
            session: 某市政协一届一次会议
            number: "5"
            proposal-title: 关于开通夜间公交的提案
            proposers: [市工商联]
            answering-body: 市交通运输局
            date: 2024-03-02
            published: 2024-03-20
            document-number: 某交字〔2024〕5号
            summary: 两条线路延长到二十三时。
            topics: [公交]
            corrections: [{date: 2024-04-01, note: 更正里程}]
            ---
            答复如下。
            """;

    private static final String SETTINGS = """
            -- content/archive.yml --
            title: 档案
            description: 某市的答复
            base-url: https://www.example.gov.cn/dafu
            publisher: 某市人民政府办公室
            site-id-code: "0000000000"
            site-domain: www.example.gov.cn
            licence: CC0-1.0
            """;

    @Test
    void aReplyIsAQuestionWithItsAnswer() {
        Project project = project(SETTINGS + REPLY).built();
        String body =
                project.page("replies/a/").select("[data-field=answering-body]").attr("href");
        assertThat(data(project.page("replies/a/"))).containsExactly("""
                {"@context":"https://schema.org","@type":"BreadcrumbList","@id":"#trail","itemListElement":[\
                {"@type":"ListItem","name":"首页","position":1,"item":"https://www.example.gov.cn/dafu/"},\
                {"@type":"ListItem","name":"全部答复","position":2,"item":"https://www.example.gov.cn/dafu/replies/"},\
                {"@type":"ListItem","name":"开通夜间公交 - 市交通运输局 2024-03-02","position":3}]}""", """
                {"@context":"https://schema.org","@type":"WebPage","name":"开通夜间公交 - 市交通运输局 2024-03-02",\
                "url":"https://www.example.gov.cn/dafu/replies/a/","inLanguage":"zh-CN","datePublished":"2024-03-20","dateModified":"2024-04-01",\
                "license":"CC0-1.0","keywords":["公交"],"publisher":{"@type":"GovernmentOrganization","name":"某市人民政府办公室"},\
                "breadcrumb":{"@id":"#trail"},"mainEntity":{"@type":"Question","name":"关于开通夜间公交的提案","author":[{"name":"市工商联"}],"answerCount":1,\
                "acceptedAnswer":{"@type":"Answer","name":"关于夜间公交的答复\\u003c/script\\u003e","url":"https://www.example.gov.cn/dafu/replies/a/",\
                "dateCreated":"2024-03-02","identifier":"某交字〔2024〕5号","text":"两条线路延长到二十三时。",\
                "author":{"@type":"GovernmentOrganization","name":"市交通运输局","url":"https://www.example.gov.cn/dafu/BODY"}}}}""".replace("BODY", body.replace("../", "")));
    }

    @Test
    void withoutAPublicAddressWhatIsSaidToProgramsIsRelative() {
        Project project =
                project("-- content/replies/a.md --\n" + reply("", "公开")).built();
        assertThat(data(project.page(""))).containsExactly("""
                {"@context":"https://schema.org","@type":"WebSite","name":"答复档案","url":"./","inLanguage":"zh-CN",\
                "potentialAction":{"@type":"SearchAction","target":"./search/?q={query}","query-input":"required name=query"}}""");
        assertThat(data(project.page("replies/"))).containsExactly("""
                {"@context":"https://schema.org","@type":"BreadcrumbList","@id":"#trail","itemListElement":[\
                {"@type":"ListItem","name":"首页","position":1,"item":"../"},\
                {"@type":"ListItem","name":"全部答复","position":2}]}""");
    }

    @Test
    void aGovernmentSiteSaysWhoseItIsAndWhatStandsWhere() {
        Project project = project(SETTINGS + REPLY).built();
        assertThat(metas(project.page("replies/a/"), "name"))
                .contains(
                        "SiteName=档案",
                        "SiteIDCode=0000000000",
                        "SiteDomain=www.example.gov.cn",
                        "ColumnName=全部答复",
                        "ColumnType=信息公开",
                        "ArticleTitle=关于夜间公交的答复</script>",
                        "PubDate=2024-03-20 00:00",
                        "ContentSource=市交通运输局",
                        "Author=市交通运输局",
                        "Keywords=公交;",
                        "Url=https://www.example.gov.cn/dafu/replies/a/");
        assertThat(metas(project.page("years/2024/"), "name"))
                .contains("ColumnName=2024", "ColumnKeywords=2024", "ColumnType=信息公开")
                .noneMatch(meta -> meta.startsWith("ArticleTitle"));
        Project plain = project(REPLY).built();
        assertThat(metas(plain.page("replies/a/"), "name"))
                .noneMatch(meta -> meta.matches("(Site|Column|Article|PubDate|ContentSource).*"));
    }

    @Test
    void librariesAndOtherSitesLearnWhatAReplyIs() {
        Project project = project(SETTINGS + REPLY).built();
        assertThat(metas(project.page("replies/a/"), "name").stream().filter(meta -> meta.startsWith("DCTERMS")))
                .containsExactly(
                        "DCTERMS.title=关于夜间公交的答复</script>",
                        "DCTERMS.creator=市交通运输局",
                        "DCTERMS.created=2024-03-02",
                        "DCTERMS.issued=2024-03-20",
                        "DCTERMS.language=zh-CN",
                        "DCTERMS.type=Text",
                        "DCTERMS.subject=公交",
                        "DCTERMS.publisher=某市人民政府办公室",
                        "DCTERMS.license=CC0-1.0",
                        "DCTERMS.identifier=https://www.example.gov.cn/dafu/replies/a/");
        assertThat(metas(project.page("replies/a/"), "property"))
                .containsExactly(
                        "og:url=https://www.example.gov.cn/dafu/replies/a/",
                        "og:image=https://www.example.gov.cn/dafu/assets/icon.png",
                        "og:site_name=档案",
                        "og:title=开通夜间公交 - 市交通运输局 2024-03-02",
                        "og:type=article",
                        "article:published_time=2024-03-20");
        assertThat(metas(project.page(""), "property")).contains("og:title=档案", "og:type=website");
    }

    @Test
    void aReplyIsCitedInAListOfReferencesAndInAText() {
        Project project = project(SETTINGS + REPLY).built();
        assertThat(project.page("replies/a/").select(".cite dd").eachText())
                .containsExactly(
                        "市交通运输局. 关于夜间公交的答复</script>: 某交字〔2024〕5号[EB/OL]. (2024-03-02)[引用日期]. https://www.example.gov.cn/dafu/replies/a/.",
                        "市交通运输局：《关于夜间公交的答复</script>》，2024年3月2日，https://www.example.gov.cn/dafu/replies/a/。",
                        "https://www.example.gov.cn/dafu/replies/a/",
                        "用邮件发送这个地址");
        assertThat(project.page("replies/a/").select(".cite a").eachAttr("href"))
                .containsExactly(
                        "https://www.example.gov.cn/dafu/replies/a/",
                        "mailto:?body=https://www.example.gov.cn/dafu/replies/a/");
        Project plain = project(REPLY).built();
        assertThat(plain.page("replies/a/").select(".cite dd").eachText())
                .containsExactly(
                        "市交通运输局. 关于夜间公交的答复</script>: 某交字〔2024〕5号[EB/OL]. (2024-03-02)[引用日期].",
                        "市交通运输局：《关于夜间公交的答复</script>》，2024年3月2日。",
                        "开通夜间公交 - 市交通运输局 2024-03-02");
        assertThat(plain.page("replies/a/").select(".cite a").eachAttr("href")).containsExactly("./");
    }

    @Test
    void everyParagraphAndHeadingOfALetterHasAnAddress() {
        Project project = project("-- content/replies/a.md --\n"
                        + reply("", "某代表：\n\n## 一、线路\n\n两条[^1]。\n\n> 引文\n\n- 一\n\n[^1]: 注。\n"))
                .built();
        assertThat(project.page("replies/a/").select(".prose [aria-hidden]").eachAttr("href"))
                .containsExactly("#p.1", "#s1", "#p.2", "#p.3");
        assertThat(project.page("replies/a/")
                        .select(".prose > :has(> [aria-hidden])")
                        .eachAttr("id"))
                .containsExactly("p.1", "s1", "p.2");
    }

    private static List<String> data(Document page) {
        return page.select("script[type=application/ld+json]").stream()
                .map(script -> script.data())
                .toList();
    }

    private static List<String> metas(Document page, String key) {
        return page.select("head > meta[" + key + "]").stream()
                .map(meta -> meta.attr(key) + "=" + meta.attr("content"))
                .toList();
    }
}
