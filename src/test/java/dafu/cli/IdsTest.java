package dafu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The lines of {@code archive.yml} that {@code check} suggests for names without an id. */
class IdsTest extends ProjectTest {
    private static final String COUNTS = "0 个错误，0 条警告\n";

    private static String topics(int count) {
        return IntStream.range(0, count).mapToObj(i -> "“路灯”" + i).collect(Collectors.joining(", "));
    }

    @Test
    void whatIsSuggestedCanBeWrittenIntoTheSettingsAsItStands() {
        Project project = project("-- content/replies/a.md --\n"
                + reply("topics: [路灯, \"C: \\\"x\\\"\", 鲁灯, ‰]\nsession: 示例市政协十四届三次会议\n", "公开"));
        String said = project.check().isClean().out();
        assertThat(said).isEqualTo("""
                这些名称的网址由拼音和四个字符组成；想要更短的，在公开之前写进 archive.yml：
                sessions:
                  - {name: 示例市政协十四届三次会议, id: shilishizhengxieshisijiesancihuiyi}
                bodies:
                  - {name: 市交通运输局, id: shijiaotongyunshuju}
                topics:
                  - {name: "C: \\"x\\"", id: c-x}
                  - {name: 路灯, id: ludeng}
                """ + COUNTS);
        project.write("-- content/archive.yml --\n" + said.substring(said.indexOf("sessions:"), said.indexOf(COUNTS)));
        assertThat(project.check().isClean().out()).isEqualTo(COUNTS);
        project.built();
        assertThat(project.path("site/topics/ludeng/index.html")).exists();
        assertThat(project.path("site/topics/c-x/index.html")).exists();
    }

    @Test
    void aFewOfManyAreShownAndAllWhenAllAreAskedForAndNoneToPrograms() {
        Project project = project("-- content/replies/a.md --\n" + reply("topics: [" + topics(9) + "]\n", "公开"));
        assertThat(project.check().out().lines().filter(line -> line.contains("路灯")))
                .hasSize(3);
        assertThat(project.check("--all").out().lines().filter(line -> line.contains("路灯")))
                .hasSize(9);
        assertThat(project.check("--format", "json").err()).isEqualTo(COUNTS);
        assertThat(project.check("--report", "series").out()).doesNotContain("id:");
        assertThat(project.check("--lang", "en").out())
                .startsWith("the addresses of these names have their sound and four characters; "
                        + "for shorter ones add, before they are published, to archive.yml:\n");
    }
}
