package dafu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Archives in which every attempt stands in every place where an editor may write. What is an error there, a link to a
 * script for one, is taken out and counted: the rest must build, and be text.
 */
final class HostileArchive {
    private static final Pattern ERROR = Pattern.compile("(?m)^(content/\\S+):(\\d+):\\d+: error\\[([a-z-]+)]");
    /** Rules for what nobody can read, which says nothing about the rest of the line. */
    private static final Set<String> UNREADABLE = Set.of("control-character", "hijack-unicode");

    private static final String CONTROLS =
            "[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\u202A-\u202E\u2060-\u206F\uFDD0\uFFFE]|\\\\u00(?:0[0-8bcef]|1.|7f|8.|9.)|\\\\u(?:20(?:2[a-e]|6.)|fdd0|fffe)";
    private static final byte[] PIXEL = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    final Project project;
    /** How often an attempt was refused, by rule. */
    final Map<String, Integer> refused = new TreeMap<>();

    private final Map<String, List<String>> files = new TreeMap<>();

    HostileArchive(Path folder) {
        project = new Project(folder, "");
    }

    /** A reply that holds it everywhere, and the proposal's text beside it. */
    HostileArchive reply(Attempt attempt) {
        String name = "content/replies/r" + attempt.number();
        List<String> reply = new ArrayList<>();
        reply.add("---\n");
        for (String key : """
                title: %s
                kind: kind-%d
                session: %s
                number: %s
                proposal-title: %s
                proposers: [%s]
                answering-body: %s
                supporting-bodies: [%s]
                role: answer
                date: 2024-03-02
                document-number: %s
                index-number: %s
                outcome: %s
                satisfaction: {handling: %s, result: %s}
                disclosure: %s
                extent: excerpt
                summary: %s
                topics: [%s]
                contact: {office: %s, phone: %s}
                source: {url: %s, archived: %s}
                corrections: [{date: 2024-03-03, note: %s}]
                reason: %s
                aliases: [%s]
                waivers: [{rule: half-width, reason: %s}]
                follows: %s
                """.split("(?<=\n)")) {
            reply.add(key.replace("%d", attempt.number() + "").replace("%s", attempt.yaml()));
        }
        if (attempt.number() % 5 == 0) {
            reply.add("status: withdrawn\n");
        }
        for (String key : List.of("assigned", "published", "supersedes")) {
            reply.add(key + ": " + attempt.yaml() + "\n");
        }
        reply.add("attachments: [{file: a.csv, title: %1$s}, {file: %2$s, title: %1$s}]\n"
                .formatted(attempt.yaml(), Attempt.yaml(attempt.portableName())));
        reply.add("---\n");
        body(attempt, reply);
        files.put(name + ".md", reply);
        // The same reader makes it: one place of each kind.
        files.put(
                name + ".proposal.md",
                new ArrayList<>(Stream.of(
                                "@",
                                "## @",
                                "| @ |\n| --- |",
                                "`@`",
                                "[@](https://x.example/)",
                                "[x](@)",
                                "![@](a.png)",
                                "x[^1]\n\n[^1]: @")
                        .map(part -> part.replace("@", attempt.line()) + "\n\n")
                        .toList()));
        project.write("content/replies/a.csv", new byte[] {'1'});
        project.write("content/replies/a.png", PIXEL);
        project.write("content/replies/" + attempt.fileName(), new byte[] {'1'});
        project.write("content/replies/" + attempt.portableName(), new byte[] {'1'});
        return this;
    }

    /** A page that holds it. */
    HostileArchive page(Attempt attempt) {
        List<String> page = new ArrayList<>(
                List.of("---\n", "title: " + attempt.yaml() + "\n", "summary: " + attempt.yaml() + "\n", "---\n"));
        body(attempt, page);
        files.put("content/pages/p" + attempt.number() + ".md", page);
        project.write("content/pages/a.png", PIXEL);
        return this;
    }

    /** The file of the settings. */
    HostileArchive settings(String... lines) {
        files.put("content/archive.yml", new ArrayList<>(List.of(lines)));
        return this;
    }

    /** Builds it, without the lines that are wrong. */
    HostileArchive built() {
        for (int round = 0; round < 9; round++) {
            files.forEach(
                    (name, parts) -> project.write(name, String.join("", parts).getBytes(StandardCharsets.UTF_8)));
            Project.Outcome outcome = project.build();
            if (outcome.status() == 0) {
                return this;
            }
            assertThat(project.path("site")).doesNotExist();
            List<MatchResult> errors = ERROR.matcher(outcome.err()).results().toList();
            assertThat(errors).as(outcome.err()).isNotEmpty();
            Map<String, Set<Integer>> wrong = new TreeMap<>();
            for (MatchResult error : errors) {
                refused.merge(error.group(3), 1, Integer::sum);
                if (UNREADABLE.contains(error.group(3))) {
                    files.get(error.group(1)).replaceAll(part -> part.replaceAll(CONTROLS, ""));
                } else {
                    wrong.computeIfAbsent(error.group(1), name -> new TreeSet<>(Comparator.reverseOrder()))
                            .add(part(error.group(1), Integer.parseInt(error.group(2)), error.group()));
                }
            }
            wrong.forEach((name, parts) -> parts.forEach(part -> files.get(name).remove((int) part)));
        }
        throw new AssertionError("still wrong: " + refused);
    }

    /** Which part of a file holds a line. */
    private int part(String name, int line, String error) {
        List<String> parts = files.getOrDefault(name, List.of());
        int at = 1;
        for (int i = 0; i < parts.size(); i++) {
            at += (int) parts.get(i).chars().filter(c -> c == '\n').count();
            if (line < at && !parts.get(i).equals("---\n")) {
                return i;
            }
        }
        throw new AssertionError("not of a part: " + error);
    }

    private static void body(Attempt attempt, List<String> parts) {
        for (String part : List.of(
                "@",
                "# @",
                "## x {#@}",
                "- @",
                "> @",
                "**@** _@_ ~~@~~",
                "| @ | x |\n| --- | --- |\n| x | @ |",
                "`@`",
                "``` @\n@\n```",
                "    @",
                "[@](https://x.example/)",
                "[x](@)",
                "[x](<@>)",
                "[x](https://x.example/@)",
                "[x](mailto:@)",
                "[x](#@)",
                "[x](https://x.example/ \"@\")",
                "![@](a.png)",
                "![x](@)",
                "![x](a.png \"@\")",
                "<@>",
                "https://x.example/@",
                "www.x.example@",
                "x@x.example@",
                "[x][one]\n\n[one]: <@>",
                "[x][two]\n\n[two]: https://x.example/ \"@\"",
                "[@][]\n\n[@]: https://x.example/",
                "x[^one]\n\n[^one]: @",
                "x[^@]\n\n[^@]: x",
                "<div title=\"@\">\n\n@\n\n</div>")) {
            parts.add(part.replace("@", attempt.line()).replace("x" + attempt.line() + "x.example", "x@x.example")
                    + "\n\n");
        }
        parts.add(attempt.text().replace("\r", "\n").strip() + "\n\n");
        parts.add("[" + attempt.line() + "](<" + attempt.fileName().replaceAll("[\n\r]", "") + ">)\n\n");
    }
}
