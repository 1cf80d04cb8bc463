package dafu.data;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SitemapTest extends ProjectTest {
    private static final String REPLIES = """
            -- content/replies/a.md --
            ---
            title: 关于夜间公交的答复
            answering-body: 市交通运输局
            date: 2024-03-02
            published: 2024-03-20
            corrections: [{date: 2024-05-01, note: 改字}]
            aliases: [/old/a/]
            ---

            正文
            -- content/replies/b.md --
            ---
            title: 关于早班车的答复
            answering-body: 市交通运输局
            date: 2023-03-02
            ---

            正文
            -- content/pages/about.md --
            ---
            title: 关于
            ---
            """;

    @Test
    void everyPageStandsInItWithTheDayOnWhichTheCatalogueSaysItChanged() {
        Project project = project(
                REPLIES
                        + "-- content/archive.yml --\nbase-url: https://example.org/o'brien\nbodies: [{id: transport, name: 市交通运输局}]\n");
        project.build();
        assertThat(project.text("site/sitemap.xml").replace("https://example.org/o&apos;brien/", "~/"))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <url><loc>~/replies/b/</loc><lastmod>2023-03-02</lastmod></url>
                <url><loc>~/replies/a/</loc><lastmod>2024-05-01</lastmod></url>
                <url><loc>~/</loc><lastmod>2024-03-20</lastmod></url>
                <url><loc>~/about/</loc></url>
                <url><loc>~/bodies/</loc></url>
                <url><loc>~/bodies/transport/</loc><lastmod>2024-03-20</lastmod></url>
                <url><loc>~/corrections/</loc></url>
                <url><loc>~/data/</loc></url>
                <url><loc>~/masks/</loc></url>
                <url><loc>~/replies/</loc><lastmod>2024-03-20</lastmod></url>
                <url><loc>~/search/</loc></url>
                <url><loc>~/statistics/</loc></url>
                <url><loc>~/statistics/2023/</loc></url>
                <url><loc>~/statistics/2024/</loc></url>
                <url><loc>~/years/</loc></url>
                <url><loc>~/years/2023/</loc><lastmod>2023-03-02</lastmod></url>
                <url><loc>~/years/2024/</loc><lastmod>2024-03-20</lastmod></url>
                </urlset>
                """);
        assertThat(project.text("site/robots.txt")).isEqualTo("""
                # 只在主机的根目录起作用 / in effect only at the root of a host
                User-agent: *
                Disallow: /o'brien/search/?

                Sitemap: https://example.org/o'brien/sitemap.xml
                """);
    }

    @Test
    void withoutAPublicAddressThereIsNoSitemapAndRobotsMayReadEverything() {
        Project project = project(REPLIES);
        project.build();
        assertThat(project.files("site")).doesNotContainKey("sitemap.xml");
        assertThat(project.text("site/robots.txt")).endsWith("\nUser-agent: *\nDisallow:\n");
    }

    @Test
    void beyondFiftyThousandAddressesTheFirstFileNamesTheOthers() {
        Map<String, String> files = new TreeMap<>();
        Sitemap.write(
                "https://example.org/",
                IntStream.range(0, 100_001)
                        .mapToObj(i -> new Sitemap.Address(
                                "https://example.org/" + i + "/", Optional.of(LocalDate.of(2024, 1, 1)))),
                (path, bytes) -> files.put(path, new String(bytes, StandardCharsets.UTF_8)));
        Map<String, Long> addresses = new TreeMap<>();
        files.forEach((path, bytes) -> addresses.put(
                path, bytes.lines().filter(line -> line.contains("<loc>")).count()));
        assertThat(addresses)
                .isEqualTo(Map.of(
                        "sitemap.xml", 3L, "sitemap-1.xml", 50_000L, "sitemap-2.xml", 50_000L, "sitemap-3.xml", 1L));
        assertThat(files.get("sitemap-3.xml")).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <url><loc>https://example.org/100000/</loc><lastmod>2024-01-01</lastmod></url>
                </urlset>
                """);
        assertThat(files.get("sitemap.xml")).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>https://example.org/sitemap-1.xml</loc></sitemap>
                <sitemap><loc>https://example.org/sitemap-2.xml</loc></sitemap>
                <sitemap><loc>https://example.org/sitemap-3.xml</loc></sitemap>
                </sitemapindex>
                """);
    }
}
