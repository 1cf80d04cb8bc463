package dafu.page;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListingTest extends ProjectTest {
    private static final String TWO_A_PAGE = "-- content/archive.yml --\nper-page: 2\n";

    @Test
    void pagesAreNumberedFromTheOldestAndTheNewestStandsFirst() {
        Project project = project(TWO_A_PAGE + replies(5)).built();
        assertThat(hits(project, "years/2024/")).containsExactly("r5");
        assertThat(hits(project, "years/2024/page/3/")).containsExactly("r5");
        assertThat(hits(project, "years/2024/page/2/")).containsExactly("r4", "r3");
        assertThat(hits(project, "years/2024/page/1/")).containsExactly("r2", "r1");
        assertThat(project.path("site/years/2024/page/4")).doesNotExist();
        assertThat(project.page("years/2024/").select("nav a[rel]").eachAttr("href"))
                .containsExactly("../../years/2024/page/2/");
        assertThat(project.page("years/2024/page/2/").select("nav a[rel]").eachAttr("href"))
                .containsExactly("../../../../years/2024/page/3/", "../../../../years/2024/page/1/");
        assertThat(hits(project, "replies/page/1/")).containsExactly("r2", "r1");
    }

    @Test
    void aListingThatFitsOnAPageHasNoNumberedOnes() {
        Project project = project(TWO_A_PAGE + replies(2)).built();
        assertThat(hits(project, "replies/")).containsExactly("r2", "r1");
        assertThat(project.path("site/replies/page")).doesNotExist();
        assertThat(project.path("site/years/2024/page")).doesNotExist();
    }

    @Test
    void aFullPageThatIsNotTheLastKeepsItsBytesWhenRepliesAreAdded() {
        Project project = project(TWO_A_PAGE + replies(5)).built();
        SortedMap<String, String> before = project.files("site");
        project.write(replies(9)).built();
        SortedMap<String, String> after = project.files("site");
        for (String listing : new String[] {"replies", "years/2024", "bodies/shijiaotongyunshuju-5ux8"}) {
            for (int page = 1; page <= 2; page++) {
                String file = listing + "/page/" + page + "/index.html";
                assertThat(after.get(file)).as(file).isNotNull().isEqualTo(before.get(file));
            }
        }
        IntStream.rangeClosed(1, 5)
                .mapToObj(i -> "replies/r" + i + "/index.html")
                .forEach(file -> assertThat(after.get(file)).as(file).isEqualTo(before.get(file)));
    }

    @Test
    void aNameThatIsNotDeclaredGetsAnAddressThatStays() {
        Project project = project(
                "-- content/replies/a.md --\n" + reply("topics: [飞地经济, bus]\noutcome: C2\nkind: question\n", "公开"));
        project.built();
        assertThat(project.page("replies/a/").select("dl a[data-field]").eachAttr("href"))
                .containsExactlyInAnyOrder(
                        "../../kinds/question/",
                        "../../bodies/shijiaotongyunshuju-5ux8/",
                        "../../outcomes/c2/",
                        "../../topics/feidijingji-a9zb/",
                        "../../topics/bus-" + dafu.text.Slug.of("bus").substring(4) + "/");
    }

    @Test
    void aDeclaredNameAndItsAliasesHaveOneListing() {
        Project project = project("""
                -- content/archive.yml --
                bodies:
                  - {id: transport, name: 市交通运输局, aliases: [市交通局]}
                  - {id: unused, name: 市体育局}
                -- content/replies/a.md --
                %s
                -- content/replies/b.md --
                %s
                """.formatted(reply("", "公开"), reply("", "公开").replace("市交通运输局", "市交通局")));
        project.built();
        assertThat(hits(project, "bodies/transport/")).containsExactly("b", "a");
        assertThat(project.page("bodies/").select("main .entries a").eachAttr("href"))
                .containsExactly("../bodies/transport/");
        assertThat(project.path("site/bodies/unused")).doesNotExist();
    }

    @Test
    void noListingIsEmpty() {
        Project project = project("-- content/replies/a.md --\n" + reply("supporting-bodies: [市公安局]\n", "公开"));
        project.built();
        assertThat(project.files("site").keySet())
                .filteredOn(file -> file.endsWith("index.html"))
                .containsExactly(
                        "bodies/index.html",
                        "bodies/shijiaotongyunshuju-5ux8/index.html",
                        "data/index.html",
                        "index.html",
                        "masks/index.html",
                        "replies/a/index.html",
                        "replies/index.html",
                        "search/index.html",
                        "statistics/2024/index.html",
                        "statistics/index.html",
                        "years/2024/index.html",
                        "years/index.html");
    }

    @Test
    void anArchiveWithoutRepliesIsBuiltAndSaysSo() {
        Project project = project("-- content/README.md --\n还没有\n");
        assertThat(project.build().isClean().out()).startsWith("content 里还没有公开的答复\n");
        assertThat(project.page("").text()).contains("这里还没有公开的答复。");
        assertThat(project.page("replies/").text()).contains("这里还没有公开的答复。");
        assertThat(project.build("--lang", "en").isClean().out())
                .startsWith("there are no published replies in the content folder yet\n");
    }

    @Test
    void listsLeadWithTheMatter() {
        Project project = project("""
                -- content/replies/a.md --
                %s
                -- content/replies/b.md --
                %s
                -- content/replies/c.md --
                %s
                """.formatted(
                        reply("proposal-title: 关于发展飞地经济的提案\n", "公开"),
                        reply("", "公开").replace("关于夜间公交的答复", "对《关于改善河道水质的建议》的答复"),
                        reply("", "公开")));
        project.built();
        assertThat(project.page("replies/").select("ol .item-title").eachText())
                .containsExactly("关于夜间公交的答复", "改善河道水质", "发展飞地经济");
    }

    private static Stream<String> ids(Project project, String listing) {
        return project.page(listing).select("main ol .item-title").eachAttr("href").stream()
                .map(href -> href.replaceFirst(".*/replies/", "").replaceFirst("/$", ""));
    }

    private static java.util.List<String> hits(Project project, String listing) {
        return ids(project, listing).toList();
    }

    private static String replies(int count) {
        StringBuilder files = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            files.append("-- content/replies/r").append(i).append(".md --\n");
            files.append(reply("", "公开").replace("2024-03-02", "2024-03-0" + i));
        }
        return files.toString();
    }
}
