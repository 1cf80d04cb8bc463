package dafu.check;

import dafu.model.Metadata;
import dafu.text.Diagnostic;
import dafu.text.Hijack;
import dafu.text.Location;
import dafu.text.Message;
import dafu.text.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words that somebody put in place of others, as search spam does to official pages. What is certain is an error, since
 * nobody should read it; what only looks so is a warning. Nothing is rewritten.
 */
final class HijackedText implements LetterRule {
    private static final int SHOWN = 24;
    /** What each kind of evidence has seen, in their order. */
    private static final List<String> ZH =
            List.of("开在几个标题前面", "全文没有“关于”", "与上下文无关", "换掉以后标题才通顺", "是广告用语", "有看不见或损坏的字符");

    private static final List<String> EN = List.of(
            "it opens several titles",
            "the text has no 关于",
            "nothing around it has to do with it",
            "with the repair the title reads well",
            "it is advertising",
            "characters that are damaged or cannot be seen");

    @Override
    public void check(Letter letter, Findings found) {
        Metadata metadata = letter.reply().metadata();
        List<Hijack.Suspicion> letters = Hijack.inspect(document(letter));
        letters.forEach(suspicion ->
                found.add(report(suspicion, at(letter, suspicion.places().get(0)))));
        // The other keys, of which some are shown in lists: a phrase that the letter gave away counts there as well.
        String head = letter.source().text().substring(0, letter.body());
        Set<String> reported = new HashSet<>();
        for (Hijack.Suspicion suspicion : letters) {
            reported.add(suspicion.phrase());
            int places = count(head, suspicion.phrase())
                    - count(metadata.title() + metadata.proposalTitle().orElse(""), suspicion.phrase());
            if (places > 0) {
                int last = head.lastIndexOf(suspicion.phrase());
                found.add(report(
                        suspicion,
                        letter.source().location(last, last + suspicion.phrase().length())));
            }
        }
        inspect(letter.source(), head, reported).forEach(found::add);
    }

    static Hijack.Document document(Letter letter) {
        Metadata metadata = letter.reply().metadata();
        Set<String> names = new HashSet<>(metadata.supportingBodies());
        names.add(metadata.answeringBody());
        names.addAll(metadata.proposers());
        names.addAll(metadata.topics());
        metadata.session().ifPresent(names::add);
        return new Hijack.Document(metadata.title(), metadata.proposalTitle(), letter.markdown(), names);
    }

    /** The same look at a text that is no letter: what was asked, a page, the settings. */
    static Stream<Diagnostic> inspect(Source source) {
        return inspect(source, source.text(), Set.of());
    }

    private static Stream<Diagnostic> inspect(Source source, String text, Set<String> reported) {
        return Hijack.inspect(new Hijack.Document("", Optional.empty(), text, Set.of())).stream()
                .filter(suspicion -> !reported.contains(suspicion.phrase()))
                .map(suspicion -> {
                    Hijack.Place place = suspicion.places().get(0);
                    return report(suspicion, source.location(place.start(), place.end()));
                });
    }

    private static int count(String text, String phrase) {
        int count = 0;
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length())) {
            count++;
        }
        return count;
    }

    private static Diagnostic report(Hijack.Suspicion suspicion, Location at) {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        suspicion.evidence().forEach(evidence -> {
            zh.add(ZH.get(evidence.ordinal()));
            en.add(EN.get(evidence.ordinal()));
        });
        String phrase = visible(suspicion.phrase());
        int places = suspicion.places().size();
        Message message = new Message(
                "“" + phrase + "”不像原文，共 " + places + " 处（" + String.join("；", zh) + "）",
                "“" + phrase + "” does not look like the original, in " + places + " places (" + String.join("; ", en)
                        + ")");
        Message hint = suspicion
                .repair()
                .map(repair -> repair.isEmpty()
                        ? Message.of("对照原件，大概应当删去", "look at the original; it should probably go")
                        : Message.of("对照原件，原来大概是“%s”", "look at the original; it probably said “%s”", repair))
                .orElse(Message.of("对照承办单位网站上的原件", "look at the original on the body's own site"));
        return suspicion.certain()
                ? Diagnostic.error(at, suspicion.rule().id(), message, hint)
                : Diagnostic.warning(at, suspicion.rule().id(), message, hint);
    }

    private static Location at(Letter letter, Hijack.Place place) {
        return switch (place.part()) {
            case TITLE -> letter.reply().at("title");
            case PROPOSAL_TITLE -> letter.reply().at("proposal-title");
            case TEXT -> letter.at(place.start(), place.end());
        };
    }

    /** Characters that cannot be seen are shown by their numbers. */
    private static String visible(String phrase) {
        StringBuilder visible = new StringBuilder();
        phrase.codePoints().limit(SHOWN).forEach(c -> {
            boolean seen = c > ' ' && c < 0x7F || c >= 0x2E80 && c < 0xE000 || c >= 0xFF01 && c < 0xFFE7 || c > 0xFFFF;
            visible.append(seen ? Character.toString(c) : String.format(Locale.ROOT, "U+%04X", c));
        });
        return visible.toString();
    }
}
