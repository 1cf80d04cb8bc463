package dafu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dafu.cache.Saved;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A build that goes on from an earlier one says and writes, byte for byte, what a build from nothing does. */
class IncrementalTest extends ProjectTest {
    /** {@code -Dchanges=2000 -Dchanges.seed=7} for more of them, or for others. */
    private static final int CHANGES = Integer.getInteger("changes", 200);

    private static final long SEED = Long.getLong("changes.seed", 22560280279932L);

    private static final String SETTINGS = """
            title: 示例市答复档案
            base-url: https://example.org/
            per-page: 3
            topics: [{id: bus, name: 公交, aliases: [公共交通], synonyms: [巴士]}]
            outcomes: [{scheme: city, classes: [{code: A, label: 已解决, meaning: 已经解决}]}]
            """;

    private static final String PASTED = """

            贵委《天气预报查询发展夜班车的提案》收悉。

            我局增开两条夜班线路，末班车延到二十三点，沿线站牌同步更新，换乘站补了照明和遮雨棚。公交公司为夜班司机安排轮休室，\
            每个月核对客流，人少的时段改用小车，费用由市财政承担六成，其余由公司自筹。老城区巷子窄，大车进不去，我们和交警部门\
            一起看了路口，把四处转弯半径放大，又划出八个港湾式停靠点。学校放学时间另开两班接驳车，家长可以在校门口刷卡上车，\
            票价不变。偏远乡镇仍由预约车兜底，电话和小程序都能约。

            天气预报查询加密班次一事，已列入计划。
            """;

    private final Random random = new Random(SEED);
    private Project project;
    private final List<String> names = new ArrayList<>();
    private String settings = SETTINGS;
    private List<String> options = List.of();
    private int made;
    private int built;
    private int resumed;

    /** A change, by the name under which a failure speaks of it. */
    private interface Change {
        void make() throws IOException;
    }

    private final Map<String, Change> changes = new LinkedHashMap<>();

