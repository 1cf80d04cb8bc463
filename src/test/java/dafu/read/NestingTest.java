package dafu.read;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that nests thousands deep: pasted by mistake or meant to harm, it is reported or shown, in time. */
class NestingTest extends ProjectTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void deepNestingIsReportedWhereItBecomesTooDeep() {
        project("""
                -- content/replies/a.md --
                %s
                """.formatted(reply("", "两条线路。\n\n" + "> ".repeat(500) + "a"))).finds("""
                content/replies/a.md:9:401: error[nesting]: 文字里的括号、引用或列表嵌套太深
                    …> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > …
                                                                       ^  核对这一段是不是误粘贴的内容
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "'[', 201",
        "'> ', 401",
        "'>', 201",
        "'- ', 401",
        "'![', 402",
        "'+ ', 401",
        "'* - + ', 401",
        "'[^', 401",
        "'* ', 401",
        "'1. - ', 502"
    })
    void everyOpenerOfWhichThousandsStandInEachOtherIsReported(String opener, int column) {
        Project project = project("""
                -- content/replies/a.md --
                %s
                """.formatted(reply("", opener.repeat(5000) + "a")));
        Assertions.assertTimeoutPreemptively(
                LIMIT,
                () -> assertThat(project.build().err())
                        .startsWith("content/replies/a.md:7:" + column + ": error[nesting]: 文字里的括号、引用或列表嵌套太深\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*a ", "_a ", "**a ", "*a **b ", "~~a ", "`a ", "``a` ", "a]", "a* ", "(", "<a ", "&", "\\", "|", "# ",
                "<b>", "[^1] ", "[a]("
            })
    void whatOnlyLooksDeepIsShown(String opener) {
        Project project = project("""
                -- content/replies/a.md --
                %s
                """.formatted(reply("", opener.repeat(5000) + "a")));
        Assertions.assertTimeoutPreemptively(
                LIMIT, () -> assertThat(project.build().status()).isZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"- ", "1. ", "> ", "* "})
    void indentedNestingIsShown(String opener) {
        StringBuilder lists = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            lists.append("   ".repeat(i)).append(opener).append("a\n");
        }
        Project project = project("""
                -- content/replies/a.md --
                %s
                """.formatted(reply("", lists.toString())));
        Assertions.assertTimeoutPreemptively(
                LIMIT, () -> assertThat(project.build().status()).isZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "_", "~", "**"})
    void emphasisThatOpensAndClosesAThousandTimesIsShown(String mark) {
        String text = (mark + "a ").repeat(1000) + ("b" + mark + " ").repeat(1000);
        Project project = project("""
                -- content/replies/a.md --
                %s
                """.formatted(reply("", text)));
        Assertions.assertTimeoutPreemptively(
                LIMIT, () -> assertThat(project.build().status()).isZero());
    }

    @Test
    void aBracketThatNobodyClosesIsReportedWhereItIsReadTooOften() {
        Project project = project("""
                -- content/replies/a.md --
                %s
                """.formatted(reply("", "两条线路。\n\n[" + "\\!".repeat(40))));
        Assertions.assertTimeoutPreemptively(
                LIMIT,
                () -> assertThat(project.build().err())
                        .startsWith("content/replies/a.md:9:")
                        .contains(": error[nesting]: 这一段的方括号和反斜杠太多，读不完\n"));
    }

    /** Java 17 looks to the end of the paragraph for each, which is too often; Java 25 does not. */
    @Test
    void tensOfThousandsOfBracketsInOneParagraphAreShownOrReportedInTime() {
        Project project = project("""
                -- content/replies/a.md --
                %s
                """.formatted(reply("", "[a]".repeat(20_000))));
        Assertions.assertTimeoutPreemptively(LIMIT, () -> {
            Project.Outcome built = project.build();
            assertThat(built.err()).matches(built.status() == 0 ? "" : "(?s).*: error\\[nesting]: 这一段的方括号和反斜杠太多.*");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]《条例》第三条", "[a](https://example.org/) ", "[未闭合", "\\[\\!\\] ", "[^1] "})
    void hundredsOfBracketsInOneParagraphAreShown(String brackets) {
        Project project = project("""
                -- content/replies/a.md --
                %s
                """.formatted(reply("", brackets.repeat(brackets.startsWith("[未") ? 150 : 500))));
        Assertions.assertTimeoutPreemptively(
                LIMIT, () -> assertThat(project.build().status()).isZero());
    }
}
