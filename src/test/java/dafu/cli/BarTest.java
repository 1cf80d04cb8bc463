package dafu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dafu.Progress;
import dafu.Progress.Look;
import dafu.Progress.Stage;
import dafu.ProjectTest;
import dafu.text.Message;
import dafu.text.Message.Language;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class BarTest extends ProjectTest {
    @Test
    void aTerminalIsShownABarWithRateAndTimeLeft() {
        assertThat(Bar.line(new Look(Stage.REPLIES, 250, 1000), 125))
                .isEqualTo(new Message(
                        "答复 ██████░░░░░░░░░░░░░░░░░░ 250/1000，每秒 125，还要 6 秒",
                        "replies ██████░░░░░░░░░░░░░░░░░░ 250/1000, 125 a second, 6 s left"));
    }

    @Test
    void beforeTheFirstStepNobodyKnowsHowLongItTakes() {
        assertThat(Bar.line(new Look(Stage.WHOLE, 0, 8), 0).en()).endsWith(" 0/8, 0.0 a second, … s left");
        assertThat(Bar.line(new Look(Stage.CATALOGUE, 0, 0), 0)).isEqualTo(new Message("目录…", "catalogue…"));
    }

    @Test
    void aLogIsGivenALineWithThePercentage() {
        assertThat(Bar.line(new Look(Stage.REPLIES, 99_999, 100_000)))
                .isEqualTo(new Message("答复 99999/100000 99%", "replies 99999/100000 99%"));
    }

    @Test
    void aBarGoesWhenTheBuildEnds() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, UTF_8);
        Console terminal =
                new Console(printed, printed, Language.ZH).answering(new BufferedReader(new StringReader("")));
        new Bar(terminal, new Progress()).close();
        assertThat(out.toString(UTF_8)).endsWith("\r\u001B[K").doesNotContain("\n");
    }

    @Test
    void aShortBuildSaysNothingOfItsProgress() {
        assertThat(project("-- content/replies/2023/a.md --\n" + reply("", "正文"))
                        .build()
                        .err())
                .isEmpty();
    }

    @Test
    void theSummaryNamesPagesBytesTimeAndMemory() {
        var project =
                project("-- content/replies/2023/a.md --\n" + reply("", "正文")).built();
        project.write("-- content/replies/2023/a.md --\n" + reply("", "正文改了")).delete("content/replies/2023/a.md");
        project.write("-- content/replies/2023/b.md --\n" + reply("", "正文"));
        assertThat(project.build("--lang", "en").out())
                .matches(
                        "(?s)site: 1 replies, \\d+ files, \\d+\\.\\d MB, in \\d+\\.\\d s, with \\d+ MB of memory at most\n"
                                + "1 replies made anew; 1 new pages, \\d+ changed, \\d+ files written, 1 removed; 0 drafts, 0 warnings\n"
                                + "root hash [0-9a-f]{64}\n");
        assertThat(project.build("--quiet").out()).isEmpty();
    }
}
