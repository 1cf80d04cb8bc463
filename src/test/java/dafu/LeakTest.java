package dafu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Personal data in every place that an editor can write, and where it may come out: nowhere. */
class LeakTest extends ProjectTest {
    private static final String MOBILE = "13000000170";
    private static final String CARD = "110101190001010010";
    private static final String MAIL = "zhangsanfeng@qq.com";
    private static final String ALL = "手机" + MOBILE + "，身份证" + CARD + "，邮箱" + MAIL;

    @Test
    void nothingThatAnyCommandPrintsOrWritesHoldsIt() {
        String keys = """
                kind: %1$s
                session: %1$s
                number: ["%1$s"]
                proposal-title: %1$s
                proposers: [%1$s]
                supporting-bodies: ["%1$s"]
                assigned: %1$s
                document-number: "\\u0031\\x330000\\x300017\\u0030"
                index-number: %1$s
                outcome: %1$s
                satisfaction: {handling: %1$s, result: %1$s}
                disclosure: %1$s
                summary: 手机130**0000**0170
                topics: [%1$s]
                contact: {office: %1$s, phone: %1$s}
                attachments: [{file: 13000000170.csv, title: %1$s}, {file: a.csv}]
                source: {url: "https://example.org/%1$s", archived: %1$s}
                corrections: [{date: %1$s, note: %1$s}]
                reason: %1$s
                aliases: [/13000000170/]
                unknown-13000000170: %1$s
                """.formatted(ALL);
        String body = """
                # %1$s

                ![%1$s](13000000170.png) [%1$s](https://example.org/?m=%1$s) `%1$s` <b>%1$s</b>
                手机130**0000**0170 手机130<b>0000</b>0170 手机&#49;30000&#48;0170[^1]

                | 手机 | 130 | 0000 | 0170 |
                | - | - | - | - |

                [^1]: %1$s [x](手机13000000170.md)
                """.formatted(ALL);
        String text = "-- content/replies/2024/a.md --\n" + reply(keys, body)
                + "-- content/replies/2024/a.proposal.md --\n" + ALL + "手机130**0000**0170\n"
                + "-- content/replies/2024/b.md --\n"
                + reply("summary: 手机130**0000**0170\nattachments: [{file: a.csv}]\n", "手机130**0000**0170")
                + "-- content/replies/2024/c.md --\n" + reply("title 13000000170\n", "公开")
                + "-- content/replies/2024/13000000170.md --\n" + reply("", "公开")
                + "-- content/replies/2024/手机13000000170.md --\n" + reply("", "公开")
                + "-- content/replies/2024/13000000170.csv --\n" + ALL + "\n"
                + "-- content/replies/2024/a.csv --\n姓名,手机\n某,13000000170\n"
                + "-- content/replies/13000000170/d.md --\n" + reply("", "公开")
                + "-- content/pages/about.md --\n---\ntitle: " + ALL + "\n---\n" + ALL + "\n";
        Project project = project(text);
        List<String> seen = new ArrayList<>();
        say(seen, project.check("--all"));
        say(seen, project.build("--all"));
        say(seen, project.check("--all", "--format", "json"));
        say(seen, project.check("--all", "--format", "github"));
        say(seen, project.check("--threads", MOBILE));
        say(seen, project.check("--layouts", "/no/" + MOBILE));
        // What the front matter holds wrong keeps pages from being made: here they are made.
        Project sound = project("-- content/archive.yml --\ntitle: 手机130**0000**0170\nnotice: " + ALL + "\n"
                + "-- content/replies/2024/a.md --\n"
                + reply("summary: " + ALL + "\n", body.replace("![", "[").replace("](手机13000000170.md)", "]"))
                + "-- content/replies/2024/13000000170.md --\n" + reply("", "公开")
                + "-- layouts/footer.mustache --\n<p>手机130<b>0000</b>0170</p>\n");
        say(seen, sound.check("--all"));
        say(seen, sound.build("--all"));
        assertThat(seen.get(seen.size() - 1)).contains("error[privacy-mobile]");
        Map<String, String> written = new TreeMap<>();
        for (Project each : List.of(project, sound)) {
            written.putAll(each.files("site"));
            written.putAll(each.files(".dafu"));
        }
        written.forEach((file, bytes) ->
                seen.add(file + " " + new String(bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), UTF_8)));
        assertThat(seen).allSatisfy(LeakTest::holdsNothing);
    }

    private static void say(List<String> seen, Project.Outcome outcome) {
        seen.add(outcome.out());
        seen.add(outcome.err());
    }

    /** Without what stands between characters, so that no way of writing it passes. */
    private static void holdsNothing(String text) {
        String bare = text.replaceAll("<[^<>]*>|&#?\\w*;|[^0-9A-Za-z\\n\\u4E00-\\u9FFF@]", "");
        for (String line : bare.lines().toList()) {
            assertThat(line).doesNotContain(MOBILE, CARD, "zhangsan");
        }
    }
}
