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

/** What was put right before a page is read, line by line: punctuation, and phrases that were put in place of others. */
final class Repairs {
    private final Page page;
    private final List<Line> lines;
    private final List<Note> notes = new ArrayList<>();
    private final List<Diagnostic> noticed = new ArrayList<>();
    private final Set<String> phrases = new TreeSet<>();

    Repairs(Page page) {
        this.page = page;
        this.lines = new ArrayList<>(Line.of(page.text()));
        lines.replaceAll(this::punctuated);
    }

    List<Line> lines() {
        return lines;
    }

    List<Note> notes() {
        return notes;
    }

    List<Diagnostic> noticed() {
        return noticed;
    }

    /** The phrases that do not belong; no draft may hold them, not even in a remark. */
    Set<String> phrases() {
        return phrases;
    }

    private Line punctuated(Line line) {
        String restored = Punctuation.restored(line.text());
        if (restored.equals(line.text())) {
            return line;
        }
        String pairs = restored.chars()
                .filter(c -> "，：；？！（）“”".indexOf(c) >= 0)
                .mapToObj(Character::toString)
                .filter(mark -> count(restored, mark.charAt(0)) > count(line.text(), mark.charAt(0)))
                .distinct()
                .collect(Collectors.joining(" "));
        long changed = pairs.chars()
                .filter(c -> c != ' ')
                .mapToLong(c -> count(restored, (char) c) - count(line.text(), (char) c))
                .sum();
        notes.add(new Note(
                line.number(), Message.of("半角标点改为全角 %d 处（%s）", "%d marks made full-width (%s)", changed, pairs)));
        return line.with(restored);
    }

    private static long count(String text, char mark) {
        return text.chars().filter(c -> c == mark).count();
    }

    /** Looks at a letter as it was read so far; what is certain is repaired in the lines, the rest is reported alone. */
    void hijacked(Letter letter, Fields.Read read) {
        String title = letter.title().map(Line::text).orElse("");
        Optional<String> asked = Optional.ofNullable(read.found().get("proposal-title"))
                .map(it -> it.values().get(0));
        String text = letter.text().stream().map(Line::text).collect(Collectors.joining("\n"));
        var names = Stream.of("answering-body", "session", "proposers")
                .map(read.found()::get)
                .filter(java.util.Objects::nonNull)
                .map(Finding::values)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        for (Hijack.Suspicion it : Hijack.inspect(new Hijack.Document(title, asked, text, names))) {
            TreeSet<Integer> at = new TreeSet<>();
            phrases.add(it.phrase());
            Optional<String> repair = it.repair().filter(words -> it.certain());
            Set<String> places = new TreeSet<>();
            for (Hijack.Place place : it.places()) {
                String part = place.part() == Hijack.Part.TITLE
                        ? title
                        : place.part() == Hijack.Part.TEXT ? text : asked.orElse("");
                places.add(part.substring(place.start(), place.end()));
            }
            for (String words : places) {
                for (int i = 0; i < lines.size(); i++) {
                    if (lines.get(i).text().contains(words)) {
                        at.add(lines.get(i).number());
                        repair.ifPresent(replace(i, words));
                    }
                }
            }
            noticed.add(Diagnostic.warning(
                    page.at(at.isEmpty() ? 0 : at.first()),
                    it.rule().id(),
                    Message.of(
                            "“%1$s”不像原文，第 %2$s 行；依据：%3$s",
                            "“%1$s” does not look like the original, lines %2$s; evidence: %4$s",
                            it.phrase(),
                            at.stream().map(String::valueOf).collect(Collectors.joining("、")),
                            evidence(it, Message::zh),
                            evidence(it, Message::en)),
                    repair.isPresent()
                            ? Message.of(
                                    "草稿里已换成“%s”，请对照原件",
                                    "the draft says “%s” instead; look at the original", repair.get())
                            : Message.of("没有改动，请对照原件", "nothing was changed; look at the original")));
        }
    }

    private static String evidence(Hijack.Suspicion suspicion, Function<Message, String> language) {
        return suspicion.evidence().stream().map(Repairs::words).map(language).collect(Collectors.joining("; "));
    }

    private static Message words(Hijack.Evidence evidence) {
        return switch (evidence) {
            case SLOT -> Message.of("几处标题都以它开头", "it opens several headings");
            case MISSING_FUNCTION_WORD -> Message.of("全文没有“关于”", "there is no 关于 in the whole text");
            case ALIEN -> Message.of("与上下文无关", "nothing else in the text is like it");
            case REPAIR -> Message.of("换掉以后题目通顺", "with other words the title reads as titles do");
            case VOCABULARY -> Message.of("含有广告用语", "it has words of advertising");
            case UNICODE -> Message.of("有异常字符", "it has odd characters");
        };
    }

    private java.util.function.Consumer<String> replace(int index, String words) {
        return repair -> {
            Line line = lines.get(index);
            lines.set(index, line.with(line.text().replace(words, repair)));
            notes.add(new Note(line.number(), Message.of("“%s”→“%s”", "“%s” → “%s”", words, repair)));
        };
    }
}
