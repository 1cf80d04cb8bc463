package dafu.model;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.ProjectTest;
import dafu.read.ArchiveReader;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AsOfTest extends ProjectTest {
    @Test
    void theArchiveIsLookedAtOnItsNewestDateUnlessADayIsGiven() {
        var folder = project("""
                -- content/replies/a.md --
                %s
                -- content/replies/b.md --
                %s
                -- content/replies/draft.md --
                %s
                """.formatted(
                                reply("", "公开"),
                                reply("published: 2024-03-09\ncorrections: [{date: 2024-04-01, note: 改字}]\n", "公开"),
                                reply("status: draft\npublished: 2025-01-01\n", "草稿")))
                .path("content");
        var content = ArchiveReader.read(folder, "content", Optional.empty()).value();
        Optional<LocalDate> unsaid = Optional.empty();
        assertThat(content.archive(false, unsaid).asOf()).isEqualTo("2024-04-01");
        assertThat(content.archive(true, unsaid).asOf()).isEqualTo("2025-01-01");
        LocalDate day = LocalDate.of(2024, 2, 29);
        assertThat(content.archive(false, Optional.of(day)).asOf()).isEqualTo(day);
    }

    @Test
    void aDayThatIsNoneIsWrongUsage() {
        var project = project("-- content/replies/a.md --\n" + reply("", "公开"));
        assertThat(project.check("--as-of", "2024-02-30").status()).isEqualTo(2);
        assertThat(project.check("--as-of", "2024-03-02").status()).isZero();
        assertThat(project.check("--as-of", "2024-03-01").err()).contains("error[date-future]");
    }
}
