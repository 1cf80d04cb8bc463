package dafu.importer;

import dafu.text.Diagnostic;
import dafu.text.Hijack;
import dafu.text.Inspected;
import dafu.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is put right before a page is read, line by line: punctuation, and phrases that stand in place of others. */
final class Repairs {
    final List<Line> lines;
    final List<Note> notes = new ArrayList<>();
    final List<Diagnostic> noticed = new ArrayList<>();

    /** The phrases that do not belong; no draft may hold them, not even in a remark. */
    final Set<String> phrases = new TreeSet<>();

    private final Page page;

    Repairs(Page page) {
        this.page = page;
        this.lines = new ArrayList<>(Line.of(page.text()));
        lines.replaceAll(this::punctuated);
    }

    private Line punctuated(Line line) {
        String restored = Punctuation.restored(line.text());
        StringBuilder marks = new StringBuilder();
        for (char mark : "，：；？！（）“”".toCharArray()) {
            long more = count(restored, mark) - count(line.text(), mark);
            marks.append(more == 0 ? "" : " “" + mark + "”×" + more);
        }
        if (marks.length() > 0) {
            notes.add(new Note(line.number(), Message.of("半角标点改为全角%s", "punctuation made full-width:%s", marks)));
        }
        return line.with(restored);
    }

    private static long count(String text, char mark) {
        return text.chars().filter(c -> c == mark).count();
    }

    /** Looks at a letter as it was read so far; what is certain is repaired in the lines, the rest is reported alone. */
    void hijacked(Letter letter, Fields read) {
        Optional<String> asked = Optional.ofNullable(read.in.found.get("proposal-title"))
                .map(it -> it.values().get(0));
        String text = Stream.concat(letter.text.stream(), letter.foot.stream())
                .map(Line::text)
                .collect(Collectors.joining("\n"));
        Set<String> names = read.in.found.values().stream()
                .filter(it -> it.key().matches("answering-body|session|proposers"))
                .flatMap(it -> it.values().stream())
                .collect(Collectors.toSet());
        Inspected document = new Inspected(letter.title.text(), asked, text, names);
        for (Hijack.Suspicion it : Hijack.inspect(document)) {
            phrases.add(it.phrase());
            TreeSet<Integer> at = new TreeSet<>();
            it.places().stream().map(document::at).distinct().sorted().forEach(words -> at.addAll(replaced(words, it)));
            report(it, at);
        }
    }

    /** The lines that hold these words, without them where the repair is certain. */
    private List<Integer> replaced(String words, Hijack.Suspicion suspicion) {
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.text().contains(words)) {
                at.add(line.number());
                if (suspicion.certain() && suspicion.repair().isPresent()) {
                    String repair = suspicion.repair().get();
                    lines.set(i, line.with(line.text().replace(words, repair)));
                    notes.add(new Note(line.number(), Note.change(words, repair)));
                }
            }
        }
        return at;
    }

    private void report(Hijack.Suspicion it, TreeSet<Integer> at) {
        String lines = at.stream().map(String::valueOf).collect(Collectors.joining("、"));
        Message hint = it.certain() && it.repair().isPresent()
                ? Message.of(
                        "第 %2$s 行：草稿里已换成“%1$s”，请对照原件",
                        "lines %2$s: the draft says “%1$s”; look at the original",
                        it.repair().get(),
                        lines)
                : Message.of("第 %s 行：没有改动，请对照原件", "lines %s: nothing was changed; look at the original", lines);
        noticed.add(Diagnostic.error(
                        page.at(at.isEmpty() ? 0 : at.first()), it.rule().id(), it.message(), hint)
                .asWarning());
    }
}
