package dafu.page;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RelatedTest extends ProjectTest {
    private static final List<String> MATTERS = List.of(
            "优化砚湖片区公交线网",
            "建设砚湖片区轻轨",
            "降低老旧小区加装电梯门槛",
            "修复苇塘灌区末级渠系",
            "让学生吃上热午饭",
            "稳定乡村医生队伍",
            "抢救保护旧盐巷历史建筑",
            "增加公办幼儿园学位",
            "延长图书馆开放时间",
            "整治夜间施工噪声",
            "规范预付卡退费",
            "根治下穿通道内涝",
            "补齐老旧小区消防通道",
            "Longer opening hours of libraries",
            "Opening libraries in villages",
            "打通轮椅出行最后一百米");

    /** A reply to each matter, numbered; further keys by number. */
    private static String archive(Map<Integer, String> keys) {
        StringBuilder files = new StringBuilder();
        for (int i = 0; i < MATTERS.size(); i++) {
            files.append("-- content/replies/r%d.md --\n%s"
                    .formatted(
                            i,
                            reply("proposal-title: 关于" + MATTERS.get(i) + "的提案\n" + keys.getOrDefault(i, ""), "正文")
                                    .replace("2024-03-02", "2024-03-%02d".formatted(i + 1))));
        }
        return files.toString();
    }

    @Test
    void repliesWhoseMattersShareWhatIsRareNameEachOther() {
        Project project = project(archive(Map.of())).built();
        assertThat(ties(project, "r0")).isEqualTo(Map.of("相近的答复", List.of("r1")));
        assertThat(ties(project, "r2")).isEqualTo(Map.of("相近的答复", List.of("r12")));
        assertThat(ties(project, "r13")).isEqualTo(Map.of("相近的答复", List.of("r14")));
        for (int alone : List.of(3, 4, 5, 6, 7, 8, 9, 10, 11, 15)) {
            assertThat(ties(project, "r" + alone)).as(MATTERS.get(alone)).isEmpty();
        }
    }

    @Test
    void aRareTopicTiesRepliesWhoseMattersHaveNoWordInCommon() {
        Project project = project(archive(Map.of(4, "topics: [校园]\n", 7, "topics: [校园]\n", 8, "topics: [阅读]\n")))
                .built();
        assertThat(ties(project, "r4")).isEqualTo(Map.of("相近的答复", List.of("r7")));
        assertThat(ties(project, "r8")).isEmpty();
    }

    @Test
    void aWholeChainIsShownAndEachReplyOnceWithItsClosestTie() {
        Project project = project(archive(Map.of(
                1, "follows: replies/r0\n",
                2, "follows: replies/r1\nsession: 一次会议\nkind: proposal\nnumber: '7'\n",
                12, "session: 一次会议\nkind: proposal\nnumber: '7'\nwaivers: [{rule: series-duplicate, reason: 分办}]\n")));
        assertThat(project.build("--lang", "en").err()).doesNotContain("error[");
        assertThat(ties(project, "r0")).isEqualTo(Map.of("此后的答复", List.of("r1", "r2")));
        assertThat(ties(project, "r1")).isEqualTo(Map.of("此前的答复", List.of("r0"), "此后的答复", List.of("r2")));
        assertThat(ties(project, "r2")).isEqualTo(Map.of("此前的答复", List.of("r1", "r0"), "同一件的其他答复", List.of("r12")));
        assertThat(ties(project, "r12")).isEqualTo(Map.of("同一件的其他答复", List.of("r2")));
    }

    @Test
    void aNewReplyChangesOnlyThePagesOfThoseThatAreLikeIt() {
        Project project = project(archive(Map.of())).built();
        SortedMap<String, String> before = replies(project);
        project.write("-- content/replies/new.md --\n"
                        + reply("proposal-title: 关于预付卡监管的提案\n", "正文").replace("2024-03-02", "2025-01-01"))
                .built();
        SortedMap<String, String> after = replies(project);
        after.keySet().removeIf(page -> after.get(page).equals(before.get(page)));
        assertThat(after.keySet()).containsExactly("new/index.html", "r10/index.html");
    }

    private static SortedMap<String, String> replies(Project project) {
        SortedMap<String, String> pages = new TreeMap<>(project.files("site/replies"));
        pages.keySet().removeIf(page -> page.equals("index.html") || page.startsWith("page/"));
        return pages;
    }

    @Test
    void theListingOfABodyNamesWhatItWasAndWhatItBecame() {
        Project project = project("""
                -- content/archive.yml --
                bodies:
                  - {id: greening, name: 市园林局, successor: city}
                  - {id: sanitation, name: 市环卫处, successor: city}
                  - {id: city, name: 市城管局, successor: works}
                  - {id: works, name: 市城建局}
                -- content/replies/a.md --
                %s
                -- content/replies/b.md --
                %s
                """.formatted(
                reply("", "正文").replace("市交通运输局", "市园林局"), reply("", "正文").replace("市交通运输局", "市城管局")));
        project.built();
        var city = project.page("bodies/city/");
        assertThat(city.select(".heading p:has(a), .heading p:contains(市城建局)").eachText())
                .containsExactly("更名或合并以前：市园林局 共 1 件", "后来更名或并入：市城建局");
        assertThat(city.select(".heading a").eachAttr("href")).containsExactly("../../bodies/greening/");
        assertThat(project.page("bodies/greening/").select(".heading p").eachText())
                .contains("后来更名或并入：市城管局 共 1 件", "后来更名或并入：市城建局");
    }

    private static Map<String, List<String>> ties(Project project, String reply) {
        return project.page("replies/" + reply + "/").select("section[aria-labelledby=related] h3").stream()
                .collect(Collectors.toMap(
                        heading -> heading.text(),
                        heading -> heading.nextElementSibling().select("a").eachAttr("href").stream()
                                .map(href -> href.replaceAll(".*replies/|/$", ""))
                                .toList()));
    }
}
