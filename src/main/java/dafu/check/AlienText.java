package dafu.check;

import dafu.model.Archive;
import dafu.model.Metadata;
import dafu.model.Reply;
import dafu.text.AlienPhrases;
import dafu.text.Message;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Phrases that one letter repeats and that neither another letter nor anything said about a reply holds. */
final class AlienText {
    private final Archive archive;
    private final AlienPhrases phrases;

    /** For an archive with so many replies, drafts too. */
    AlienText(Archive archive, int replies) {
        this.archive = archive;
        this.phrases = new AlienPhrases(replies);
    }

    /** Takes a letter; every worker may. */
    void add(Letter letter) {
        phrases.add(HijackedText.document(letter), letter::at);
    }

    /** What is left once all letters were taken; one letter alone has nothing to be compared with. */
    void check(Findings found) {
        phrases.alone().stream()
                .filter(alien -> archive.replies().size() > 1
                        && archive.replies().stream()
                                .flatMap(AlienText::words)
                                .noneMatch(words -> words.contains(alien.phrase())))
                .forEach(alien -> found.add(
                        "hijack-alien-phrase",
                        alien.at(),
                        Message.of(
                                "“%s”在这里出现 %d 次，别的答复和提案标题里都没有，也与上下文无关",
                                "“%s” stands here %d times, in no other reply or title, and does not belong to the text",
                                alien.phrase(),
                                alien.places()),
                        Message.of("对照承办单位网站上的原件", "look at the original on the body's own site")));
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
}
