package dafu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Build;
import dafu.Options;
import dafu.Project;
import dafu.ProjectTest;
import dafu.publish.Sink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a host takes and what it reads; a real nginx is asked in {@link NginxTest}. */
class HostTest extends ProjectTest {
    private static String at(String file, String keys) {
        return "-- content/replies/" + file + ".md --\n" + reply(keys, "公开");
    }

    @Test
    void whatAHostReadsIsPartOfTheSiteAndGoesWithTheHost() {
        Project project = project(at("a", "aliases: [/old/058/, /content/art_1.html]\n"));
        project.built();
        var plain = project.files("site");
        project.built("--host", "cloudflare-pages");
        assertThat(project.text("site/_redirects"))
                .isEqualTo("/content/art_1.html /replies/a/ 301\n/old/058/ /replies/a/ 301\n");
        assertThat(project.text("site/_headers")).startsWith("/*\n  Content-Security-Policy: default-src 'none'; ");
        assertThat(project.text("site/manifest-sha256.txt")).contains("  _headers\n", "  _redirects\n");
        project.built("--host", "cloudflare-pages");
        assertThat(project.build("--host", "github-pages").status()).isEqualTo(Main.DONE);
        assertThat(project.files("site")).containsKey(".nojekyll").doesNotContainKeys("_headers", "_redirects");
        assertThat(project.build("--host", "github-pages").out()).contains("写入文件 0 个");
        project.built();
        assertThat(project.files("site")).isEqualTo(plain);
    }

    @Test
    void noEarlierAddressTakesTheNameOfWhatAHostReads() {
        for (String name : Host.names()) {
            assertThat(project(at("a", "aliases: [/" + name + "]\n")).check().err())
                    .contains("error[address]: ");
        }
    }

    @Test
    void thePolicyOfTheHeaderIsThatOfThePages() {
        Project project = project(at("a", ""));
        project.built("--host", "cloudflare-pages");
        String meta = project.page("")
                .select("meta[http-equiv=Content-Security-Policy]")
                .attr("content");
        assertThat(project.text("site/_headers"))
                .contains("Content-Security-Policy: " + meta + "; frame-ancestors 'self'\n");
    }

    @Test
    void moreThanAHostTakesIsSaidBeforeItFails() {
        String aliases =
                IntStream.rangeClosed(1, 2001).mapToObj(i -> "/old/" + i + "/").collect(Collectors.joining(", "));
        Project project = project(at("a", "aliases: [" + aliases + "]\n"));
        Project.Outcome outcome = project.check("--host", "cloudflare-pages");
        assertThat(outcome.err()).isEqualTo("""
                        site:1:1: error[host-aliases]: cloudflare-pages：转到别处的旧地址 2,001，超过上限 2,000
                            依据 https://developers.cloudflare.com/pages/configuration/redirects/；调大 per-page、压缩附件、分成几个档案，或换用没有上限的 nginx
                        """);
        assertThat(outcome.status()).isEqualTo(Main.FOUND);
        assertThat(project.build("--host", "cloudflare-pages").status()).isEqualTo(Main.FOUND);
        assertThat(project.files("site")).isEmpty();
        project.check("--host", "gitlab-pages").isClean();
    }

    @Test
    void whatComesCloseIsAWarning() {
        String aliases =
                IntStream.rangeClosed(1, 1600).mapToObj(i -> "/old/" + i + "/").collect(Collectors.joining(", "));
        Project.Outcome outcome =
                project(at("a", "aliases: [" + aliases + "]\n")).check("--host", "cloudflare-pages", "--lang", "en");
        assertThat(outcome.err())
                .startsWith(
                        "site:1:1: warning[host-aliases]: cloudflare-pages: addresses that lead elsewhere 1,600, close to 2,000\n");
        assertThat(outcome.status()).isEqualTo(Main.DONE);
    }

    @Test
    void theLargestFileAndTheFullestFolderAreNamed() {
        Host.Weight weight = new Host.Weight();
        weight.add("replies/a/b.pdf", 26_214_401);
        weight.add("replies/a/a.pdf", 26_214_401);
        IntStream.range(0, 3001).forEach(i -> weight.add("search/c/" + i, 1));
        var options = Options.of("absent", "absent", 1, Optional.empty(), Optional.empty());
        var archive = Build.run(options, Sink.NOWHERE).archive();
        List<String> found = new ArrayList<>();
        for (String host : List.of("cloudflare-pages", "github-pages", "nginx")) {
            Host.of(host)
                    .orElseThrow()
                    .findings(weight, archive, "site")
                    .forEach(it -> found.add(it.location().path() + " " + it.severity() + " "
                            + it.message().en()));
        }
        assertThat(found)
                .containsExactly(
                        "replies/a/a.pdf error cloudflare-pages: bytes of the largest file 26,214,401, more than 26,214,400",
                        "search/c/ warning github-pages: files in one folder 3,001, more than 3,000");
    }

    @Test
    void theDocumentsNameEveryLimitWithItsSource() throws IOException {
        String document = Files.readString(Path.of("src/docs/hosts.md"));
        for (String id : List.of("github-pages", "gitlab-pages", "cloudflare-pages", "nginx")) {
            String row = document.lines()
                    .filter(line -> line.startsWith("| `" + id + "`"))
                    .findFirst()
                    .orElseThrow();
            Host host = Host.of(id).orElseThrow();
            host.limits()
                    .forEach(limit -> assertThat(row)
                            .contains(String.format(Locale.ROOT, "%,d", limit.most()), "<" + limit.source() + ">"));
            host.files().keySet().forEach(file -> assertThat(row).contains("`" + file + "`"));
        }
    }

    @Test
    void aHostThatNobodyKnowsIsWrongUsage() {
        assertThat(project(at("a", "")).check("--host", "nowhere").err()).startsWith("--host: nowhere\n");
    }
}
