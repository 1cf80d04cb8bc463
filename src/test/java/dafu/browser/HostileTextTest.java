package dafu.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.MutableDataSet;
import dafu.Project;
import dafu.serve.Host;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/** Hundreds of attempts, everywhere where an editor or a reader may write: nothing of them runs, nothing leaves the host. */
@InBrowser
class HostileTextTest {
    /** Where a careless program would put a text. */
    private static final List<Function<String, String>> CARELESS = List.of(
            text -> "<p>" + text + "</p>",
            HostileTextTest::markdown,
            text -> "<input value=\"" + text + "\"><input value='" + text + "'><input value=" + text + " >",
            text -> "<a href=\"" + text + "\">x</a><a href='" + text + "'>x</a>",
            text -> "<iframe src=\"" + text + "\"></iframe><img src=\"" + text + "\"><script src=\"" + text
                    + "\"></script>",
            text -> "<script>var x = \"" + text + "\"</script><script>var x = '" + text + "'</script><script>var x = `"
                    + text + "`</script><script>/*" + text + "*/</script>",
            text -> "<script type=application/json>\"" + text + "\"</script>",
            text -> "<title>" + text + "</title>",
            text -> "<textarea>" + text + "</textarea>",
            text -> "<style>" + text + "</style>",
            text -> "<!-- " + text + " -->",
            text -> "<noscript>" + text + "</noscript>",
            text -> "<template>" + text + "</template>",
            text -> "<svg><![CDATA[" + text + "]]></svg>");

    /** The rules that attempts may break: addresses and references that lead nowhere good, characters that nobody sees. */
    private static final Set<String> REFUSED = Set.of(
            "address",
            "attachment-missing",
            "control-character",
            "date",
            "hijack-unicode",
            "image-foreign",
            "link-address",
            "link-anchor",
            "link-broken",
            "link-scheme",
            "name",
            "reference",
            "setting",
            "site-identity");

    /** So many attempts in the settings of one archive. */
    private static final int SETTINGS = 60;

    @TempDir
    static Path folder;

    static List<Attempt> attempts;
    static Frames frames;
    static HostileArchive replies;

    @BeforeAll
    static void open() throws IOException {
        attempts = Attempt.all();
        frames = new Frames();
        replies = new HostileArchive(folder.resolve("replies"));
        attempts.forEach(replies::reply);
        replies.settings(
                        "title: 试\n",
                        "base-url: https://x.example/open/\n",
                        "kinds:\n",
                        attempts.stream()
                                .map(a -> "  - {id: kind-" + a.number() + ", name: " + a.yaml() + "}\n")
                                .collect(Collectors.joining()))
                .built();
    }

    @AfterAll
    static void close() {
        frames.close();
    }

    private static String markdown(String text) {
        return HtmlRenderer.builder(new MutableDataSet().set(HtmlRenderer.SUPPRESSED_LINKS, ""))
                .build()
                .render(Parser.builder().build().parse(text));
    }

