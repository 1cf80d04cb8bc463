package dafu.page;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import dafu.model.Metadata;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class FormPageTest extends ProjectTest {
    private static final String REPLY = "-- content/replies/a.md --\n" + reply("", "公开");

    @Test
    void itIsThereOnlyWhereTheSettingsAskForIt() {
        Project project = project(REPLY);
        project.built();
        assertThat(project.path("site/form")).doesNotExist();
        assertThat(project.text("site/index.html")).doesNotContain("form/\"");
        project.write("-- content/archive.yml --\n表单: 下载\n").built();
        assertThat(project.page("").select("footer a[href$=form/]").text()).isEqualTo("写一件答复");
        assertThat(project.page("form/").select("[data-open]")).isEmpty();
    }

    @Test
    void everyKeyHasItsPlaceInTheLanguageOfTheSite() {
        for (String language : List.of("zh-CN", "en")) {
            Project project = project(REPLY + "-- content/archive.yml --\nlanguage: " + language
                    + "\nform: https://github.com/example/archive/new/main\n");
            project.built();
            Document page = project.page("form/");
            boolean zh = language.equals("zh-CN");
            List<String> keys = new ArrayList<>();
            Metadata.SCHEMA.fields().stream()
                    .filter(field -> !field.name().equals("status"))
                    .forEach(field -> keys.add(zh ? field.zh().get(0) : field.name()));
            assertThat(page.select("[data-key]").eachAttr("data-key")).containsExactlyInAnyOrderElementsOf(keys);
            assertThat(page.select("input[required]").eachAttr("data-part"))
                    .isEqualTo(zh ? List.of("标题", "主办单位", "答复日期") : List.of("title", "answering-body", "date"));
            page.select("[data-part]")
                    .forEach(input -> assertThat(page.select("label[for=" + input.id() + "]"))
                            .as(input.id())
                            .hasSize(1));
            assertThat(page.select("select[data-part=" + (zh ? "公开程度" : "extent") + "] option")
                            .eachText())
                    .containsExactly(
                            zh ? "全文" : "full", zh ? "节选" : "excerpt", zh ? "摘要" : "summary", zh ? "不公开" : "withheld");
        }
    }

    @Test
    void itsAddressIsTakenAndItsScriptIsNotAmongThoseOfReaders() {
        Project project = project(REPLY + "-- content/archive.yml --\nform: 下载\n");
        project.built();
        assertThat(project.page("replies/a/").select("script[src*=form]")).isEmpty();
        assertThat(project.page("form/").select("script:not([src]):not([type$=json])"))
                .isEmpty();
        assertThat(project.write("-- content/pages/form.md --\n---\ntitle: 甲\n---\n乙\n")
                        .check()
                        .err())
                .contains("error[address]");
    }
}
