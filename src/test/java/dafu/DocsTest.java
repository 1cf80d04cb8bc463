package dafu;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.model.Html;
import dafu.model.Json;
import dafu.model.Metadata;
import dafu.model.Schema;
import dafu.model.Settings;
import dafu.page.Pages;
import dafu.text.Rule;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The tables in the documents say what the code says. After a change of keys or views run
 * {@code mvn test -Dtest=DocsTest -Ddocs=write} and read the diff.
 */
class DocsTest {
    @Test
    void theEditorsTableOfKeysIsTheSchema() throws IOException {
        holds(Path.of("content/README.md"), "keys", keys(Metadata.SCHEMA));
    }

    @Test
    void theEditorsTableOfSettingsIsTheSchema() throws IOException {
        holds(Path.of("content/README.md"), "settings", keys(Settings.SCHEMA));
    }

    @Test
    void theTablesOfRulesAreTheRegistry() throws IOException {
        StringBuilder zh = new StringBuilder(
                "| 规则 | 级别 | 找什么 | 例 | 怎样改 | 自动 | 停用 | 豁免 |\n" + "| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        StringBuilder en = new StringBuilder(
                "| rule | severity | finds | how to mend | --fix | off | waive |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        for (Rule rule : Rule.all()) {
            String first = "| `" + rule.id() + "` | " + rule.severity() + " | ";
            String may = " | " + mark(rule, "fix") + " | " + mark(rule, "off") + " | " + mark(rule, "waive") + " |\n";
            Map<String, String> words = rule.words();
            zh.append(first + words.get("zh") + " | " + cell(words.get("eg")) + " | " + words.get("do") + may);
            en.append(first + words.get("en") + " | " + words.get("to") + may);
        }
        holds(Path.of("src/docs/rules.md"), "rules", zh.toString());
        holds(Path.of("src/docs/rules.md"), "rules-en", en.toString());
    }

    private static String mark(Rule rule, String may) {
        return rule.may().contains(may) ? "✓" : "";
    }

    private static String cell(String example) {
        return example.replace("|", "\\|").replace("<", "&lt;").replace("[", "\\[");
    }

    @Test
    void theTableOfLayoutsIsWhatTheyReceive() throws IOException {
        holds(Path.of("layouts/README.md"), "views", views());
    }

    @Test
    void theSchemasForEditorsAreTheSchema() throws IOException {
        for (Path folder : List.of(Path.of("src/main/resources/dafu/model"), Path.of("content/.schema"))) {
            same(folder.resolve("reply.schema.json"), EditorSchema.of(Metadata.SCHEMA));
            same(folder.resolve("archive.schema.json"), EditorSchema.of(Settings.SCHEMA));
        }
    }

    private static void same(Path file, String text) throws IOException {
        if ("write".equals(System.getProperty("docs"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } else {
            assertThat(Files.readString(file)).isEqualTo(text);
        }
    }

    private static void holds(Path file, String name, String table) throws IOException {
        String text = Files.readString(file);
        String begin = "<!-- " + name + " -->\n";
        String end = "<!-- /" + name + " -->";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        assertThat(to).as("the marks of %s in %s", name, file).isGreaterThanOrEqualTo(from);
        if ("write".equals(System.getProperty("docs"))) {
            Files.writeString(file, text.substring(0, from) + table + text.substring(to));
        } else {
            assertThat(text.substring(from, to)).isEqualTo(table);
        }
    }

    private static String keys(Schema<?> schema) {
        StringBuilder table = new StringBuilder("| 键 | 中文键 | 写什么 | 说明 | Meaning |\n| --- | --- | --- | --- | --- |\n");
        for (Schema.Field field : schema.fields()) {
            row(table, "", field);
            field.nested().ifPresent(nested -> nested.fields().forEach(f -> row(table, field.name() + ".", f)));
        }
        return table.toString();
    }

    private static void row(StringBuilder table, String prefix, Schema.Field field) {
        table.append("| `")
                .append(prefix)
                .append(field.name())
                .append(field.required() ? "` **必填** | " : "` | ")
                .append(String.join("、", field.zh()))
                .append(" | ")
                .append(kind(field))
                .append(" | ")
                .append(field.about())
                .append(" | ")
                .append(field.aboutEn())
                .append(" |\n");
    }

    private static String kind(Schema.Field field) {
        return switch (field.kind()) {
            case TEXT -> "文字";
            case DATE -> "日期 `2023-07-05`";
            case WHOLE -> "整数";
            case YES_NO -> "`true`（是）或 `false`（否）";
            case TEXTS -> "一个或一列";
            case RECORD -> "一组键";
            case RECORDS -> "一列，每项一组键";
            case CHOICE ->
                String.join(
                        "、",
                        field.choices().stream()
                                .map(c -> "`" + c.id() + "`（" + c.zh() + "）")
                                .toList());
        };
    }

    private static String views() {
        StringBuilder out = new StringBuilder();
        Set<Class<?>> shared = new LinkedHashSet<>();
        Map<String, Class<? extends Record>> views = new TreeMap<>(Pages.VIEWS);
        views.forEach((layout, view) -> {
            out.append("### ").append(layout).append(".mustache\n\n");
            components(out, view, shared);
        });
        Deque<Class<?>> waiting = new ArrayDeque<>(shared);
        List<Class<?>> done = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Class<?> type = waiting.poll();
            if (!done.contains(type)) {
                done.add(type);
                out.append("### ").append(name(type)).append("\n\n");
                Set<Class<?>> more = new LinkedHashSet<>();
                components(out, type, more);
                waiting.addAll(more);
            }
        }
        return out.toString();
    }

    private static void components(StringBuilder out, Class<?> type, Set<Class<?>> mentioned) {
        out.append("| name | what |\n| --- | --- |\n");
        for (RecordComponent component : type.getRecordComponents()) {
            out.append("| `")
                    .append(component.getName())
                    .append("` | ")
                    .append(describe(component.getGenericType(), mentioned))
                    .append(" |\n");
        }
        for (var method : java.util.Arrays.stream(type.getDeclaredMethods())
                .filter(m -> m.getReturnType() == boolean.class && m.getParameterCount() == 0)
                .filter(m -> java.util.Arrays.stream(type.getRecordComponents())
                        .noneMatch(c -> c.getName().equals(m.getName())))
                .sorted(java.util.Comparator.comparing(java.lang.reflect.Method::getName))
                .toList()) {
            out.append("| `").append(method.getName()).append("` | yes or no |\n");
        }
        out.append('\n');
    }

    /** With the page's name before it, since pages have entries, links and figures of their own. */
    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : outer.getSimpleName() + "." + type.getSimpleName();
    }

    private static String describe(Type type, Set<Class<?>> mentioned) {
        if (type instanceof ParameterizedType generic) {
            String inner = describe(generic.getActualTypeArguments()[0], mentioned);
            return generic.getRawType() == List.class ? "list of " + inner : inner + ", may be absent";
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord() && plain != Html.class && plain != Json.class) {
            mentioned.add(plain);
            String anchor = name(plain).replace(".", "").toLowerCase(java.util.Locale.ROOT);
            return "[" + name(plain) + "](#" + anchor + ")";
        }
        return switch (plain.getSimpleName()) {
            case "String" -> "text";
            case "int" -> "number";
            case "boolean" -> "yes or no";
            case "Html" -> "markup, written `{{{…}}}`";
            case "Json" -> "data for programs, written `{{{…}}}` in a script of type `application/ld+json`";
            default -> plain.getSimpleName();
        };
    }
}
