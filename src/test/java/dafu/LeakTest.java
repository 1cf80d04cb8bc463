package dafu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dafu.cli.Console;
import dafu.cli.Main;
import dafu.model.Metadata;
import dafu.model.PageHead;
import dafu.model.Schema;
import dafu.model.Settings;
import dafu.text.Cases;
import dafu.text.Message.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

/** Personal data in every place that an editor can write, and in everything that comes out: nowhere. */
class LeakTest extends ProjectTest {
    private static final String MOBILE = "13000000170";
    private static final String CARD = "110101190001010014";
    private static final String BANK = "6200000000000179";
    private static final String MAIL = "zhangsanfeng@qq.com";
    private static final String PLATE = "湘F12345";
    private static final String HOME = "幸福小区3栋2单元501室";
    private static final String ALL =
            "手机%s，身份证%s，银行卡%s，邮箱%s，车牌%s，家住%s".formatted(MOBILE, CARD, BANK, MAIL, PLATE, HOME);

    /** What can be read of each in an output, without what stands between its characters. */
    private static final List<String> NEVER = List.of(MOBILE, CARD, BANK, "zhangsan", "sanfeng", "F12345", "3栋2单元501室");

    /** Ways to write a number so that a reader can read it and a simple pattern cannot. */
    private static final List<String> DISGUISES = List.of(
            "手机130**0000**0170",
            "手机130<b>0000</b>0170",
            "手机&#49;30000&#48;0170",
            "手机130-0000-0170",
            "手机１３００００００１７０",
            "手机一三〇〇〇〇〇〇一七〇",
            "手机130 `0000` 0170",
            "| 手机 | 130 | 0000 | 0170 |\n| - | - | - | - |",
            "身份证110101<i>19000101</i>0014",
            "银行卡6200 0000 0000 0179",
            "邮箱zhangsanfeng&#64;qq.com",
            "车牌湘<b>F</b>·12345",
            "家住幸福小区**3**栋2单元501室");

    private static final Pattern PATH = Pattern.compile("(?m)^(content/\\S+?|layouts/\\S+?):\\d+:\\d+: error\\[");

    /** As many as help to mend them. */
    private static final int MOST = 30;

    private final List<String> leaks = new ArrayList<>();

