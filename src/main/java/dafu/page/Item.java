package dafu.page;

import dafu.model.Facet;
import dafu.model.Metadata;
import dafu.model.Reply;
import dafu.model.Site;
import java.util.List;
import java.util.Optional;

/**
 * One reply in a list, the matter first.
 *
 * @param marks what a reader should know before opening it: an opinion, an excerpt, withdrawn …
 */
public record Item(
        String id,
        String href,
        String matter,
        String body,
        Site.Day date,
        Optional<String> number,
        Optional<String> outcome,
        Optional<String> summary,
        List<String> marks) {

    static Item of(Site site, Reply reply, String root) {
        Metadata metadata = reply.metadata();
        return new Item(
                reply.id(),
                root + reply.address(),
                reply.matter(),
                site.term(Facet.BODY, metadata.answeringBody()).name(),
                site.day(metadata.date()),
                number(site, metadata),
                metadata.outcome().map(code -> site.term(Facet.OUTCOME, code).name()),
                metadata.summary(),
                site.archive().marks(reply).stream()
                        .map(mark -> site.say("mark." + mark))
                        .toList());
    }

    private static Optional<String> number(Site site, Metadata metadata) {
        return metadata.number().isEmpty()
                ? Optional.empty()
                : Optional.of(site.say("number", String.join(site.say("separator"), metadata.number())));
    }
}
