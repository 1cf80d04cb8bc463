package dafu.importer;

import dafu.text.Diagnostic;
import dafu.text.Hijack;
import dafu.text.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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
        for (Hijack.Suspicion it : Hijack.inspect(new Hijack.Document(letter.title.text(), asked, text, names))) {
            phrases.add(it.phrase());
            Set<String> places = new TreeSet<>();
            for (Hijack.Place place : it.places()) {
                String part = switch (place.part()) {
                    case TITLE -> letter.title.text();
                    case PROPOSAL_TITLE -> asked.orElse("");
                    case TEXT -> text;
                };
                places.add(part.substring(place.start(), place.end()));
            }
            report(
                    it,
                    places.stream()
                            .map(words -> replaced(words, it))
                            .flatMap(Collection::stream)
                            .collect(Collectors.toCollection(TreeSet::new)));
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
        Message message = Message.of(
                "“%1$s”不像原文，第 %2$s 行；依据：%3$s",
                "“%1$s” does not look like the original, lines %2$s; evidence: %4$s",
                it.phrase(),
                at.stream().map(String::valueOf).collect(Collectors.joining("、")),
                evidence(it, Message::zh),
                evidence(it, Message::en));
        Message hint = it.certain() && it.repair().isPresent()
                ? Message.of(
                        "草稿里已换成“%s”，请对照原件",
                        "the draft says “%s”; look at the original", it.repair().get())
                : Message.of("没有改动，请对照原件", "nothing was changed; look at the original");
        noticed.add(Diagnostic.warning(
                page.at(at.isEmpty() ? 0 : at.first()), it.rule().id(), message, hint));
    }

    private static String evidence(Hijack.Suspicion suspicion, Function<Message, String> language) {
        return suspicion.evidence().stream()
                .map(it -> Words.message("evidence." + it, 0))
                .map(language)
                .collect(Collectors.joining("; "));
    }
}