    @Test
    void noReplyLetsItOut() throws IOException {
        List<String> replies = new ArrayList<>();
        keys(Metadata.SCHEMA, ALL).forEach(keys -> replies.add(reply(keys, "公开")));
        for (String key : List.of("title", "answering-body", "date")) {
            replies.add(reply("", "公开").replaceFirst("(?m)^" + key + ": .*", key + ": " + ALL));
        }
        for (String keys : List.of(
                "%s: x\n",
                "unknown-%s: x\n",
                "unknown: {%s: [%s]}\n",
                "%s\n",
                "summary: [%s\n",
                "summary: {%s\n",
                "summary: \"%s\n",
                "summary: *%s\n",
                "summary: &a %s\n",
                "summary: |\n  %s\n",
                "summary: >-\n  %s\n",
                "# %s\n",
                "summary: a\nsummary: %s\n",
                "\t%s\n",
                "kind: !!%s a\n",
                "waivers: [{rule: half-width, reason: %s}]\n",
                "number: \"\\u0031\\x330000\\x300017\\u0030\"\n")) {
            replies.add(reply(keys.replace("%s", ALL), "公开"));
            replies.add(reply(keys.replace("%s", MOBILE), "公开"));
        }
        for (String body : List.of(
                "# %s",
                "%s",
                "![%s](a.png)",
                "![a](%s.png)",
                "[%s](https://example.org/)",
                "[a](https://example.org/?m=%s)",
                "[a](tel:%s)",
                "[a](mailto:%s)",
                "<%s>",
                "[a][b]\n\n[b]: https://example.org/%s \"%s\"",
                "`%s`",
                "```%s\n%s\n```",
                "    %s",
                "a[^1]\n\n[^1]: %s",
                "a[^%s]\n\n[^%s]: a",
                "> %s\n\n- %s\n1. %s",
                "| %s | a |\n| - | - |\n| %s | b |",
                "<b title=\"%s\">%s</b>",
                "<!-- %s -->",
                "<script>%s</script>",
                "《%s》（%s",
                "(%s),半角;%s!",
                "---\n%s\n---")) {
            replies.add(reply("", body.replace("%s", ALL)));
            replies.add(reply("", body.replace("%s", MOBILE)));
        }
        DISGUISES.forEach(written -> replies.add(reply("", written)));
        DISGUISES.forEach(written -> replies.add(reply("summary: '" + written.replace("\n", " ") + "'\n", "公开")));
        replies.add("---\n" + ALL);
        replies.add(ALL);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < replies.size(); i++) {
            text.append("-- content/replies/2024/r")
                    .append(i)
                    .append(".md --\n")
                    .append(replies.get(i));
        }
        text.append("-- content/replies/2024/p.md --\n").append(reply("", "公开"));
        text.append("-- content/replies/2024/p.proposal.md --\n" + ALL + String.join("\n\n", DISGUISES) + "\n");
        text.append("-- content/replies/2024/q.md --\n").append(reply("", "公开"));
        text.append("-- content/replies/2024/q.proposal.md --\n" + ALL + "\n");
        text.append("-- content/replies/2024/alone.proposal.md --\n" + ALL + "\n");
        everything(project(text.toString()));
    }

    @Test
    void noNameAndNoAttachmentLetsItOut() throws IOException {
        StringBuilder text = new StringBuilder();
        List<String> names = List.of(
                MOBILE, "m" + MOBILE, "m-" + MOBILE, "130-0000-0170", CARD, BANK, MAIL, PLATE, HOME, "手机" + MOBILE);
        int replies = 0;
        for (String name : names) {
            text.append("-- content/replies/" + name + ".md --\n" + reply("", "公开"));
            text.append("-- content/replies/" + name + "/a.md --\n" + reply("", "公开"));
            text.append("-- content/pages/" + name + ".md --\n---\ntitle: 说明\n---\n公开\n");
            text.append("-- content/" + name + ".md --\n公开\n");
            for (String ending : List.of("csv", "txt", "pdf", "png")) {
                String file = name + "." + ending;
                text.append("-- content/replies/2024/" + file + " --\n公开\n");
                text.append("-- content/replies/2024/n" + replies++ + ".md --\n"
                        + reply("attachments: [{file: " + file + "}]\n", "![a](" + file + ") [b](" + file + ")"));
            }
            text.append("-- content/replies/2024/n" + replies++ + ".md --\n"
                    + reply("aliases: [/" + name + "/]\n", "[a](" + name + ".md) [b](../absent/" + name + ".md)"));
        }
        List<String> contents = new ArrayList<>(DISGUISES);
        contents.add(ALL);
        contents.add("姓名,手机\n某," + MOBILE + "\n");
        contents.add("姓名;手机\n某;130 0000 0170\n");
        for (String content : contents) {
            for (String ending : List.of("csv", "txt", "json", "html", "svg", "md")) {
                String file = "c" + replies + "." + (ending.equals("md") ? "csv" : ending);
                text.append("-- content/replies/2024/" + file + " --\n" + content + "\n");
                text.append("-- content/replies/2024/n" + replies++ + ".md --\n"
                        + reply("attachments: [{file: " + file + "}]\n", "公开"));
            }
        }
        everything(project(text.toString()));
    }

    @Test
    void noPageNoSettingAndNoLayoutLetsItOut() throws IOException {
        String one = "-- content/replies/2024/a.md --\n" + reply("topics: [公交]\n", "公开");
        List<String> settings = new ArrayList<>(List.of(
                "title: " + ALL + "\ndescription: " + ALL + "\npublisher: " + ALL + "\nlicence: " + ALL + "\nnotice: "
                        + ALL + "\nfilings: [" + ALL + "]\n",
                "topics: [{id: a, name: 公交, aliases: [" + ALL + "], synonyms: [" + ALL + "]}]\n",
                "outcomes: [{scheme: a, name: " + ALL + ", classes: [{code: A, label: " + ALL + ", meaning: " + ALL
                        + "}]}]\n",
                "words: [{wrong: 公开, right: " + ALL + "}]\n",
                "base-url: https://example.org/" + MOBILE + "/\n",
                ALL + "\n",
                "title: [" + ALL,
                MOBILE + ": a\n"));
        // A key that stands twice is a mistake of its own: the shapes go by turns.
        List<String> shapes = keys(Settings.SCHEMA, ALL);
        Set<String> named = new HashSet<>();
        while (!shapes.isEmpty()) {
            named.clear();
            StringBuilder some = new StringBuilder();
            shapes.removeIf(shape -> {
                boolean first = named.add(shape.substring(0, shape.indexOf(':')));
                some.append(first ? shape : "");
                return first;
            });
            settings.add(some.toString());
        }
        for (String setting : settings) {
            Project project = project(one + "-- content/archive.yml --\n" + setting);
            run(project, "build", "--all", "--site", project.path("site").toString());
            look(project);
        }
        StringBuilder pages = new StringBuilder(one);
        int number = 0;
        for (String head : keys(PageHead.SCHEMA, ALL)) {
            pages.append("-- content/pages/h" + number++ + ".md --\n---\ntitle: 说明\n" + head + "---\n公开\n");
        }
        for (String body : DISGUISES) {
            pages.append(
                    "-- content/pages/h" + number++ + ".md --\n---\ntitle: 说明\n---\n" + ALL + "\n\n" + body + "\n");
        }
        everything(project(pages.toString()));
        for (String written : List.of(ALL, DISGUISES.get(1), "{{" + MOBILE + "}}", "{{#" + MOBILE + "}}")) {
            StringBuilder layouts = new StringBuilder(one);
            for (String layout :
                    List.of("footer.mustache", "header.mustache", "assets/a.css", "assets/" + MOBILE + ".txt")) {
                layouts.append("-- layouts/" + layout + " --\n" + written + "\n");
            }
            Project project = project(layouts.toString());
            run(project, "build", "--all", "--site", project.path("site").toString());
            look(project);
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void importingDoesNotLetItOut() {
        String letter = """
                对市政协十四届二次会议第038号提案的答复

                张某委员：

                您提出的《关于社区食堂的提案》收悉，现答复如下：

                %s

                示例市民政局

                联系人：张某 13000000170

                2023年6月28日
                """.formatted(ALL);
        Project project = project("-- a.txt --\n" + letter
                + "-- b.html --\n<title>" + ALL + "</title><meta name=ArticleTitle content='" + ALL + "'><p>"
                + letter.replace("038", "039").replace("\n\n", "</p><p>") + "<img alt='" + ALL + "' src=" + MOBILE
                + ".png>"
                + "-- c.csv --\n标题,编号,承办单位,答复日期,答复内容," + MOBILE + "\n" + ALL + "," + MOBILE + ",甲局,2024-01-02," + ALL
                + "\n"
                + "-- " + MOBILE + ".txt --\n" + letter.replace("038", "040")
                + "-- content/archive.yml --\ntitle: a\n");
        for (String file : List.of("a.txt", "b.html", "c.csv", MOBILE + ".txt", MOBILE + ".pdf")) {
            run(project, "import", project.path(file).toString(), "--source-url", "https://example.org/?q=手机" + MOBILE);
            run(project, "import", project.path(file).toString(), "--map", MOBILE + "=" + MOBILE);
        }
        assertThat(project.files("content").keySet()).contains("replies/2023/cppcc-14-2-038.md");
        project.files("content").forEach((file, text) -> see(file, file + "\n" + utf8(text)));
        assertThat(leaks).isEmpty();
    }

    @Test
    void wrongUsageDoesNotLetItOut() {
        Project project = project("-- content/replies/2024/a.md --\n" + reply("", "公开"));
        for (String[] arguments : new String[][] {
            {MOBILE},
            {"--" + MOBILE},
            {"check", "--threads", MOBILE},
            {"check", "--as-of", MOBILE},
            {"check", "--format", MOBILE},
            {"check", "--report", MOBILE},
            {"check", "--against", "/no/" + MOBILE},
            {"check", "--layouts", "/no/" + MOBILE},
            {"build", "--site", "/no/" + MOBILE + "\0"},
            {"verify", "/no/" + MOBILE},
            {"verify", "--root", MOBILE},
            {"import", "/no/" + MOBILE}
        }) {
            run(project, arguments);
        }
        assertThat(leaks).isEmpty();
    }

    /** Every line that the masks leave alone passes the gate as a reply's text, as a summary and as an attachment. */
    @Test
    void noHonestLineStopsABuild() {
        StringBuilder text = new StringBuilder();
        List<String> honest = Cases.in("privacy-honest.txt");
        for (int i = 0; i < honest.size(); i++) {
            String line = honest.get(i);
            String cells = "编号,内容\n" + i + ",\"" + line.replace("\"", "\"\"") + "\"\n";
            String quoted =
                    "\"" + line.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + "\"";
            text.append("-- content/replies/2024/h" + i + ".md --\n")
                    .append(reply("summary: " + quoted + "\nattachments: [{file: h" + i + ".csv}]\n", line))
                    .append("-- content/replies/2024/h" + i + ".csv --\n" + cells);
        }
        Project project = project(text.toString());
        Project.Outcome outcome = project.build("--all");
        assertThat(outcome.err().lines().filter(line -> line.matches(".*(?:: error\\[|privacy-).*")))
                .isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(project.text("site/replies/2024/h0/h0.csv")).contains(honest.get(0));
    }

    /** A key with this text as a value, as a list, and in each key of its parts. */
    private static List<String> keys(Schema<?> schema, String text) {
        List<String> keys = new ArrayList<>();
        for (Schema.Field field : schema.fields()) {
            keys.add(field.name() + ": " + text + "\n");
            keys.add(field.name() + ": [" + text + "]\n");
            field.nested()
                    .ifPresent(nested -> nested.fields().forEach(part -> {
                        keys.add(field.name() + ": {" + part.name() + ": " + text + "}\n");
                        keys.add(field.name() + ": [{" + part.name() + ": " + text + ", " + MOBILE + ": a}]\n");
                    }));
        }
        return keys;
    }

    /** All that is said of a project; then of the files in it that are without errors, and the site they make. */
    private void everything(Project project) throws IOException {
        run(project, "check", "--all");
        for (String format : List.of("json", "github", "gitlab")) {
            run(
                    project,
                    "check",
                    "--all",
                    "--format",
                    format,
                    "--summary",
                    project.path("summary.md").toString());
        }
        see("summary.md", project.text("summary.md"));
        run(project, "check", "--lang", "en");
        String site = project.path("site").toString();
        String found = run(project, "build", "--all", "--site", site);
        assertThat(project.files("site")).isEmpty();
        for (int rounds = 0; found.contains(": error["); rounds++) {
            assertThat(rounds)
                    .as(found.replaceAll("(?m)^(?!.*: error\\[).*\n", ""))
                    .isLessThan(12);
            withoutErrors(project, found);
            found = run(project, "build", "--all", "--site", site);
        }
        assertThat(project.files("site")).containsKey("index.html");
        look(project);
        run(project, "verify", site);
        for (String report : List.of("series", "inspection")) {
            for (String format : List.of("text", "csv", "json")) {
                run(project, "check", "--report", report, "--format", format);
            }
        }
        for (String file : project.files("content").keySet()) {
            if (file.endsWith(".md")) {
                project.write(
                        "content/" + file, (project.text("content/" + file) + "\n补充," + ALL + "\n").getBytes(UTF_8));
            }
        }
        run(project, "check", "--all", "--against", site);
        run(project, "check", "--all", "--fix");
        run(project, "build", "--all", "--against", site, "--site", site);
        look(project);
        assertThat(leaks).isEmpty();
    }

    /** Files and folders are named as printed: masked, so that one is found by what its mask leaves. */
    private static void withoutErrors(Project project, String found) throws IOException {
        List<Pattern> paths = PATH.matcher(found)
                .results()
                .map(path -> Pattern.compile(Stream.of(path.group(1).split("\\*", -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining("."))
                        + "(?:/.*)?"))
                .toList();
        Path root = project.path("");
        try (Stream<Path> files = Files.walk(project.path("content"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                String path = root.relativize(file).toString();
                if (isDisguised(file)
                        || paths.stream().anyMatch(each -> each.matcher(path).matches())) {
                    // A folder that still holds others stays.
                    assertThat(file.toFile().delete() || Files.isDirectory(file))
                            .isTrue();
                }
            }
        }
    }

    /** The gate stops one number at its first place alone: the other files that hold it go as well. */
    private static boolean isDisguised(Path file) throws IOException {
        String name = file.getFileName().toString();
        boolean named = NEVER.stream().anyMatch(name::contains) || name.contains("130-0000-0170");
        if (Files.isDirectory(file)) {
            return named;
        }
        String text = Files.readString(file);
        return named
                || DISGUISES.stream().anyMatch(written -> text.contains(written.replace('\n', ' ')))
                || DISGUISES.stream().anyMatch(text::contains);
    }

    /** Reads what was written, packed or not, with the names of the files. */
    private void look(Project project) {
        for (String below : List.of("site", ".dafu")) {
            project.files(below).forEach((file, bytes) -> see(file, file + "\n" + utf8(unpacked(bytes))));
        }
    }

    private static String unpacked(String bytes) {
        if (!bytes.startsWith("\u0078\u009C")) {
            return bytes;
        }
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes.getBytes(ISO_8859_1)))) {
            return new String(in.readAllBytes(), ISO_8859_1);
        } catch (IOException notPacked) {
            return bytes;
        }
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(ISO_8859_1), UTF_8);
    }

    private String run(Project project, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (arguments[0].matches("check|build|import")) {
            all.addAll(List.of("--content", project.path("content").toString()));
        }
        if (arguments[0].matches("check|build") && !all.contains("--layouts")) {
            all.addAll(List.of("--layouts", project.path("layouts").toString()));
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, UTF_8);
        int status = Main.run(new Console(out, out, Language.ZH), all.toArray(String[]::new));
        String text = said.toString(UTF_8).replace(project.path("") + "/", "");
        assertThat(status).as(text).isIn(Main.DONE, Main.FOUND, Main.FAILED);
        see(String.join(" ", arguments), text);
        return text;
    }

    /** Holds a text that came out against what may never come out. */
    private void see(String where, String text) {
        for (String line : bare(text).lines().toList()) {
            for (String never : NEVER) {
                int at = line.indexOf(never);
                if (at >= 0 && leaks.size() < MOST) {
                    int from = Math.max(0, at - 30);
                    leaks.add(where + ": " + line.substring(from, Math.min(line.length(), at + 30)));
                }
            }
        }
    }

    /** A text as somebody would put it together who wants to read a number in it. */
    private static String bare(String text) {
        String decoded = text;
        try {
            decoded = text.contains("%") ? URLDecoder.decode(text.replace("+", " "), UTF_8) : text;
        } catch (IllegalArgumentException notEncoded) {
            decoded = text;
        }
        Matcher entity = Pattern.compile("&#(x?)(\\p{XDigit}{1,6});").matcher(decoded);
        decoded = entity.replaceAll(found -> Matcher.quoteReplacement(Character.toString(
                Integer.parseInt(found.group(2), found.group(1).isEmpty() ? 10 : 16))));
        String folded = Normalizer.normalize(decoded, Normalizer.Form.NFKC);
        StringBuilder plain = new StringBuilder();
        for (char c : folded.replaceAll("<[^<>]*>|&\\w+;", "").toCharArray()) {
            int digit = "零一二三四五六七八九".indexOf(c == '〇' ? '零' : c);
            plain.append(digit >= 0 ? Character.forDigit(digit, 10) : c);
        }
        return plain.toString().replaceAll("[^0-9A-Za-z\\n\\u4E00-\\u9FFF]", "");
    }
}