    @Test
    void theAttemptsRunWhereNothingIsEscapedAndThePolicyAloneStopsThem() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        Files.writeString(folder.resolve("empty/index.html"), "<!doctype html><body>");
        Files.writeString(folder.resolve("empty/404.html"), "<!doctype html><body>");
        try (StaticHost host = new StaticHost(folder.resolve("empty"), "/")) {
            Map<Integer, String> ways = new TreeMap<>();
            for (Function<String, String> careless : CARELESS) {
                List<Attempt> rest = attempts.stream()
                        .filter(attempt -> !ways.containsKey(attempt.number()))
                        .toList();
                Map<Integer, String> pages = rest.stream()
                        .collect(Collectors.toMap(Attempt::number, attempt -> careless.apply(attempt.text())));
                Frames.Seen seen = frames.written(host.address(""), List.copyOf(pages.values()));
                Set<Integer> worked = new TreeSet<>(seen.ran());
                worked.addAll(seen.left());
                worked.retainAll(pages.keySet());
                worked.forEach(number -> ways.put(number, pages.get(number)));
            }
            Map<String, String> shares = new TreeMap<>();
            attempts.stream().collect(Collectors.groupingBy(Attempt::family)).forEach((family, all) -> {
                long ran =
                        all.stream().filter(a -> ways.containsKey(a.number())).count();
                shares.put(family, ran + " of " + all.size());
                // What spreadsheets alone would run, and addresses in forms that only browsers of the past followed.
                assertThat(2 * ran).as(family).isGreaterThanOrEqualTo(family.equals("formula") ? 0 : all.size());
            });
            System.out.println("attempts that run where nothing is escaped: " + shares);
            assertThat(ways).hasSizeGreaterThan(attempts.size() * 3 / 4);
            List<String> addresses = new ArrayList<>();
            for (int number : ways.keySet()) {
                Files.writeString(folder.resolve("empty/" + number + ".html"), "<!doctype html>" + ways.get(number));
                addresses.add(host.address(number + ".html"));
            }
            Frames.Seen careless = frames.addresses(host.address(""), addresses);
            Set<Integer> noticed = new TreeSet<>(careless.ran());
            noticed.addAll(careless.left());
            noticed.retainAll(ways.keySet());
            assertThat(noticed)
                    .as("noticed in pages as the site's are opened")
                    .hasSizeGreaterThan(ways.size() * 9 / 10);
            String policy = Files.readString(Path.of("layouts/policy.mustache"));
            Frames.Seen seen = frames.written(
                    host.address(""),
                    ways.values().stream()
                            .map(page -> "<head>" + policy + "</head>" + page)
                            .toList());
            assertThat(seen.ran()).as("run in spite of the policy").isEmpty();
            assertThat(families(seen.left()))
                    .as("that leave in spite of the policy")
                    .containsOnly("refresh");
            assertThat(seen.blocked()).hasSizeGreaterThan(ways.size() * 3 / 4);
        }
    }

    private static Set<String> families(Set<Integer> numbers) {
        return numbers.stream().map(number -> attempts.get(number - 1).family()).collect(Collectors.toSet());
    }

    @Test
    void whateverIsWrittenInAReplyIsText() throws IOException {
        System.out.println("refused of what was attempted in replies: " + replies.refused);
        assertThat(REFUSED).containsAll(replies.refused.keySet());
        nothingRuns(replies.project, List.of());
        assertThat(replies.project.files("site/replies").keySet().stream()
                        .filter(name -> name.endsWith(".csv") && !name.endsWith("/a.csv")))
                .as("attachments that are named like attempts")
                .hasSizeGreaterThan(attempts.size() * 9 / 10);
        for (Attempt attempt : attempts) {
            Element title = replies.project
                    .page("replies/r" + attempt.number() + "/")
                    .select("h1")
                    .first();
            assertThat(seen(title.wholeText())).isEqualTo(seen(attempt.text()));
        }
    }

    /**
     * Hundreds of searches one after the other, by {@code -Dattempts=all}: the browser has been seen to give up on frames
     * after some two hundred. HostileQueriesTest opens a few of each kind in every run.
     */
    @Test
    @EnabledIfSystemProperty(named = "attempts", matches = "all")
    void whateverIsSearchedForIsText() throws IOException {
        List<String> searches = new ArrayList<>();
        for (Attempt attempt : attempts) {
            String text = URLEncoder.encode(attempt.text(), UTF_8);
            searches.add("search/?q=%1$s&body=%1$s&topic=%1$s&kind=%1$s&sort=%1$s&page=%1$s&%1$s=%1$s#%1$s"
                    .replace("%1$s", text));
        }
        for (int page = 1; page <= attempts.size() / 10; page++) {
            searches.add("search/?q=ran&page=" + page);
        }
        nothingRuns(replies.project, searches);
    }

    @Test
    void whateverIsWrittenInTheSettingsAndPagesIsText() throws IOException {
        for (int from = 0; from < attempts.size(); from += SETTINGS) {
            List<Attempt> some = attempts.subList(from, Math.min(attempts.size(), from + SETTINGS));
            String all = new Attempt(0, "", some.stream().map(Attempt::text).collect(Collectors.joining(" "))).yaml();
            HostileArchive archive = new HostileArchive(folder.resolve("settings" + from));
            some.forEach(archive::page);
            archive.reply(some.get(0));
            List<String> lines = new ArrayList<>();
            for (String key : List.of(
                    "title", "description", "publisher", "licence", "notice", "site-id-code", "site-domain", "form")) {
                lines.add(key + ": " + all + "\n");
            }
            lines.add("base-url: https://x.example/open/\n");
            lines.add("filings: [" + all + "]\n");
            lines.add("official-totals: [{figure: letters, count: 1, source: " + all + "}]\n");
            lines.add("words:\n");
            for (Attempt a : some) {
                lines.add("  - {wrong: %s, right: x, reason: %s}\n".formatted(a.yaml(), a.yaml()));
            }
            lines.add("kinds: [{id: kind-" + some.get(0).number() + ", name: " + all + "}]\n");
            for (String key : List.of("sessions", "bodies", "topics", "proposers")) {
                lines.add(key + ":\n");
                for (Attempt a : some) {
                    lines.add("  - {id: x%d, name: %s, aliases: [%s], synonyms: [%s]}\n"
                            .formatted(a.number(), a.yaml(), a.number() + "", a.yaml()));
                }
            }
            lines.add("outcomes:\n  - scheme: s\n    name: " + all + "\n    classes:\n");
            for (Attempt a : some) {
                lines.add("      - {code: %s, label: %s, meaning: %s}\n".formatted(a.yaml(), a.yaml(), a.yaml()));
            }
            archive.settings(lines.toArray(String[]::new)).built();
            assertThat(REFUSED).containsAll(archive.refused.keySet());
            nothingRuns(archive.project, List.of());
        }
    }

    @Test
    void whateverChangedIsTextOnThePageThatTellsIt() throws IOException {
        HostileArchive before = new HostileArchive(folder.resolve("before"));
        for (Attempt attempt : attempts) {
            // Each holds what another holds now, so both sides of every difference are attempts.
            Attempt other = attempts.get(attempt.number() % attempts.size());
            before.reply(new Attempt(attempt.number(), attempt.family(), other.text()));
        }
        before.settings("title: 试\n", "base-url: https://x.example/open/\n").built();
        Path told = Files.createDirectories(folder.resolve("told"));
        Files.writeString(told.resolve("404.html"), "<!doctype html><body>");
        Project.Outcome difference = replies.project.command(
                "diff",
                before.project.path("site").toString(),
                replies.project.path("site").toString(),
                "--page",
                told.resolve("index.html").toString());
        assertThat(difference.status()).as(difference.err()).isEqualTo(1);
        assertThat(Files.readString(told.resolve("index.html"))).contains("out.example");
        try (StaticHost host = new StaticHost(told, "/")) {
            assertThat(frames.addresses(host.address("404.html"), List.of(host.address("index.html"))))
                    .isEqualTo(Frames.Seen.NOTHING);
        }
    }

    @Test
    void whateverIsWrongIsTextInAPreview() throws IOException {
        String findings = attempts.stream()
                .map(attempt -> "content/replies/a.md:9:1: error[number-missing]: " + attempt.text())
                .collect(Collectors.joining("\n"));
        Host host = new Host(replies.project.path("site"), 0);
        try (host) {
            host.show(false, "试", findings);
            ChromeDriver driver = frames.browser().driver();
            driver.get(host.address());
            String shown = (String) driver.executeAsyncScript("""
                    const done = arguments[arguments.length - 1];
                    (function look() {
                        const panel = document.querySelector('#dafu-findings[open] div');
                        if (panel) setTimeout(() => done(panel.textContent + heard.join()), 200);
                        else setTimeout(look, 20);
                    })();
                    """);
            assertThat(seen(shown)).isEqualTo(seen(findings));
        }
    }

    @Test
    void spreadsheetsFeedsAndProgramsGetTextToo() throws Exception {
        int cells = 0;
        int columns = replies.project
                .text("site/data/replies.csv")
                .lines()
                .findFirst()
                .orElseThrow()
                .split(",")
                .length;
        try (CSVParser table =
                CSVParser.parse(replies.project.text("site/data/replies.csv").substring(1), CSVFormat.RFC4180)) {
            for (CSVRecord line : table) {
                assertThat(line.size()).isEqualTo(columns);
                for (String cell : line) {
                    cells += cell.startsWith("'") ? 1 : 0;
                    assertThat(cell).doesNotMatch("(?s)[=+\\-@\t\r＝＋－＠].*");
                }
            }
        }
        assertThat(cells).as("cells that would have been formulas").isGreaterThan(100);
        for (String name : replies.project.files("site").keySet()) {
            if (name.endsWith(".xml")) {
                DocumentBuilder reader = DocumentBuilderFactory.newInstance().newDocumentBuilder();
                reader.setErrorHandler(null);
                assertThat(reader.parse(replies.project.path("site/" + name).toFile())
                                .getDocumentElement())
                        .isNotNull();
            }
        }
    }

    /** What can be seen: blanks are YAML's to fold, and what nobody sees is taken out where it is an error. */
    private static String seen(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}\\x80-\\xA0\\u2000-\\u206F\\u3000\\uFDD0\\uFFFD-\\uFFFF]", "");
    }

    /**
     * Opens these pages, or each; of the listings of a kind, which differ in their names alone, every fifth, and of each
     * kind other ones.
     */
    private static void nothingRuns(Project project, List<String> named) throws IOException {
        List<String> pages = new ArrayList<>(named);
        int listings = 0;
        for (String name : named.isEmpty() ? project.files("site").keySet() : Set.<String>of()) {
            boolean listing = name.matches("(bodies|kinds|outcomes|proposers|sessions|topics)/.+/index\\.html");
            listings += listing ? 1 : 0;
            if (name.endsWith(".html") && (!listing || (listings + name.charAt(0)) % 5 == 0)) {
                pages.add(name);
            }
        }
        try (StaticHost host = new StaticHost(project.path("site"), "/open/")) {
            Frames.Seen seen = frames.addresses(
                    host.address("search/index.json"),
                    pages.stream().map(host::address).toList());
            assertThat(seen).isEqualTo(Frames.Seen.NOTHING);
            assertThat(host.missing()).isSubsetOf("/favicon.ico");
        }
    }
}
