package dafu.check;

import dafu.model.Archive;
import dafu.model.Metadata;
import dafu.model.Reply;
import dafu.text.AlienPhrases;
import dafu.text.Diagnostic;
import dafu.text.Hijack;
import dafu.text.Inspected;
import dafu.text.Location;
import dafu.text.Message;
import dafu.text.Source;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words that somebody put in place of others, as search spam does to official pages. What is certain is an error, since
 * nobody should read it; what only looks so is a warning. Nothing is rewritten.
 */
final class Hijacked {
    private Hijacked() {}

    static void check(Letter letter, Inspected document, Findings found) {
        Metadata metadata = letter.metadata();
        List<Hijack.Suspicion> letters = Hijack.inspect(document);
        letters.forEach(suspicion ->
                found.add(report(suspicion, at(letter, suspicion.places().get(0)))));
        // The other keys, of which some are shown in lists: a phrase that the letter gave away counts there as well.
        String head = letter.source().text().substring(0, letter.body());
        Set<String> reported = new HashSet<>();
        for (Hijack.Suspicion suspicion : letters) {
            String phrase = suspicion.phrase();
            reported.add(phrase);
            String titles = metadata.title() + metadata.proposalTitle().orElse("");
            if (Hijack.count(head, phrase) > Hijack.count(titles, phrase)) {
                int last = head.lastIndexOf(phrase);
                found.add(report(suspicion, letter.source().location(last, last + phrase.length())));
            }
        }
        inspect(letter.source(), head, reported).forEach(found::add);
    }

    static Inspected document(Letter letter) {
        Metadata metadata = letter.metadata();
        Set<String> names = new HashSet<>(metadata.supportingBodies());
        names.add(metadata.answeringBody());
        names.addAll(metadata.proposers());
        names.addAll(metadata.topics());
        metadata.session().ifPresent(names::add);
        return new Inspected(metadata.title(), metadata.proposalTitle(), letter.markdown(), names);
    }

    /** The same look at a text that is no letter: what was asked, a page, the settings. */
    static Stream<Diagnostic> inspect(Source source) {
        return inspect(source, source.text(), Set.of());
    }

    private static Stream<Diagnostic> inspect(Source source, String text, Set<String> reported) {
        return Hijack.inspect(new Inspected(text)).stream()
                .filter(suspicion -> !reported.contains(suspicion.phrase()))
                .map(suspicion -> {
                    Hijack.Place place = suspicion.places().get(0);
                    return report(suspicion, source.location(place.start(), place.end()));
                });
    }

    /** Phrases that one letter repeats, and that neither another letter nor anything said about a reply holds. */
    static void aliens(AlienPhrases phrases, Archive archive, Findings found) {
        for (AlienPhrases.Candidate alien : phrases.end()) {
            // One letter alone has nothing to be compared with.
            if (archive.replies().size() > 1
                    && archive.replies().stream()
                            .flatMap(Hijacked::words)
                            .noneMatch(it -> it.contains(alien.phrase()))) {
                found.add("hijack-alien-phrase", alien.at(), alien.phrase(), alien.places());
            }
        }
    }

    private static Stream<String> words(Reply reply) {
        Metadata metadata = reply.metadata();
        return Stream.of(
                        List.of(metadata.title(), metadata.answeringBody()),
                        metadata.supportingBodies(),
                        metadata.proposers(),
                        metadata.topics(),
                        metadata.proposalTitle().stream().toList())
                .flatMap(Collection::stream);
    }

    private static Diagnostic report(Hijack.Suspicion suspicion, Location at) {
        Message hint = suspicion
                .repair()
                .map(repair -> repair.isEmpty()
                        ? Message.of("对照原件，大概应当删去", "look at the original; it should probably go")
                        : Message.of("对照原件，原来大概是“%s”", "look at the original; it probably said “%s”", repair))
                .orElse(Message.of("对照承办单位网站上的原件", "look at the original on the body's own site"));
        Diagnostic finding = Diagnostic.error(at, suspicion.rule().id(), suspicion.message(), hint);
        return suspicion.certain() ? finding : finding.asWarning();
    }

    private static Location at(Letter letter, Hijack.Place place) {
        return switch (place.part()) {
            case TITLE -> letter.reply().at("title");
            case PROPOSAL_TITLE -> letter.reply().at("proposal-title");
            case TEXT -> letter.at(place.start(), place.end());
        };
    }
}
