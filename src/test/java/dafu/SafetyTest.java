package dafu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that an editor writes becomes markup that runs. */
class SafetyTest {
    @TempDir
    Path folder;

    @Test
    void markupInFieldsAndTextIsShownAsItStands() {
        Project project = new Project(folder, """
                -- content/archive.yml --
                title: "<script>alert(1)</script>"
                notice: "</p><img src=x onerror=alert(1)>"
                bodies:
                  - {id: roads, name: '"><svg onload=alert(1)>'}
                -- content/replies/a.md --
                ---
                title: '"><script>alert(1)</script>'
                session: '<img src=x onerror=alert(1)>'
                number: "'><b>1"
                proposal-title: "</title><script>alert(1)</script>"
                proposers: ['<iframe src=javascript:alert(1)>']
                answering-body: '"><svg onload=alert(1)>'
                date: 2024-03-02
                summary: '" onmouseover="alert(1)'
                topics: ["{{{page}}}"]
                source: {url: "javascript:alert(1)"}
                ---
                <script>alert(1)</script>

                正文 <img src=x onerror=alert(1)> `<script>` &lt;b&gt;

                | <b>甲</b> | 乙" onclick="x |
                | --- | --- |
                | <script>1</script> | 2 |

                注[^<i>]

                [^<i>]: <script>alert(1)</script>

                ## <a name="x" onclick="alert(1)">标题</a>
                """);
        assertThat(project.build().status()).isZero();
        for (String file : project.files("site").keySet()) {
            if (file.endsWith(".html")) {
                assertThat(dangers(Jsoup.parse(project.text("site/" + file))))
                        .as(file)
                        .isEmpty();
            }
        }
        assertThat(project.page("replies/a/").select("h1").text()).isEqualTo("\"><script>alert(1)</script>");
        assertThat(project.page("replies/a/").select(".prose").text()).contains("<img src=x onerror=alert(1)>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "&#106;avascript:alert(1)",
                "&#x6A;avascript&colon;alert(1)",
                "java&Tab;script:alert(1)",
                "java&NewLine;script:alert(1)",
                " javascript:alert(1)",
                "%6Aavascript:alert(1)",
                "vbscript:x",
                "data:text/html,x",
                "file:///etc/passwd",
                "//evil.example/x",
                "\\\\evil.example/x",
                "blob:x",
                "javascript&#58;alert(1)"
            })
    void aLinkOfAnotherSchemeDoesNotGetOut(String address) {
        Project project = new Project(folder, """
                -- content/replies/a.md --
                ---
                title: 夜间公交
                answering-body: 市交通运输局
                date: 2024-03-02
                ---
                [甲](<%1$s>) ![乙](<%1$s>) <%1$s> [丙][1]

                [1]: <%1$s>
                """.replace("%1$s", address));
        Project.Outcome outcome = project.build();
        if (outcome.status() == 0) {
            assertThat(dangers(project.page("replies/a/"))).isEmpty();
        } else {
            assertThat(outcome.err()).contains("error[link-").doesNotContain("Exception");
            assertThat(project.files("site")).isEmpty();
        }
    }

    /** What could run: scripts, handlers, frames, and addresses of schemes that are not allowed. */
    private static TreeSet<String> dangers(Document page) {
        TreeSet<String> dangers = new TreeSet<>();
        for (Element element : page.getAllElements()) {
            boolean ownScript = element.tagName().equals("script")
                    && (element.attr("src").contains("assets/")
                            || element.attr("type").contains("json"));
            if (List.of("script", "iframe", "object", "embed", "base", "svg").contains(element.tagName())
                    && !ownScript) {
                dangers.add(element.outerHtml());
            }
            element.attributes().forEach(attribute -> {
                String name = attribute.getKey();
                String value = attribute.getValue().strip();
                boolean address =
                        List.of("href", "src", "action", "srcset", "formaction").contains(name);
                if (name.startsWith("on")
                        || address && value.matches("(?is)(?!https?:|mailto:|tel:)[^/?#]*:.*|//.*|\\\\.*")) {
                    dangers.add(name + "=" + value);
                }
            });
        }
        return dangers;
    }
}