    @BeforeEach
    void begin() {
        project = project("");
        write("content/archive.yml", settings);
        for (int i = 0; i < 9; i++) {
            add();
        }
        write("content/pages/about.md", "---\ntitle: 关于\n---\n见[第一件](../replies/2023/a0.md)。\n");
        write("content/replies/2023/map.png", "png");
        changes.put("edit a text", () -> edit(some(), "\n第" + random.nextInt(100) + "路公交车已经延长。\n"));
        changes.put("edit a text again", changes.get("edit a text"));
        changes.put("mask something", () -> edit(some(), "\n联系人手机13000000000。\n"));
        changes.put("write what is found", () -> edit(some(), "\n已经落实了.请审阅\n"));
        changes.put("paste a phrase that no other letter has, and take it out", this::paste);
        changes.put("write the same phrase in another letter", () -> edit(some(), "\n天气预报查询。\n"));
        changes.put("write a heading", () -> edit(some(), "\n## 二、下一步" + random.nextInt(9) + "\n\n继续办理。\n"));
        changes.put("link a text", () -> edit(some(), "\n见[另一件](" + some().replaceFirst(".*/", "") + ".md#s2)。\n"));
        changes.put("link an address", () -> edit(some(), "\n见[列表](/replies/)和[别处](/topics/bus/)。\n"));
        changes.put("show a picture", () -> edit(some(), "\n![图](map.png)\n"));
        changes.put("shorten a text", this::shorten);
        changes.put("set a key", () -> set(some(), key()));
        changes.put("set a key again", changes.get("set a key"));
        changes.put("waive a rule", () -> set(some(), "waivers: [{rule: half-width, reason: 照原文}]"));
        changes.put("make a draft", () -> set(some(), "status: draft"));
        changes.put("withdraw", () -> set(some(), "status: withdrawn\nreason: 重复"));
        changes.put("add a reply", this::add);
        changes.put("delete a reply", this::delete);
        changes.put("rename a reply", this::rename);
        changes.put(
                "write what was asked", () -> write(file(some(), ".proposal.md"), "建议延长" + random.nextInt(9) + "路。\n"));
        changes.put("delete what was asked", () -> Files.deleteIfExists(path(file(some(), ".proposal.md"))));
        changes.put("change an attachment", () -> write("content/replies/2023/map.png", "png" + random.nextInt(9)));
        changes.put("delete an attachment", () -> Files.deleteIfExists(path("content/replies/2023/map.png")));
        changes.put("edit a page", () -> edit("pages/about", "\n又及" + random.nextInt(9) + "。\n"));
        changes.put("write a wrong key", () -> set(some(), "colour: red"));
        changes.put("write in another encoding", () -> project.write(file(some(), ".md"), "答复".getBytes("GB18030")));
        changes.put("check out what could be published last", this::mend);
        changes.put("change a layout", () -> write("layouts/page.mustache", layout()));
        changes.put("drop a layout", () -> Files.deleteIfExists(path("layouts/page.mustache")));
        changes.put(
                "change a string",
                () -> write("layouts/strings/zh-CN.yml", "replies: 全部答复" + random.nextInt(9) + "\n"));
        changes.put("change an asset", () -> write("layouts/assets/own.css", "p{margin:" + random.nextInt(9) + "px}"));
        changes.put("change the vocabulary", () -> settings(SETTINGS.replace("公共交通", "公共交通" + random.nextInt(9))));
        changes.put("change a setting", () -> settings(SETTINGS.replace("3", String.valueOf(2 + random.nextInt(4)))));
        changes.put("turn a rule off", () -> settings(SETTINGS + "rules-off: [half-width]\n"));
        changes.put("look from another day", () -> options = List.of("--as-of", "2025-01-0" + (1 + random.nextInt(9))));
        changes.put(
                "compare with what is public",
                () -> options = List.of("--against", path("public").toString()));
        changes.put("no options", () -> options = List.of());
        changes.put("publish", () -> copy(path("site"), path("public")));
        changes.put("nothing", () -> {});
        changes.put("touch the content", () -> touch("content"));
        changes.put("touch the site", () -> touch("site"));
        changes.put("change a text under the same times", () -> inDisguise(path(file(some(), ".md")), "公交", "交公"));
        changes.put("damage the site under the same times", () -> inDisguise(someFile("site"), "a", "b"));
        changes.put("damage the site", () -> Files.writeString(someFile("site"), "damaged"));
        changes.put("lose a file of the site", () -> Files.delete(someFile("site")));
        changes.put("lose the site", () -> empty(path("site")));
        changes.put("damage the memory", this::damage);
        changes.put("cut the memory off", () -> cut(memory()));
        changes.put("lose the memory", () -> Files.deleteIfExists(memory()));
        changes.put("lose all beside the site", () -> empty(path(".dafu")));
        changes.put("have the memory of another site", () -> {
            Path other = path("other/.dafu/site/memory");
            if (Files.exists(other) && Files.exists(memory())) {
                Files.copy(other, memory(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        });
        changes.put("be another program", this::foreign);
    }

    @Test
    void afterAnyChangeTheSiteAndTheFindingsAreThoseOfACleanBuild() throws IOException {
        List<String> all = List.copyOf(changes.keySet());
        assertThat(compare("at first")).isTrue();
        for (int i = 0; i < CHANGES; i++) {
            // The rarer ones must not drown the edits that go on from the build before.
            String name = random.nextInt(3) == 0 ? all.get(random.nextInt(7)) : all.get(random.nextInt(all.size()));
            changes.get(name).make();
            if (!compare("change " + i + ", " + name) && random.nextBoolean()) {
                mend();
            }
        }
        assertThat(built).as("builds that published, of %d", CHANGES).isGreaterThan(CHANGES / 2);
        assertThat(resumed).as("builds that went on, of %d", CHANGES).isGreaterThan(CHANGES / 6);
    }

    @Test
    void anEditedTextIsTheOnlyOneThatIsMadeAgain() throws IOException {
        assertThat(build("site").err()).isEmpty();
        SortedMap<String, String> before = project.files("site");
        edit("replies/2023/a4", "\n另有一路在建。\n");
        assertThat(build("site").out()).contains("重新生成 1 件");
        SortedMap<String, String> after = project.files("site");
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.keySet()
                .removeIf(name -> name.startsWith("search/")
                        || name.equals("data/index.html")
                        || after.get(name).equals(before.get(name)));
        assertThat(after.keySet())
                .containsExactly(
                        "data/datapackage.json",
                        "data/replies.csv",
                        "data/replies.jsonl",
                        "data/text-2023.jsonl",
                        "manifest-sha256.txt",
                        "replies/2023/a4/index.html");
    }

    @Test
    void aFreshCheckoutIsAsItWas() throws IOException {
        build("site");
        copy(path("content"), path("checkout"));
        empty(path("content"));
        copy(path("checkout"), path("content"));
        assertThat(build("site").out()).contains("重新生成 0 件");
    }

    @Test
    void moreEditedTextsThanMayBeHeldMakeAllAgain() throws IOException {
        for (int i = 9; i < 60; i++) {
            add();
        }
        names.forEach(name -> write(file(name, ".proposal.md"), "建议延长。\n"));
        build("site");
        names.subList(0, 20).forEach(name -> write(file(name, ".proposal.md"), "建议再延长。\n"));
        assertThat(build("site").out()).contains("重新生成 20 件");
        names.forEach(name -> write(file(name, ".proposal.md"), "建议缩短。\n"));
        assertThat(compare("all that was asked")).isTrue();
        assertThat(build("site").out()).contains("重新生成 0 件");
    }

    @Test
    void aPhraseThatMayBeAlienIsHeldAgainstAllLetters() throws IOException {
        write("content/replies/2023/a4.md", reply("", "现答复如下：\n"));
        assertThat(compare("at first")).isTrue();
        write("content/replies/2023/a4.md", reply("", PASTED));
        compare("a phrase");
        assertThat(build("site").err()).contains("hijack-alien-phrase");
        edit("replies/2023/a5", "\n天气预报查询。\n");
        compare("the same phrase elsewhere");
        assertThat(build("site").err()).doesNotContain("hijack-alien-phrase");
    }

    @Test
    void aChangedKeyMakesAllAgain() {
        build("site");
        set("replies/2023/a4", "outcome: A");
        assertThat(build("site").out()).contains("重新生成 9 件");
    }

    /** Whether it could be published. */
    private boolean compare(String change) throws IOException {
        SortedMap<String, String> before = project.files("site");
        Project.Outcome after = build("site");
        empty(path("other"));
        Project.Outcome clean = build("other/site");
        String as = "-Dchanges.seed=" + SEED + ": " + change;
        assertThat(after.err()).as(as).isEqualTo(clean.err().replace("other/site", "site"));
        assertThat(after.status()).as(as).isEqualTo(clean.status());
        SortedMap<String, String> expected = clean.status() == 0 ? project.files("other/site") : before;
        built += after.status() == 0 ? 1 : 0;
        resumed += after.out().matches("(?s).*重新生成 [0-4] 件.*") ? 1 : 0;
        SortedMap<String, String> site = new TreeMap<>(project.files("site"));
        assertThat(site.keySet()).as(as).isEqualTo(expected.keySet());
        site.keySet().removeIf(name -> site.get(name).equals(expected.get(name)));
        assertThat(site).as(as).isEmpty();
        if (after.status() == 0) {
            copy(path("content"), path("good"));
        }
        return after.status() == 0;
    }

    private Project.Outcome build(String site) {
        List<String> all = new ArrayList<>(List.of("--all", "--site", path(site).toString()));
        all.addAll(options);
        return project.build(all.toArray(String[]::new));
    }

    private void add() {
        int number = made++;
        String name = "replies/2023/a" + number;
        names.add(name);
        write("content/" + name + ".md", """
                ---
                title: 对第%1$d号提案的答复
                kind: proposal
                session: 市政协十四届二次会议
                number: "%1$03d"
                answering-body: 市交通运输局%2$d
                date: 202%3$d-03-%4$02d
                topics: [公交]
                ---

                您提出的第%1$d号提案收悉。

                ## 一、线路

                已经延长%1$d路公交。
                """.formatted(number, number % 2, 2 + number % 3, 1 + number % 28));
    }

    private void delete() throws IOException {
        if (names.size() > 4) {
            String name = names.remove(random.nextInt(names.size()));
            Files.deleteIfExists(path(file(name, ".md")));
            Files.deleteIfExists(path(file(name, ".proposal.md")));
        }
    }

    private void rename() throws IOException {
        int at = random.nextInt(names.size());
        String name = "replies/2023/b" + made++;
        if (Files.exists(path(file(names.get(at), ".md")))) {
            Files.move(path(file(names.get(at), ".md")), path(file(name, ".md")));
            names.set(at, name);
        }
    }

    /** Goes back to what could be published last. */
    private void mend() throws IOException {
        copy(path("good"), path("content"));
        settings = text("content/archive.yml");
        options = List.of();
        names.clear();
        try (Stream<Path> files = Files.walk(path("content"))) {
            files.map(file -> path("content").relativize(file).toString().replace('\\', '/'))
                    .filter(name ->
                            name.startsWith("replies/") && name.endsWith(".md") && !name.endsWith(".proposal.md"))
                    .map(name -> name.substring(0, name.length() - 3))
                    .sorted()
                    .forEach(names::add);
        }
    }

    private String key() {
        String[] keys = {
            "title: 对第七号提案的答复" + random.nextInt(9),
            "kind: suggestion",
            "session: 市人大一次会议",
            "number: \"0" + random.nextInt(30) + "\"",
            "proposal-title: 关于延长公交的提案" + random.nextInt(9),
            "proposers: [民盟示例市委, 九三学社]",
            "answering-body: 市公安局" + random.nextInt(3),
            "supporting-bodies: [市财政局]",
            "assigned: 2022-01-01",
            "date: 2023-0" + (1 + random.nextInt(9)) + "-02",
            "published: 2025-02-0" + (1 + random.nextInt(9)),
            "document-number: 示交字〔2022〕5" + random.nextInt(9) + "号",
            "outcome: A",
            "satisfaction: {handling: 满意}",
            "extent: withheld\nreason: 涉密",
            "summary: 一句话" + random.nextInt(9),
            "topics: [公共交通, 港口" + random.nextInt(3) + "]",
            "contact: {office: 办公室, phone: 0730-0000000}",
            "attachments: [{file: map.png, title: 图}]",
            "follows: " + some(),
            "supersedes: " + some(),
            "corrections: [{date: 2024-11-0" + (1 + random.nextInt(9)) + ", note: 更正里程}]",
            "aliases: [/old/" + random.nextInt(20) + "/]",
        };
        return keys[random.nextInt(keys.length)];
    }

    /** Writes a key with its value in place of what was there. */
    private void set(String name, String key) {
        String file = file(name, ".md");
        if (Files.exists(path(file))) {
            String word = key.substring(0, key.indexOf(':'));
            String text = text(file).replaceAll("(?m)^" + word + ": .*\\n", "");
            write(
                    file,
                    text.replaceFirst("---\\n", "---\n" + key + "\n")
                            .replaceFirst("^(---\\n)(.*\\n)(title: .*\\n)", "$1$3$2"));
        }
    }

    private void edit(String name, String more) {
        String file = file(name, ".md");
        if (Files.exists(path(file))) {
            write(file, text(file) + more);
        }
    }

    private void shorten() {
        String file = file(some(), ".md");
        if (Files.exists(path(file))) {
            String text = text(file);
            write(file, text.substring(0, Math.max(text.indexOf("收悉。"), 0) + 4 + random.nextInt(4)) + "\n");
        }
    }

    private void settings(String text) {
        settings = text;
        write("content/archive.yml", text);
    }

    private static String layout() {
        try (var packed = IncrementalTest.class.getResourceAsStream("/layouts/page.mustache")) {
            return new String(packed.readAllBytes(), UTF_8) + "<!-- " + System.nanoTime() % 7 + " -->\n";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String some() {
        return names.get(random.nextInt(names.size()));
    }

    private static String file(String name, String ending) {
        return "content/" + name + ending;
    }

    private Path someFile(String below) throws IOException {
        try (Stream<Path> files = Files.walk(Files.createDirectories(path(below)))) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            return all.isEmpty()
                    ? Files.createFile(path("spare" + System.nanoTime()))
                    : all.get(random.nextInt(all.size()));
        }
    }

    /** Changes a file and keeps its size and the time of its change; what the system keeps by itself is enough. */
    private static void inDisguise(Path file, String from, String to) throws IOException {
        if (Files.exists(file)) {
            FileTime time = Files.getLastModifiedTime(file);
            String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
            String other = text.replace(
                    new String(from.getBytes(UTF_8), java.nio.charset.StandardCharsets.ISO_8859_1),
                    new String(to.getBytes(UTF_8), java.nio.charset.StandardCharsets.ISO_8859_1));
            Files.writeString(file, other, java.nio.charset.StandardCharsets.ISO_8859_1);
            Files.setLastModifiedTime(file, time);
        }
    }

    /** With such a phrase in the archive all is made anew, so it does not stay. */
    private void paste() throws IOException {
        String name = some();
        String file = file(name, ".md");
        byte[] text = Files.readAllBytes(path(file));
        edit(name, PASTED);
        compare("a pasted phrase");
        project.write(file, text);
    }

    /** Gives files other times, some long ago, so that what is taken from times alone is tried too. */
    private void touch(String below) throws IOException {
        try (Stream<Path> files = Files.walk(Files.createDirectories(path(below)))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Files.setLastModifiedTime(
                        file, FileTime.from(Instant.ofEpochSecond(1_600_000_000L + random.nextInt(1000))));
            }
        }
    }

    private Path memory() {
        return path(".dafu/site/memory");
    }

    private void damage() throws IOException {
        if (Files.exists(memory())) {
            byte[] bytes = Files.readAllBytes(memory());
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(memory(), bytes);
        }
    }

    private void cut(Path file) throws IOException {
        if (Files.exists(file)) {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        }
    }

    /** What another version of the program would leave: the same under another key. */
    private void foreign() throws IOException {
        if (Files.exists(memory())) {
            Saved.write(
                    memory(),
                    "another program",
                    new Memory.Remembered(
                            "", true, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), new long[0]));
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        empty(to);
        if (Files.exists(from)) {
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target = to.resolve(from.relativize(file));
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }

    private Path path(String name) {
        return project.path(name);
    }

    /** A file as text; what is no text in it is of no use here. */
    private String text(String name) {
        try {
            return new String(Files.readAllBytes(path(name)), UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void write(String name, String text) {
        project.write(name, text.getBytes(UTF_8));
    }
}
