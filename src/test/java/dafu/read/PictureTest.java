package dafu.read;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page keeps the place of a picture that has not come yet. */
class PictureTest extends ProjectTest {
    private static final String PADDING = "00".repeat(30);

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "png,  89504E470D0A1A0A0000000D4948445200000280000001E0, 640, 480",
                "gif,  47494638396180020A00, 640, 10",
                "jpg,  FFD8FFE000104A46494600010100000100010000FFDB0004AAAAFFC0001108 01E0 0280, 640, 480",
                "jpg,  FFD8FFE00004AAAAFFFFC2001108 01E0 0280, 640, 480",
                "webp, 52494646000000005745425056503858 0A000000 00000000 7F0200 DF0100, 640, 480",
                "webp, 5249464600000000574542505650384C 0A000000 2F 7FC27700, 640, 480",
                "webp, 52494646000000005745425056503820 0A000000 000000 9D012A 8002 E001, 640, 480",
                "png,  000102030405060708, none, none",
                "jpg,  FFD8FFD9, none, none",
                "png,  89504E470D0A1A0A0000000D494844520000000000000000, none, none"
            })
    void itsSizeStandsInThePage(String type, String bytes, String width, String height) {
        Project project = project("-- content/replies/a.md --\n" + reply("", "![图](map." + type + ")"))
                .write("content/replies/map." + type, HexFormat.of().parseHex(bytes.replace(" ", "") + PADDING))
                .built();
        assertThat(project.page("replies/a/").select("img").attr("width")).isEqualTo(width == null ? "" : width);
        assertThat(project.page("replies/a/").select("img").attr("height")).isEqualTo(height == null ? "" : height);
    }
}
