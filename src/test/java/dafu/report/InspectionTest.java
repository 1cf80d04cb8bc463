package dafu.report;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import org.junit.jupiter.api.Test;

class InspectionTest extends ProjectTest {
    private static final String REPLY = reply(
            "kind: proposal\nsession: 市政协九届二次会议\nnumber: \"058\"\ntopics: [公交]\npublished: 2024-03-20\n",
            "见[办法](https://www.example.gov.cn/a)和[介绍](http://Shop.example/?a=1&b=2)。");

    @Test
    void whatInspectorsLookAtStandsOnOneSheet() {
        Project project = project("""
                -- content/archive.yml --
                topics: [{id: bus, name: 公交}]
                bodies: [{id: transport, name: 市交通运输局}]
                filings: [示ICP备00000000号]
                -- content/pages/about.md --
                ---
                title: 关于
                ---
                -- content/replies/a.md --
                """ + REPLY + """
                -- layouts/footer.mustache --
                <footer><a href='{{page.root}}gone/'>旧栏目</a></footer>
                """);
        Project.Outcome checked = project.check("--report", "inspection", "--as-of", "2025-06-01");
        checked.isClean();
        int pages = pages(project);
        assertThat(checked.out())
                .isEqualTo("""
                检查项      对象                             状态  说明                                      怎样改
                网站标签    SiteName                         缺少  PP 个页面中 PP 个没有，如 404.html        在 archive.yml 写 title、site-id-code；已写的，核对自己的布局
                网站标签    SiteDomain                       缺少  PP 个页面中 PP 个没有，如 404.html        在 archive.yml 写 site-domain；已写的，核对自己的布局
                网站标签    SiteIDCode                       缺少  PP 个页面中 PP 个没有，如 404.html        在 archive.yml 写 site-id-code；已写的，核对自己的布局
                ICP 备案号  示ICP备00000000号                缺少  首页没有                                  核对自己的布局
                公安备案号                                   缺少  archive.yml 里没有写                      在 archive.yml 的 filings 里照备案证书写全
                空白页面    about/index.html                 缺少  没有内容                                  写上内容，或删去这一页
                栏目更新    /kinds/proposal/ 政协提案        核对  最近 2024-03-20，到 2025-06-01 有 438 天  公开新的答复，或说明停止更新的原因
                栏目更新    /bodies/transport/ 市交通运输局  核对  最近 2024-03-20，到 2025-06-01 有 438 天  公开新的答复，或说明停止更新的原因
                栏目更新    /topics/bus/ 公交                核对  最近 2024-03-20，到 2025-06-01 有 438 天  公开新的答复，或说明停止更新的原因
                站内链接    gone/index.html                  断链  在 QQ 个页面上，如 about/index.html       改正链接，或补上文件
                站外链接    shop.example                     核对  在 1 个页面上，如 replies/a/index.html    打开看看是否仍是原来的网站
                站外链接    www.example.gov.cn               通过  在 1 个页面上，如 replies/a/index.html

                0 个错误，0 条警告
                """.replace("PP", String.valueOf(pages)).replace("QQ", String.valueOf(pages - 1)));
    }

    @Test
    void aSiteThatGivesItsTagsAndFilingNumbersPasses() {
        Project project =
                project("""
                -- content/archive.yml --
                title: 档案
                site-id-code: "0000000000"
                site-domain: www.example.gov.cn
                filings: [示ICP备00000000号-1, 示公网安备 00000000000000号]
                -- content/replies/a.md --
                """ + reply("kind: proposal\nsession: 市政协九届二次会议\nnumber: \"058\"\ntopics: [公交]\n", "公开"));
        assertThat(project.check("--report", "inspection", "--lang", "en").out())
                .isEqualTo("""
                item                  subject                                         status  note                                         how to mend
                site tag              SiteName                                        ok      on all of PP pages
                site tag              SiteDomain                                      ok      on all of PP pages
                site tag              SiteIDCode                                      ok      on all of PP pages
                ICP filing number     示ICP备00000000号-1                             ok      on the home page
                police filing number  示公网安备 00000000000000号                     ok      on the home page
                last update           /kinds/proposal/ 政协提案                       ok      newest 2024-03-02, 0 days before 2024-03-02
                last update           /bodies/shijiaotongyunshuju-5ux8/ 市交通运输局  ok      newest 2024-03-02, 0 days before 2024-03-02
                last update           /topics/gongjiao-a6i2/ 公交                     ok      newest 2024-03-02, 0 days before 2024-03-02
                foreign link          beian.miit.gov.cn                               ok      on PP pages, such as 404.html
                foreign link          beian.mps.gov.cn                                ok      on PP pages, such as 404.html

                0 errors, 0 warnings
                """.replace("PP", String.valueOf(pages(project))));
        project.built();
        assertThat(project.page("").select("meta[name^=Site]").eachAttr("content"))
                .containsExactly("档案", "0000000000", "www.example.gov.cn");
        assertThat(project.page("").select("footer a[href*=beian]").eachAttr("href"))
                .containsExactly(
                        "https://beian.miit.gov.cn/", "https://beian.mps.gov.cn/#/query/webSearch?code=00000000000000");
    }

    @Test
    void whereAnErrorKeepsPagesFromBeingMadeNothingIsCalledGood() {
        Project project = project("-- content/replies/a.md --\n" + reply("follows: replies/gone\n", "公开"));
        Project.Outcome checked = project.check("--report", "inspection", "--format", "csv", "--lang", "en");
        assertThat(checked.status()).isEqualTo(1);
        assertThat(checked.out())
                .isEqualTo(
                        "\uFEFFitem,subject,status,note,how to mend\r\n"
                                + "pages,,look,\"there are errors, so there are no pages to look at\",mend the errors first\r\n");
    }

    private static int pages(Project project) {
        project.build("--site", project.path("out").toString());
        return (int) project.files("out").keySet().stream()
                .filter(path -> path.endsWith(".html"))
                .count();
    }
}
