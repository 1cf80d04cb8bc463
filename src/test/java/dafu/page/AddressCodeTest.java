package dafu.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.qrcode.decoder.Decoder;
import dafu.Project;
import dafu.ProjectTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A phone that is held before a page, on paper or a screen, finds the way to it. */
class AddressCodeTest extends ProjectTest {
    private static final int MARGIN = 4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/",
                "https://www.example.gov.cn/open/archive/",
                "https://xn--fiq228c.example.gov.cn/zwgk/zdlyxxgk/rddbjyhzxwytabljg/dafu/"
            })
    void itHoldsThePublicAddress(String base) throws Exception {
        Project project = project("-- content/archive.yml --\nbase-url: " + base + "\n-- content/replies/2024/a.md --\n"
                        + reply("", "公开"))
                .built();
        Element code = project.page("replies/2024/a/").selectFirst("svg.code");
        assertThat(new Decoder().decode(modules(code)).getText()).isEqualTo(base + "replies/2024/a/");
    }

    @Test
    void withoutAPublicAddressThereIsNone() {
        Project project =
                project("-- content/replies/a.md --\n" + reply("", "公开")).built();
        assertThat(project.page("replies/a/").select("svg")).isEmpty();
    }

    /** What the path draws, without the margin. */
    private static boolean[][] modules(Element code) {
        int size = Integer.parseInt(code.attr("viewBox").split(" ")[2]) - 2 * MARGIN;
        boolean[][] modules = new boolean[size][size];
        String path = code.select("path[stroke]").attr("d");
        assertThat(path).matches("M0 3\\.5(m-?\\d+ \\d+h\\d+)+");
        int x = -MARGIN;
        int y = -1;
        Matcher run = Pattern.compile("m(-?\\d+) (\\d+)h(\\d+)").matcher(path);
        while (run.find()) {
            x += Integer.parseInt(run.group(1));
            y += Integer.parseInt(run.group(2));
            for (int end = x + Integer.parseInt(run.group(3)); x < end; x++) {
                modules[y][x] = true;
            }
        }
        return modules;
    }
}
