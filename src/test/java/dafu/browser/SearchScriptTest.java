package dafu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.search.Scripts;
import dafu.text.Han;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script finds in an archive of two thousand replies, against a plain scan of what was written. */
@InBrowser
class SearchScriptTest {
    private static final int REPLIES = 2000;
    private static final String[] WORDS = {
        "养老服务",
        "停车",
        "老旧小区",
        "加装电梯",
        "公交线路",
        "农村公路",
        "排水防涝",
        "中小学",
        "校园餐",
        "噪声",
        "工作",
        "发展",
        "建设",
        "管理",
        "推进",
        "加强",
        "我市",
        "有关部门",
        "群众",
        "的",
        "和",
        "进一步",
        "方案",
        "资金",
        "补贴",
        "示范",
        "改造",
        "飞地经济",
        "港口",
        "充电桩",
        "顯著",
        "發展",
        "乾淨",
        "后来",
        "AEO认证",
        "ＡＢＣ",
        "G107国道",
        "PM2.5",
        "140886.70",
        "3.14％",
        "２０２１",
        "café",
        "十〇二",
        "𠀀字",
        "①号",
        "（一）",
        "“十四五”",
        "——",
        "水"
    };
    private static final String[] BODIES = {"示例市交通局", "示例市教育局", "示例市水务局", "示例市民政局"};
    private static final String[] TOPICS = {"停车", "养老服务", "农村公路", "排水防涝", "校园餐"};
    private static final String[] OUTCOMES = {"A", "B", "C"};
    private static final String[] KINDS = {"政协提案", "人大建议"};
    private static final String[] SESSIONS = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};

    @TempDir
    static Path folder;

    static final List<Written> written = new ArrayList<>();
    static StaticHost host;
    static Browser browser;

    /** A reply as it was written: its fields and blocks as lines, folded as the index folds. */
    record Written(
            String id,
            String date,
            String session,
            String kind,
            String body,
            String topic,
            String outcome,
            List<String> lines) {
        boolean holds(String phrase) {
            return lines.stream().anyMatch(line -> line.contains(phrase));
        }

        String value(String facet) {
            return switch (facet) {
                case "year" -> date.substring(0, 4);
                case "session" -> session;
                case "kind" -> kind;
                case "body" -> body;
                case "topic" -> topic;
                case "outcome" -> outcome;
                default -> throw new IllegalArgumentException(facet);
            };
        }
    }

    private static final List<String> FACETS = List.of("year", "session", "kind", "body", "topic", "outcome");

    @BeforeAll
    static void build() throws IOException {
        Project project = new Project(folder, "");
        Random random = new Random(11);
        for (int i = 0; i < REPLIES; i++) {
            reply(project, random, i);
        }
        assertThat(project.build().status()).isZero();
        try (InputStream tests = SearchScriptTest.class.getResourceAsStream("/dafu/search/tests.js")) {
            // The engine with the tests in the place of its last part's interface, so that they reach inside.
            byte[] script = Files.readAllBytes(Path.of("layouts/assets/search/search.js"));
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.write(script);
            both.write(tests.readAllBytes());
            Files.write(
                    folder.resolve("site/tests.js"),
                    Scripts.engine(part -> read(Path.of("layouts", part)), both.toByteArray()));
        }
        Files.writeString(folder.resolve("site/tests.html"), "<!doctype html><title>tests</title>");
        host = new StaticHost(folder.resolve("site"), "/open/archive/");
        browser = new Browser();
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
        browser.driver().get(host.address("tests.html"));
    }

    @AfterAll
    static void close() {
        browser.close();
        host.close();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void reply(Project project, Random random, int i) {
        String date = "%d-%02d-%02d".formatted(2015 + i * 9 / REPLIES, 1 + random.nextInt(12), 1 + random.nextInt(28));
        String number = "%03d".formatted(1 + i % 400);
        String session = "示例市政协十五届" + SESSIONS[i * 9 / REPLIES] + "次会议";
        String kind = pick(random, KINDS);
        String body = pick(random, BODIES);
        String topic = pick(random, TOPICS);
        String outcome = pick(random, OUTCOMES);
        String title = "对示例市第" + number + "号提案的答复";
        String proposal = "关于" + words(random, 4) + "的提案";
        String document = "示发〔" + (2015 + i * 9 / REPLIES) + "〕" + (1 + random.nextInt(60)) + "号";
        List<String> blocks = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int block = 0; block < 3; block++) {
            String first = words(random, 6);
            String second = words(random, 6);
            // A line break inside a paragraph is nothing between two Han characters, and a space elsewhere.
            boolean joined = first.charAt(first.length() - 1) >= 0x2E80;
            blocks.add(first + (joined ? "" : " ") + second);
            text.append(first).append('\n').append(second).append("\n\n");
        }
        String id = "replies/r%04d".formatted(i);
        project.write(
                """
                -- content/%s.md --
                ---
                title: %s
                kind: %s
                session: %s
                number: "%s"
                proposal-title: %s
                answering-body: %s
                date: %s
                document-number: %s
                outcome: %s
                topics: [%s]
                ---

                %s
                """.formatted(id, title, kind, session, number, proposal, body, date, document, outcome, topic, text));
        List<String> lines = new ArrayList<>(List.of(title, session, number, proposal, body, document, topic));
        lines.addAll(blocks);
        written.add(new Written(
                id,
                date,
                session,
                kind,
                body,
                topic,
                outcome,
                lines.stream().map(SearchScriptTest::folded).toList()));
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(pick(random, WORDS)).append(i + 1 < count && random.nextInt(4) == 0 ? "，" : "");
        }
        return words.toString();
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... values) {
        // The first ones are the most frequent.
        return values[(int) (values.length * Math.pow(random.nextDouble(), 1.5))];
    }

    private static String folded(String text) {
        return Han.simplify(Han.fold(text)).strip();
    }

    @Test
    void aPhraseFindsWhatHoldsItAndNothingElse() {
        Random random = new Random(5);
        Set<String> phrases = new LinkedHashSet<>(List.of(
                "养老服务",
                "停车，",
                "，停车",
                "发展",
                "發展",
                "水",
                "的",
                "２０２１",
                "2021",
                "G107",
                "g107国道",
                "０５８",
                "58号",
                "第058号",
                "〔2019〕5",
                "3.14%",
                "140886.70",
                "AEO认证",
                "ａｅｏ",
                "abc",
                "CAFÉ",
                "café",
                "𠀀",
                "𠀀字",
                "①号",
                "“十四五”",
                "没有这样的话",
                "养老服务局",
                "关于",
                "的提案",
                "示例市交通局",
                "教育局",
                "显著",
                "顯著",
                "乾净",
                "干净",
                "PM2.5",
                "十〇二"));
        while (phrases.size() < 400) {
            Written from = written.get(random.nextInt(REPLIES));
            String line = from.lines.get(random.nextInt(from.lines.size()));
            int length = 1 + random.nextInt(Math.min(12, line.length()));
            int start = switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> line.length() - length;
                default -> random.nextInt(line.length() - length + 1);
            };
            String phrase = line.substring(start, start + length).strip();
            boolean whole = phrase.isEmpty()
                    || Character.isLowSurrogate(phrase.charAt(0))
                    || Character.isHighSurrogate(phrase.charAt(phrase.length() - 1));
            if (!whole
                    && phrase.chars().anyMatch(c -> Character.isLetterOrDigit(c) || c > 0xD800)
                    && phrase.indexOf('“') < 0
                    && phrase.indexOf('”') < 0) {
                phrases.add(phrase);
            }
        }
        Map<String, Object> wrong = new TreeMap<>();
        List<Map<String, Object>> answers = ask(phrases.stream()
                .filter(p -> p.indexOf('“') < 0)
                .map(phrase -> question("\"" + phrase + "\"", Map.of("limit", 1000)))
                .toList());
        int at = 0;
        for (String phrase : phrases.stream().filter(p -> p.indexOf('“') < 0).toList()) {
            Set<String> expected = scan(reply -> reply.holds(folded(phrase)));
            Map<String, Object> answer = answers.get(at++);
            Set<String> ids = new TreeSet<>(strings(answer.get("ids")));
            boolean right = expected.size() > 1000
                    ? ids.size() == 1000 && expected.containsAll(ids)
                    : ids.equals(expected)
                            && answer.get("total").equals((long) expected.size())
                            && answer.get("exact").equals(true);
            if (!right) {
                wrong.put(
                        phrase,
                        "expected " + expected.size() + ", found " + answer.get("total") + " " + answer.get("kind"));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(at).isGreaterThan(350);
    }

    @Test
    void anUnquotedRunPutsTheRepliesThatHoldItFirst() {
        Random random = new Random(6);
        Set<String> runs = new LinkedHashSet<>();
        while (runs.size() < 200) {
            Written from = written.get(random.nextInt(REPLIES));
            String line = from.lines.get(random.nextInt(from.lines.size()));
            int length = 6 + random.nextInt(9);
            int start = random.nextInt(Math.max(1, line.length() - length));
            String run = line.substring(start, Math.min(line.length(), start + length));
            // Pairs cannot tell what repeats itself from what stands once.
            boolean repeats = IntStream.range(0, run.length() - 1)
                            .mapToObj(i -> run.substring(i, i + 2))
                            .distinct()
                            .count()
                    < run.length() - 1;
            if (!repeats && run.length() == length && run.codePoints().allMatch(c -> c >= 0x4E00 && c <= 0x9FFF)) {
                runs.add(run);
            }
        }
        Map<String, Object> wrong = new TreeMap<>();
        List<Map<String, Object>> answers = ask(runs.stream()
                .map(run -> question(run, Map.of("count", false, "exactWords", true)))
                .toList());
        int at = 0;
        for (String run : runs) {
            Set<String> expected = scan(reply -> reply.holds(run));
            List<String> ids = strings(answers.get(at++).get("ids"));
            int first = Math.min(10, expected.size());
            if (ids.size() < first || !expected.containsAll(ids.subList(0, first))) {
                wrong.put(run, expected.size() + " hold it, found " + ids);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** What narrows a search: as typed, the facet whose own counts it leaves alone or an empty text, and what passes. */
    private record Narrowing(String typed, String facet, String value, Predicate<Written> passes) {
        Narrowing(String typed, Predicate<Written> passes) {
            this(typed, "", "", passes);
        }
    }

    private static Narrowing only(String typed, String facet, String value) {
        return new Narrowing(typed, facet, value, reply -> reply.value(facet).equals(value));
    }

    @Test
    void facetsDatesAndExclusionsCountAsAPlainScanDoes() {
        Narrowing body = only("body:教育局", "body", "示例市教育局");
        Narrowing topic = only("主题：校园餐", "topic", "校园餐");
        Narrowing outcome = only("outcome:A", "outcome", "A");
        Narrowing year = only("year:2019", "year", "2019");
        Narrowing session = only("届次:十五届三次会议", "session", "示例市政协十五届三次会议");
        Narrowing kind = only("kind:人大建议", "kind", "人大建议");
        Narrowing notBody = new Narrowing("-单位:示例市教育局", reply -> !reply.body.equals("示例市教育局"));
        Narrowing notKind = new Narrowing("-类型:政协提案", reply -> !reply.kind.equals("政协提案"));
        Narrowing span = new Narrowing(
                "date:2018-03..2019-02",
                reply -> reply.date.compareTo("2018-03") > 0 && reply.date.compareTo("2019-03") < 0);
        Narrowing until = new Narrowing("date:..2016-06-14", reply -> reply.date.compareTo("2016-06-14") <= 0);
        Narrowing number = new Narrowing("number:58", reply -> reply.lines.contains("058"));
        Narrowing without = new Narrowing("-发展", reply -> !reply.holds("发展"));
        Narrowing withoutLatin = new Narrowing("-g107国道", reply -> !reply.holds("g107国道"));
        List<List<Narrowing>> choices = List.of(
                List.of(),
                List.of(body),
                List.of(topic),
                List.of(outcome),
                List.of(year),
                List.of(session),
                List.of(kind),
                List.of(notBody),
                List.of(notKind, span),
                List.of(until),
                List.of(number),
                List.of(without),
                List.of(withoutLatin, year),
                List.of(without, outcome, notBody),
                List.of(body, topic),
                List.of(kind, outcome, year),
                List.of(session, span, topic));
        List<String> words = List.of("", "停车", "工作", "水", "养老", "电梯");
        List<List<Object>> questions = new ArrayList<>();
        for (String word : words) {
            for (List<Narrowing> choice : choices) {
                List<String> typed = new ArrayList<>(word.isEmpty() ? List.of() : List.of("\"" + word + "\""));
                choice.forEach(narrowing -> typed.add(narrowing.typed));
                questions.add(question(String.join(" ", typed), Map.of("limit", 1000, "facets", true)));
            }
        }
        List<Map<String, Object>> answers = ask(questions);
        Map<String, Object> wrong = new TreeMap<>();
        int counted = 0;
        for (int i = 0; i < questions.size(); i++) {
            String word = words.get(i / choices.size());
            List<Narrowing> choice = choices.get(i % choices.size());
            Map<String, Object> answer = answers.get(i);
            Set<String> expected = scan(reply -> reply.holds(word) && passes(reply, choice, "none"));
            boolean few = expected.size() <= 1000;
            if (few
                    ? !new TreeSet<>(strings(answer.get("ids"))).equals(expected)
                    : strings(answer.get("ids")).size() < 1000) {
                wrong.put(questions.get(i).get(0) + "", "expected " + expected.size() + ", found " + answer);
            }
            for (String facet : FACETS) {
                Map<String, Long> scanned = new TreeMap<>();
                written.stream()
                        .filter(reply -> reply.holds(word) && passes(reply, choice, facet))
                        .forEach(reply -> scanned.merge(reply.value(facet), 1L, Long::sum));
                // A chosen value is shown even where it has nothing.
                choice.stream()
                        .filter(narrowing -> narrowing.facet.equals(facet))
                        .forEach(narrowing -> scanned.putIfAbsent(narrowing.value, 0L));
                Map<String, Long> counts = counts(answer.get("facets"), facet);
                if (few && !counts.equals(scanned)) {
                    wrong.put(questions.get(i).get(0) + " by " + facet, counts + " for " + scanned);
                }
                counted += counts.size();
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(counted).isGreaterThan(1000);
    }

    private static boolean passes(Written reply, List<Narrowing> choice, String but) {
        return choice.stream()
                .filter(narrowing -> !narrowing.facet.equals(but))
                .allMatch(narrowing -> narrowing.passes.test(reply));
    }

    @Test
    void aSessionAndANumberFindTheirReplyFirst() {
        Map<String, Predicate<Written>> known = new LinkedHashMap<>();
        for (String session : List.of("一", "三", "九")) {
            String meeting = "十五届" + session + "次会议";
            for (String digits : List.of("3", "58", "104")) {
                String number = "%03d".formatted(Integer.parseInt(digits));
                Predicate<Written> is = reply -> reply.session.endsWith(meeting) && reply.lines.contains(number);
                known.put(meeting + " 第" + number + "号", is);
                known.put("示例市政协" + meeting + "第" + number + "号", is);
                known.put(digits + "号 " + meeting, is);
                known.put(meeting + " " + digits, is);
            }
        }
        List<Map<String, Object>> answers = ask(known.keySet().stream()
                .map(query -> question(query, Map.of("limit", 10)))
                .toList());
        Map<String, Object> wrong = new TreeMap<>();
        int at = 0;
        int found = 0;
        for (Map.Entry<String, Predicate<Written>> query : known.entrySet()) {
            Set<String> expected = scan(query.getValue());
            List<String> ids = strings(answers.get(at++).get("ids"));
            if (!new TreeSet<>(ids.subList(0, Math.min(ids.size(), expected.size()))).equals(expected)) {
                wrong.put(query.getKey(), "expected " + expected + ", found " + ids);
            }
            found += expected.size();
        }
        assertThat(wrong).isEmpty();
        assertThat(found).isGreaterThanOrEqualTo(20);
    }

    @Test
    void wholeWordsComeBeforePartsAndOddInputHasAnAnswer() {
        List<Map<String, Object>> answers = ask(List.of(
                question("飞地经济 港口", Map.of("limit", 1000)),
                question("停车", Map.of("sort", "oldest", "limit", 3)),
                question("，。！", Map.of()),
                question("\"", Map.of()),
                question("body:", Map.of()),
                question("nofield:停车", Map.of("limit", 1)),
                question("<script>alert(1)</script>", Map.of()),
                question("\u202e停车\u202c", Map.of("limit", 1)),
                question("😀", Map.of()),
                question("停".repeat(10_000), Map.of()),
                question("-停车", Map.of("limit", 1)),
                question("date:2023-13..x 停车", Map.of("limit", 1)),
                question("body:没有这个单位", Map.of())));
        Set<String> both = scan(reply -> reply.holds("飞地经济") && reply.holds("港口"));
        List<String> first = strings(answers.get(0).get("ids"));
        assertThat(new TreeSet<>(first.subList(0, both.size()))).isEqualTo(both);
        assertThat(answers.get(0).get("whole")).isEqualTo((long) both.size());
        List<String> oldest = written.stream()
                .filter(reply -> reply.holds("停车"))
                .sorted(java.util.Comparator.comparing(Written::date).thenComparing(Written::id))
                .map(Written::id)
                .toList();
        assertThat(strings(answers.get(1).get("ids"))).isEqualTo(oldest.subList(0, 3));
        assertThat(answers.subList(2, answers.size()).stream()
                        .map(answer -> (answer.get("kind") != null
                                ? "ERROR " + answer
                                : (((Number) answer.get("total")).longValue() > 0 ? "found " : "none ")
                                        + answer.get("notes"))))
                .containsExactly(
                        "none [nothing]",
                        "none [unclosed-quote, nothing]",
                        "none [empty-value, nothing]",
                        "found [unknown-field]",
                        "found []",
                        "found []",
                        "none []",
                        "none [too-long]",
                        "found []",
                        "found [bad-date]",
                        "none [unknown-value]");
    }

    @Test
    void aMissingOrDamagedFileIsNamedAndADeployIsNoticed() throws IOException {
        Path site = folder.resolve("site");
        Path root = site.resolve("search/index.json");
        String before = Files.readString(root);
        Map<Path, byte[]> saved = new LinkedHashMap<>();
        try (var files = Files.walk(site.resolve("search/g"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                saved.put(file, Files.readAllBytes(file));
            }
        }
        try {
            for (Path file : saved.keySet()) {
                byte[] damaged = saved.get(file).clone();
                damaged[damaged.length / 2] ^= 4;
                Files.write(file, damaged);
            }
            assertThat(ask(List.of(question("噪声", Map.of()))).get(0).get("kind"))
                    .isEqualTo("damaged");
            for (Path file : saved.keySet()) {
                Files.delete(file);
            }
            assertThat(ask(List.of(question("噪声", Map.of()))).get(0).get("kind"))
                    .isEqualTo("missing");
            Files.writeString(root, before.replace("\"format\":2", "\"format\":3"));
            assertThat(String.valueOf(browser.driver().executeAsyncScript("""
                    const done = arguments[arguments.length - 1];
                    import("./assets/search/search.js").then(({ openArchive }) => openArchive("./")).catch((e) => done(e.kind));
                    """))).isEqualTo("newer");
        } finally {
            Files.writeString(root, before);
            for (Map.Entry<Path, byte[]> file : saved.entrySet()) {
                Files.write(file.getKey(), file.getValue());
            }
        }
    }

    @Test
    void theScriptReadsQueriesAndTextsAsTheSpecificationSays() throws IOException {
        List<String> examples;
        try (InputStream in = SearchScriptTest.class.getResourceAsStream("/dafu/search/tokens.txt")) {
            examples = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
        Map<String, String> table = new LinkedHashMap<>();
        for (int c = 0x80; c < 0x10000; c++) {
            String unit = String.valueOf((char) c);
            String folded = Han.simplify(Han.fold(unit));
            if (!folded.equals(unit)) {
                table.put(unit, folded);
            }
        }
        Map<?, ?> tokens = (Map<?, ?>) call("tokens", examples, table);
        assertThat(tokens.get("examples")).isEqualTo(examples);
        assertThat(tokens.get("late")).isEqualTo(List.of());
        assertThat(tokens.get("hashes")).isEqualTo(List.of("98bb44fd00", "5cb56fad00", "ec68b7abf7"));

        List<?> parsed =
                (List<?>) call("parsed", List.of("停车 \"老旧 小区\" -“电梯” 单位：教育局 date:2023-02..2024 -topic:x http://a.b"));
        Map<?, ?> query = (Map<?, ?>) parsed.get(0);
        assertThat(((List<?>) query.get("words")).stream().map(word -> {
                    Map<?, ?> its = (Map<?, ?>) word;
                    return its.get("text") + " " + its.get("quoted") + " " + its.get("excluded");
                }))
                .containsExactly("停车 false false", "老旧 小区 true false", "电梯 true true", "http://a.b false false");
        assertThat(query.get("fields"))
                .isEqualTo(Map.of("body", List.of("教育局"), "date", List.of(Map.of("from", "2023-02", "to", "2024~"))));
        assertThat(query.get("excludedFields")).isEqualTo(Map.of("topic", List.of("x")));

        assertThat(call(
                        "excerpts",
                        List.of(
                                List.of("停车", "贵委提出的停车提案收悉，现答复如下：", "我们增加了停车位，方便群众。"),
                                List.of("\"，方便\"", "我们增加了停车位，方便群众。"),
                                List.of("养老服务", "农村养老和公共服务都在改善，还有一些别的事情要做。"),
                                List.of("58", "第158号和58号。", "没有"),
                                List.of("没有的话", "第一段是这样的一段话，它有二十多个字，足够长。", "第二段"))))
                .isEqualTo(List.of(
                        "我们增加了[停车]位，方便群众。",
                        "我们增加了停车位[，方便]群众。",
                        "农村[养老]和公共[服务]都在改善，还有一些别的事情要做。",
                        "第158号和[58]号。",
                        "第一段是这样的一段话，它[有]二十多个字，足够长。".replace("[有]", "有")));
    }

    private static final List<String> SAMPLES = List.of(
            "停车",
            "老旧小区",
            "-",
            "－",
            "\"",
            "“",
            "”",
            "「",
            ":",
            "：",
            " ",
            "　",
            "单位：",
            "body:",
            "-topic:",
            "date:",
            "2023-02",
            "..",
            "2024年13月",
            "至",
            "第058号",
            "〔2021〕55号",
            "〔",
            "http://",
            "<b>",
            "&lt;",
            "\\",
            "/",
            "%00",
            "\0",
            "\u200b",
            "\u202e",
            "\ud83d\ude80",
            "\ud83d",
            "\udc00",
            "é",
            "e\u0301",
            "ＡＢＣ",
            "a",
            "x".repeat(300),
            "養老",
            "\n",
            "*",
            "(",
            ")",
            "+",
            "number:",
            "编号：058",
            "year:9999",
            "NaN",
            "__proto__:",
            "constructor:",
            "toString",
            "\uffff");

    /** Anything can be typed, pasted or linked to. */
    @Test
    void whatNobodyWouldTypeIsTakenApartAndAnswered() {
        assertThat(call("parsedStrangely", 23, 20_000, SAMPLES)).isEqualTo(List.of());
        List<String> queries = strings(call("strangeQueries", 29, 150, SAMPLES));
        assertThat(queries).hasSize(150);
        for (Map<String, Object> answer : ask(queries.stream()
                .map(query -> question(query, Map.of("limit", 3)))
                .toList())) {
            assertThat(answer.get("total")).as("%s", answer).isInstanceOf(Number.class);
        }
    }

    @Test
    void noDamagedFileOfTheIndexIsTakenForAnother() throws IOException {
        List<String> paths = new ArrayList<>();
        for (String kind : List.of("g", "c", "t")) {
            try (Stream<Path> files = Files.walk(folder.resolve("site/search/" + kind))) {
                files.filter(Files::isRegularFile)
                        .sorted()
                        .limit(3)
                        .map(file ->
                                folder.resolve("site/search").relativize(file).toString())
                        .forEach(paths::add);
            }
        }
        assertThat(paths).hasSize(9);
        Map<?, ?> result = (Map<?, ?>) call("noticed", paths, 31, 200);
        assertThat(result.get("missed")).isEqualTo(List.of());
        assertThat((Long) result.get("noticed")).isBetween(9L * 195, 9L * 200);
    }

    private static Set<String> scan(Predicate<Written> holds) {
        Set<String> ids = new TreeSet<>();
        written.stream().filter(holds).forEach(reply -> ids.add(reply.id));
        return ids;
    }

    private static List<Object> question(String query, Map<String, Object> options) {
        return List.of(query, options);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> ask(List<List<Object>> questions) {
        return (List<Map<String, Object>>) call("answers", "./", questions);
    }

    private static Object call(String function, Object... arguments) {
        return browser.driver().executeAsyncScript("""
                const [name, given, done] = arguments;
                import("./tests.js").then((tests) => tests[name](...given)).then(done, (error) => done("failed: " + error.stack));
                """, function, Arrays.asList(arguments));
    }

    private static List<String> strings(Object list) {
        return list == null
                ? List.of()
                : ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static Map<String, Long> counts(Object facets, String facet) {
        Map<String, Long> counts = new TreeMap<>();
        for (Object value : (List<?>) ((Map<?, ?>) facets).get(facet)) {
            Map<?, ?> its = (Map<?, ?>) value;
            counts.put(String.valueOf(its.get("name")), ((Number) its.get("count")).longValue());
        }
        return counts;
    }
}
