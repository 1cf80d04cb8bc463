package dafu.check;

import dafu.model.Metadata;
import dafu.text.Diagnostic;
import dafu.text.Hijack;
import dafu.text.Location;
import dafu.text.Message;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Words that somebody put in place of others, as search spam does to official pages. What is certain is an error, since
 * nobody should read it; what only looks so is a warning. Nothing is rewritten.
 */
final class HijackedText implements LetterRule {
    private static final int SHOWN = 24;

    @Override
    public void check(Letter letter, Findings found) {
        Metadata metadata = letter.reply().metadata();
        Set<String> names = new HashSet<>(metadata.supportingBodies());
        names.add(metadata.answeringBody());
        names.addAll(metadata.proposers());
        names.addAll(metadata.topics());
        metadata.session().ifPresent(names::add);
        Hijack.Document document =
                new Hijack.Document(metadata.title(), metadata.proposalTitle(), letter.markdown(), names);
        Hijack.inspect(document).forEach(suspicion -> found.add(report(letter, suspicion)));
    }

    private static Diagnostic report(Letter letter, Hijack.Suspicion suspicion) {
        Location at = at(letter, suspicion.places().get(0));
        Message message = Message.of(
                "“%s”不像原文，共 %d 处",
                "“%s” does not look like the original, in %d places",
                visible(suspicion.phrase()),
                suspicion.places().size());
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
