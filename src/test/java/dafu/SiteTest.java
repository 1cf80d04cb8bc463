package dafu;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The project's own archive, built and walked through. */
class SiteTest extends ProjectTest {
    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/", "https://example.org/under/a/path/"})
    void everyLinkIsRelativeAndLeadsSomewhere(String host) {
        SortedMap<String, String> site = archive().files("site");
        List<String> wrong = new ArrayList<>();
        for (String file : site.keySet()) {
            if (!file.endsWith(".html") || file.equals("404.html")) {
                continue;
            }
            URI page = URI.create(host + file.replaceFirst("index\\.html$", ""));
            for (Element element : parsed(site, file).select("[href], [src]")) {
                String link = element.hasAttr("href") ? element.attr("href") : element.attr("src");
                if (link.matches("(https?|mailto|tel):.*") && !link.startsWith("https://example.org/")) {
                    continue;
                }
                URI target = page.resolve(link);
                String below = target.getPath().startsWith(URI.create(host).getPath())
                        ? target.getPath().substring(URI.create(host).getPath().length())
                        : "outside";
                String found = below.isEmpty() || below.endsWith("/") ? below + "index.html" : below;
                boolean anchored = target.getFragment() == null
                        || site.containsKey(found) && parsed(site, found).getElementById(target.getFragment()) != null;
                if (link.startsWith("/") || !site.containsKey(found) || !anchored) {
                    wrong.add(file + ": " + link);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPageHasOneHeadingOneTitleAndItsLanguage() {
        SortedMap<String, String> site = archive().files("site");
        TreeSet<String> titles = new TreeSet<>();
        for (String file : site.keySet()) {
            if (file.endsWith(".html")) {
                Document page = parsed(site, file);
                assertThat(page.select("h1")).as(file).hasSize(1);
                assertThat(page.select("main h1")).as(file).hasSize(1);
                assertThat(page.select("html").attr("lang")).as(file).isEqualTo("zh-CN");
                assertThat(page.title()).as(file).isNotBlank();
                assertThat(page.select("[id]").eachAttr("id")).as(file).doesNotHaveDuplicates();
                assertThat(page.select("img:not([alt])")).as(file).isEmpty();
                titles.add(page.title());
            }
        }
        assertThat(titles).hasSizeGreaterThan(30);
    }

    @Test
    void noPageHoldsWhatIsLeftOfALayoutOrAsksAnotherHost() {
        SortedMap<String, String> site = archive().files("site");
        site.forEach((file, text) -> {
            if (file.endsWith(".html")) {
                assertThat(text.replaceAll("(?s)<script type=\"application/ld\\+json\">.*?</script>", ""))
                        .as(file)
                        .doesNotContain("{{", "}}", "Optional[", "null", "java.");
                assertThat(parsed(site, file)
                                .select("script, link, img, iframe")
                                .eachAttr("src"))
                        .as(file)
                        .noneMatch(source -> source.contains("//"));
                assertThat(parsed(site, file)
                                .select("link:not([rel=canonical])")
                                .eachAttr("href"))
                        .as(file)
                        .noneMatch(source -> source.contains("//"));
            }
        });
    }

    @Test
    void everyPageAllowsFilesOfItsOwnHostAlone() {
        archive().files("site").forEach((file, text) -> {
            if (file.endsWith(".html")) {
                Document page = Jsoup.parse(text);
                assertThat(page.select("head > meta[http-equiv=Content-Security-Policy]")
                                .eachAttr("content"))
                        .as(file)
                        .containsExactly("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                                + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'");
                assertThat(page.head().children().indexOf(page.selectFirst("[http-equiv]")))
                        .as("stands before anything that it is to hold: " + file)
                        .isLessThan(3);
            }
        });
    }

    @Test
    void everyReplyHasItsPageAndNoDraftHas() {
        Project project = archive();
        SortedMap<String, String> site = project.files("site");
        List<String> expected = new ArrayList<>();
        project.files("content").forEach((file, text) -> {
            boolean reply = file.startsWith("replies/") && file.endsWith(".md") && !file.endsWith(".proposal.md");
            if (reply && !text.contains("\nstatus: draft\n")) {
                expected.add(file.substring(0, file.length() - 3));
            }
        });
        List<String> found = new ArrayList<>();
        for (String file : site.keySet()) {
            if (file.startsWith("replies/") && file.endsWith(".html")) {
                found.addAll(parsed(site, file).select("article[data-reply]").eachAttr("data-reply"));
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected).isNotEmpty();
    }

    @Test
    void theManifestHoldsEveryFileButItselfAndGitignore() {
        Project project = project("-- site/.gitignore --\n*\n-- content/replies/a.md --\n" + reply("", "公开"))
                .built();
        TreeSet<String> files = new TreeSet<>(project.files("site").keySet());
        files.remove(".gitignore");
        files.remove("manifest-sha256.txt");
        assertThat(project.text("site/manifest-sha256.txt").lines().map(line -> line.substring(66)))
                .containsExactlyElementsOf(files);
        assertThat(project.text("site/.gitignore")).isEqualTo("*\n");
    }

    @Test
    void thePageForAddressesThatDoNotExistUsesThePathOfTheSite() {
        Project bare = project("-- content/replies/a.md --\n" + reply("", "公开")).built();
        assertThat(bare.page("404.html").select("link[rel=stylesheet]").attr("href"))
                .isEqualTo("/assets/style.css");
        Project based = project(
                        "-- content/archive.yml --\nbase-url: https://example.org/dafu\n-- content/replies/a.md --\n"
                                + reply("", "公开"))
                .built();
        assertThat(based.page("404.html").select("link[rel=stylesheet]").attr("href"))
                .isEqualTo("/dafu/assets/style.css");
        assertThat(based.page("replies/a/").select("link[rel=canonical]").attr("href"))
                .isEqualTo("https://example.org/dafu/replies/a/");
        assertThat(bare.page("replies/a/").select("link[rel=canonical]")).isEmpty();
    }

    /** The folder content/ of this repository, copied. */
    private Project archive() {
        Project project = project("");
        new Project(java.nio.file.Path.of("."), "")
                .files("content")
                .forEach((file, text) ->
                        project.write("content/" + file, text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
        assertThat(project.build().status()).isZero();
        return project;
    }

    private static Document parsed(SortedMap<String, String> site, String file) {
        return Jsoup.parse(new String(
                site.get(file).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                java.nio.charset.StandardCharsets.UTF_8));
    }
}
