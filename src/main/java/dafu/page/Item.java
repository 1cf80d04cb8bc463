package dafu.page;

import dafu.model.Change;
import dafu.model.Facet;
import dafu.model.Metadata;
import dafu.model.Reply;
import dafu.model.Site;
import java.util.ArrayList;
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
        Dates.Day date,
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
                site.archive().names(Facet.BODY).term(metadata.answeringBody()).name(),
                Dates.day(site.strings(), metadata.date()),
                number(site, metadata),
                metadata.outcome()
                        .map(code ->
                                site.archive().names(Facet.OUTCOME).term(code).name()),
                metadata.summary(),
                marks(site, reply));
    }

    private static Optional<String> number(Site site, Metadata metadata) {
        return metadata.number().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        site.strings().fill("number", String.join(site.strings().get("separator"), metadata.number())));
    }

    static List<String> marks(Site site, Reply reply) {
        List<String> marks = new ArrayList<>();
        if (reply.isDraft()) {
            marks.add(site.strings().get("mark.draft"));
        }
        if (reply.isWithdrawn()) {
            marks.add(site.strings().get("mark.withdrawn"));
        }
        if (!site.archive().supersededBy(reply).isEmpty()) {
            marks.add(site.strings().get("mark.superseded"));
        }
        if (reply.isOpinion()) {
            marks.add(site.strings().get("mark.opinion"));
        }
        if (reply.metadata().extent() != Metadata.Extent.FULL) {
            marks.add(site.strings().get("mark." + reply.metadata().extent().id()));
        }
        if (Change.of(reply).stream().anyMatch(change -> !change.withdrawal())) {
            marks.add(site.strings().get("mark.corrected"));
        }
        return List.copyOf(marks);
    }
}
