package dafu.cli;

import dafu.Build;
import dafu.publish.Publisher;
import dafu.text.Diagnostic;
import dafu.text.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a check or a build found, in Markdown, for people who read a merge request: by file, files with errors first. */
final class Summary {
    /** What a forge takes: GitHub 1 MiB a step, GitLab a million characters a comment. */
    static final int LIMIT = 1_000_000;

    private static final int NOTE = 300;

    private final Console console;
    private final Repository repository;
    private final StringBuilder text = new StringBuilder();
    private int room;

    private Summary(Console console, int room) {
        this.console = console;
        this.repository = Repository.of(console);
        this.room = room - NOTE;
    }

    /** At most so many bytes of UTF-8; what had to be left out is counted. */
    static String of(
            Console console, Build.Result result, Findings findings, Optional<Publisher.Result> published, int bytes) {
        Summary summary = new Summary(console, bytes);
        summary.head(result, findings, published);
        summary.files(findings);
        return summary.text.toString();
    }

    private void head(Build.Result result, Findings findings, Optional<Publisher.Result> published) {
        add(Message.of(
                "## 检查结果：%d 个错误，%d 条警告\n\n",
                "## Check: %d errors, %d warnings\n\n", findings.errors(), findings.warnings()));
        add(Message.of("公开的答复 %d 件，草稿 %d 件。", "%d published replies, %d drafts. ", result.replies(), result.drafts()));
        add(published
                .map(p -> Message.of(
                        "新页面 %d 个，改动的页面 %d 个，移除的文件 %d 个。\n",
                        "%d new pages, %d changed pages, %d files removed.\n",
                        p.newPages(),
                        p.changedPages(),
                        p.removed()))
                .orElse(
                        findings.errors() > 0
                                ? Message.of("有错误，没有生成新的页面。\n", "There are errors: no page was made.\n")
                                : Message.of("\n", "\n")));
    }

    private void files(Findings findings) {
        Map<String, List<Diagnostic>> byFile = new LinkedHashMap<>();
        findings.shown()
                .forEach(finding -> byFile.computeIfAbsent(finding.location().path(), p -> new ArrayList<>())
                        .add(finding));
        List<List<Diagnostic>> files = new ArrayList<>(byFile.values());
        files.sort(Comparator.comparing(file -> file.stream().noneMatch(Diagnostic::isError)));
        int left = findings.shown().size();
        for (List<Diagnostic> file : files) {
            List<String> rows = file.stream().map(this::row).toList();
            String head = fileHead(file);
            for (int i = 0; i < rows.size(); i++) {
                if (!add((i == 0 ? head : "") + rows.get(i))) {
                    cut(left);
                    return;
                }
                left--;
            }
        }
        findings.hidden()
                .forEach((rule, count) -> add(Message.of(
                        "\n另有 %d 条 `%s` 警告，运行 `check --all` 看全部。\n",
                        "\n%d more warnings of `%s`: run `check --all` to see them.\n", count, rule)));
    }

    private void cut(int left) {
        room += NOTE;
        add(Message.of(
                "\n**篇幅所限，还有 %d 条没有列在这里。** 在自己的电脑上运行 `check --all` 看全部。\n",
                "\n**Cut for length: %d more findings are not listed here.** Run `check --all` to see them all.\n",
                left));
    }

    private String fileHead(List<Diagnostic> file) {
        long errors = file.stream().filter(Diagnostic::isError).count();
        Message counts = Message.of(
                "：%d 个错误，%d 条警告\n\n| 行 | 问题 | 怎样改 | 规则 |\n",
                ": %d errors, %d warnings\n\n| Line | What | How to mend | Rule |\n", errors, file.size() - errors);
        return "\n### "
                + escaped(repository.path(Console.masked(file.get(0).location().path())))
                + counts.in(console.language()) + "| ---: | --- | --- | --- |\n";
    }

    private String row(Diagnostic finding) {
        String line = String.valueOf(finding.location().line());
        Message weight = finding.isError() ? Message.of("错误", "Error") : Message.of("警告", "Warning");
        return "| "
                + repository
                        .link(
                                Console.masked(finding.location().path()),
                                finding.location().line())
                        .map(url -> "[" + line + "](" + url + ")")
                        .orElse(line)
                + " | **" + weight.in(console.language()) + "** " + escaped(console.masked(finding.message()))
                + " | "
                + finding.hint().map(hint -> escaped(console.masked(hint))).orElse("")
                + " | " + finding.rule() + " |\n";
    }

    private void add(Message message) {
        add(message.in(console.language()));
    }

    private boolean add(String part) {
        int size = part.getBytes(StandardCharsets.UTF_8).length;
        if (size > room) {
            return false;
        }
        room -= size;
        text.append(part);
        return true;
    }

    /** Words of a document are words here too: no markup, no mention, no cell of their own. */
    private static String escaped(String words) {
        return words.replaceAll("[\\\\`*_\\[\\]<>|~#@&!$]", "\\\\$0");
    }
}
