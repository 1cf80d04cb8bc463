package dafu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The same program for another language and another country: the written answers of an assembly, in test resources. */
class EnglishArchiveTest extends ProjectTest {
    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}，。、：（）《》]");
    private static final String FOLDER = "src/test/resources/dafu/english";

    private Project built() {
        Project project = project("");
        new Project(Path.of("."), "")
                .files(FOLDER)
                .forEach((file, text) -> project.write("content/" + file, text.getBytes(ISO_8859_1)));
        project.build("--all").isClean();
        return project;
    }

    @Test
    void noWordOfAnotherLanguageStandsOnAnyPage() {
        Project project = built();
        for (String file : project.files("site").keySet()) {
            if (file.endsWith(".html") || file.endsWith(".xml")) {
                assertThat(CHINESE.matcher(project.text("site/" + file)).find())
                        .as(file)
                        .isFalse();
            }
            if (file.endsWith("index.html")) {
                assertThat(project.page(file.replace("index.html", ""))
                                .select("html")
                                .attr("lang"))
                        .as(file)
                        .isEqualTo("en");
            }
        }
    }

    @Test
    void datesAndNumbersAreWrittenAsItsReadersWriteThem() {
        Document answer = built().page("replies/2023/q-0412/");
        assertThat(answer.select("time").eachText())
                .containsExactly("14 February 2023", "1 February 2023", "16 February 2023", "20 May 2024");
        assertThat(answer.select(".neighbours, .item-facts").eachText().toString())
                .contains("No. 0031");
    }

    @Test
    void anAnswerHasItsQuestionItsFieldsAndWhatFollowed() {
        Document answer = built().page("replies/2023/q-0412/");
        assertThat(answer.select("h1").text()).isEqualTo("Winter timetable of the Holm ferry");
        assertThat(answer.select(".fact-outcome").text())
                .isEqualTo("Outcome (the body\u2019s own judgement) U1 Undertaking given ".replace('\u2019', '\'')
                        + "The department says what it will do and by when");
        assertThat(answer.select(".question .prose").text()).startsWith("To ask the Department");
        assertThat(answer.select(".prose h2").eachAttr("id")).containsExactly("s1", "s2", "s3");
        assertThat(answer.select(".related a.item-title").eachText())
                .contains("Ferry passengers' views on the winter timetable");
        assertThat(answer.select(".cite dd").eachText())
                .isEqualTo(List.of(
                        "Department for Transport and Ports. Winter timetable of the Holm ferry, DTP/2023/77. 2023-02-14."
                                + " https://answers.norvale.example/assembly/replies/2023/q-0412/.",
                        "Department for Transport and Ports, “Winter timetable of the Holm ferry”, 14 February 2023,"
                                + " https://answers.norvale.example/assembly/replies/2023/q-0412/",
                        "https://answers.norvale.example/assembly/replies/2023/q-0412/",
                        "Send this address by e-mail"));
    }

    @Test
    void aWithdrawnAnswerSaysSince() {
        assertThat(built().page("replies/2024/q-0063/").select(".notice").text())
                .isEqualTo("This reply was withdrawn on 15 July 2024."
                        + " Reason: The figures were those of another clinic. A new answer will follow.");
    }
}
