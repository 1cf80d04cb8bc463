package dafu.page;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FeedFileTest extends ProjectTest {
    private static final String BASED = "-- content/archive.yml --\nbase-url: https://example.org/dafu\n";

    @Test
    void aFeedSaysWhatBecamePublicLast() throws Exception {
        Project project = project(BASED
                + """
                -- content/replies/a.md --
                %s
                -- content/replies/b.md --
                %s
                """.formatted(
                                reply("published: 2024-06-01\nsummary: 增开两条线路。\noutcome: A\n", "公开"),
                                reply("corrections: [{date: 2024-08-01, note: 更正里程}]\n", "公开")
                                        .replace("03-02", "05-02")));
        project.built();
        assertThat(project.text("site/feed.xml")).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
                <id>https://example.org/dafu/feed.xml</id>
                <title>答复档案</title>
                <updated>2024-08-01T00:00:00Z</updated>
                <link rel="self" type="application/atom+xml" href="https://example.org/dafu/feed.xml"/>
                <link rel="alternate" type="text/html" href="https://example.org/dafu/"/>
                <author><name>答复档案</name></author>
                <entry>
                <id>https://example.org/dafu/replies/a/</id>
                <title>关于夜间公交的答复 · 市交通运输局 · 2024年3月2日 · A</title>
                <link rel="alternate" type="text/html" href="https://example.org/dafu/replies/a/"/>
                <published>2024-06-01T00:00:00Z</published>
                <updated>2024-06-01T00:00:00Z</updated>
                <author><name>市交通运输局</name></author>
                <summary>增开两条线路。</summary>
                </entry>
                <entry>
                <id>https://example.org/dafu/replies/b/</id>
                <title>关于夜间公交的答复 · 市交通运输局 · 2024年5月2日 · 有更正</title>
                <link rel="alternate" type="text/html" href="https://example.org/dafu/replies/b/"/>
                <published>2024-05-02T00:00:00Z</published>
                <updated>2024-08-01T00:00:00Z</updated>
                <author><name>市交通运输局</name></author>
                </entry>
                </feed>
                """);
        assertThat(ids(project, "corrections/feed.xml"))
                .containsExactly("https://example.org/dafu/replies/b/#correction-1");
    }

    @Test
    void everyBodyTopicAndSessionHasItsFeedAndPagesNameThem() throws Exception {
        Project project = project("""
                -- content/replies/a.md --
                %s
                -- content/replies/b.md --
                %s
                """.formatted(
                        reply("topics: 公交\nsession: 十四届二次会议\nkind: question\n", "公开"), reply("topics: 港口\n", "公开")));
        project.built();
        List<String> feeds = project.files("site").keySet().stream()
                .filter(file -> file.endsWith("feed.xml"))
                .toList();
        assertThat(feeds).hasSize(5).allMatch(feed -> feed.matches("((bodies|topics|sessions)/[^/]+/)?feed\\.xml"));
        for (String feed : feeds) {
            assertThat(elements(parsed(project, feed), "entry"))
                    .hasSize(feed.startsWith("topics") || feed.startsWith("sessions") ? 1 : 2);
        }
        String topic = "topics/gangkou-" + dafu.text.Slug.of("港口").substring("gangkou-".length()) + "/";
        assertThat(project.page(topic).select("link[rel=alternate]").eachAttr("href"))
                .containsExactly("../../feed.xml", "../../" + topic + "feed.xml");
        assertThat(project.page(topic).select("footer a[href$=feed.xml]").eachAttr("href"))
                .containsExactly("../../feed.xml", "../../" + topic + "feed.xml");
        assertThat(project.page("kinds/question/").select("link[rel=alternate]").eachAttr("href"))
                .containsExactly("../../feed.xml");
    }

    @Test
    void withoutAPublicAddressIdsAreNamesThatStayAndLinksAreRelative() throws Exception {
        Project project = project("-- content/replies/a.md --\n" + reply("topics: 公交\n", "公开"));
        project.built();
        List<String> ids = ids(project, "feed.xml");
        assertThat(ids).containsExactly("urn:x-dafu:replies/a/");
        project.write("-- content/replies/a.md --\n" + reply("topics: 公交\nsummary: 改了摘要\n", "改了"));
        project.built();
        assertThat(ids(project, "feed.xml")).isEqualTo(ids);
        String topic = project.files("site").keySet().stream()
                .filter(file -> file.matches("topics/.*/feed.xml"))
                .findFirst()
                .orElseThrow();
        Element link = (Element) elements(parsed(project, topic), "entry")
                .get(0)
                .getElementsByTagNameNS("*", "link")
                .item(0);
        assertThat(link.getAttribute("href")).isEqualTo("../../replies/a/");
        assertThat(project.text("site/feed.xml")).doesNotContain("rel=\"self\"");
    }

    @Test
    void theNewestTwentyStandInAFeed() throws Exception {
        StringBuilder files = new StringBuilder();
        for (int i = 10; i < 35; i++) {
            files.append("-- content/replies/r").append(i).append(".md --\n");
            files.append(reply("published: 2024-0" + (4 + i % 3) + "-01\n", "公开"));
        }
        Project project = project(BASED + files);
        project.built();
        List<String> ids = ids(project, "feed.xml").stream()
                .map(id -> id.replaceFirst(".*/r(\\d+)/", "$1"))
                .toList();
        assertThat(String.join(" ", ids)).isEqualTo("32 29 26 23 20 17 14 11 34 31 28 25 22 19 16 13 10 33 30 27");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>&amp;]]>\\\"'", "\\u0000\\u0008\\u001B\\uFFFE", "\\uD800", "-- ]]> <!--", "\\t\\n😀"})
    void whateverATitleHoldsAFeedIsWellFormed(String hostile) throws Exception {
        Project project = project("""
                -- content/replies/a.md --
                ---
                title: "公交 %1$s"
                answering-body: "局 %1$s"
                date: 2024-03-02
                summary: "%1$s 摘要"
                topics: "港 %1$s"
                corrections: [{date: 2024-04-01, note: "改 %1$s"}]
                ---

                公开
                """.formatted(hostile));
        project.build();
        List<String> feeds = project.files("site").keySet().stream()
                .filter(file -> file.endsWith(".xml"))
                .toList();
        assertThat(feeds).hasSize(4);
        for (String feed : feeds) {
            parsed(project, feed);
        }
    }

    @Test
    void anArchiveWithoutRepliesHasNoFeed() {
        Project project = project("-- content/README.md --\n还没有\n");
        project.build();
        assertThat(project.files("site").keySet()).noneMatch(file -> file.endsWith("feed.xml"));
        assertThat(project.page("").select("link[rel=alternate]")).isEmpty();
    }

    /** The feed as a strict parser reads it, with what RFC 4287 requires of it. */
    private static Document parsed(Project project, String file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(project.text("site/" + file).getBytes(StandardCharsets.UTF_8)));
        Element feed = document.getDocumentElement();
        assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        List<Element> all = new ArrayList<>(elements(document, "entry"));
        all.add(feed);
        for (Element element : all) {
            for (String name : new String[] {"id", "title", "updated", "author"}) {
                assertThat(children(element, name)).as(file + " " + name).hasSize(1);
                assertThat(children(element, name).get(0).getTextContent()).isNotBlank();
            }
            assertThat(text(element, "updated")).matches("\\d{4}-\\d\\d-\\d\\dT00:00:00Z");
            assertThat(URI.create(text(element, "id")).isAbsolute()).isTrue();
            assertThat(children(element, "link").stream().map(link -> link.getAttribute("rel")))
                    .contains("alternate")
                    .doesNotHaveDuplicates();
        }
        assertThat(all.stream().map(element -> text(element, "id"))).doesNotHaveDuplicates();
        assertThat(all.stream().map(element -> text(element, "updated")).max(Comparator.naturalOrder()))
                .contains(text(feed, "updated"));
        for (Element entry : elements(document, "entry")) {
            assertThat(text(entry, "published")).isLessThanOrEqualTo(text(entry, "updated"));
        }
        return document;
    }

    private static List<String> ids(Project project, String file) throws Exception {
        return elements(parsed(project, file), "entry").stream()
                .map(entry -> children(entry, "id").get(0).getTextContent())
                .toList();
    }

    private static String text(Element parent, String name) {
        return children(parent, name).get(0).getTextContent();
    }

    private static List<Element> elements(Document document, String name) {
        return list(document.getElementsByTagNameNS("*", name));
    }

    private static List<Element> children(Element parent, String name) {
        return list(parent.getChildNodes()).stream()
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> list = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                list.add(element);
            }
        }
        return list;
    }
}
