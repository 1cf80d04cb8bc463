package dafu.cli;

import dafu.cache.Hash;
import dafu.model.Csv;
import dafu.model.Json;
import dafu.report.Table;
import dafu.text.Diagnostic;
import dafu.text.Location;
import dafu.text.Message.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What stands on standard output beside the findings on standard error: nothing, JSON, or what a forge makes into notes
 * beside the lines of a merge request.
 */
enum Format {
    TEXT,
    JSON,
    /** Of reports alone. */
    CSV,
    /** Workflow commands. */
    GITHUB,
    /** A Code Quality report. */
    GITLAB;

    /** GitLab reads a file that its configuration names, not the log: there the form has to be asked for. */
    static Format of(Map<String, String> environment) {
        return "true".equals(environment.get("GITHUB_ACTIONS")) ? GITHUB : TEXT;
    }

    /** Whether standard output is read by a program, so that nothing else may stand there. */
    boolean forProgram() {
        return this == JSON || this == CSV || this == GITLAB;
    }

    /** Prints tables as words, or as data the last of them; then standard output belongs to the program that reads it. */
    void print(Console console, Table... tables) {
        if (forProgram()) {
            console.speakOnError();
        }
        Table data = tables[tables.length - 1];
        switch (this) {
            case CSV -> {
                console.out().print(Csv.BYTE_ORDER_MARK + line(data.head()));
                data.rows().forEach(row -> console.out().print(line(row)));
            }
            case JSON ->
                console.out()
                        .println(Json.of(data.rows().stream()
                                .map(row -> object(data.head(), row))
                                .toList()));
            case TEXT, GITHUB, GITLAB ->
                Stream.of(tables).filter(table -> !table.rows().isEmpty()).forEach(table -> {
                    console.say(table);
                    console.say("");
                });
        }
    }

    private static String line(List<String> cells) {
        return Csv.line(cells.stream().map(Console::masked).toList());
    }

    private static Map<String, String> object(List<String> names, List<String> values) {
        Map<String, String> object = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            object.put(names.get(i), Console.masked(values.get(i)));
        }
        return object;
    }

    List<String> lines(Findings findings, Console console) {
        return switch (this) {
            case TEXT, CSV -> List.of();
            case JSON -> List.of(Json.of(json(findings, console)).text());
            case GITHUB ->
                findings.shown().stream().map(f -> command(f, console)).toList();
            case GITLAB -> List.of(Json.of(codeQuality(findings, console)).text());
        };
    }

    private static Map<String, Object> json(Findings findings, Console console) {
        return Json.ordered(
                "errors",
                findings.errors(),
                "warnings",
                findings.warnings(),
                "findings",
                findings.all().stream().map(f -> json(f, console)).toList());
    }

    private static Map<String, Object> json(Diagnostic finding, Console console) {
        Location at = finding.location();
        return Json.ordered(
                "path", Console.masked(at.path()),
                "line", at.line(),
                "column", at.column(),
                "length", at.length(),
                "severity", finding.severity(),
                "rule", finding.rule(),
                "message", console.masked(finding.message()),
                "hint", finding.hint().map(console::masked).orElse(""));
    }

    /** Each fingerprint stays with its finding when lines move: it counts equal findings of a file, not lines. */
    private static List<Map<String, Object>> codeQuality(Findings findings, Console console) {
        Map<String, Integer> seen = new HashMap<>();
        List<Map<String, Object>> issues = new ArrayList<>();
        for (Diagnostic finding : findings.all()) {
            String path = Repository.of(console)
                    .path(Console.masked(finding.location().path()));
            String identity = path
                    + '\n'
                    + finding.rule()
                    + '\n'
                    + Console.masked(finding.message().en());
            String nth = "\n" + seen.merge(identity, 1, Integer::sum);
            issues.add(Json.ordered(
                    "description", words(finding, console, "；", "; "),
                    "check_name", finding.rule(),
                    "fingerprint", Hash.of((identity + nth).getBytes(StandardCharsets.UTF_8)),
                    "severity", finding.isError() ? "major" : "minor",
                    "location",
                            Json.ordered(
                                    "path",
                                    path,
                                    "lines",
                                    Json.ordered("begin", finding.location().line()))));
        }
        return issues;
    }

    private static String command(Diagnostic finding, Console console) {
        Location at = finding.location();
        String place = String.format(
                Locale.ROOT,
                "file=%s,line=%d,col=%d%s",
                property(Repository.of(console).path(Console.masked(at.path()))),
                at.line(),
                at.column(),
                at.length() > 0 ? ",endColumn=" + (at.column() + at.length()) : "");
        return "::" + finding.severity() + " " + place + ",title=" + property(finding.rule()) + "::"
                + data(words(finding, console, "\n", "\n"));
    }

    private static String words(Diagnostic finding, Console console, String zh, String en) {
        String between = console.language() == Language.ZH ? zh : en;
        return console.masked(finding.message())
                + finding.hint().map(hint -> between + console.masked(hint)).orElse("");
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
