package dafu.check;

import dafu.model.Archive;
import dafu.model.Facet;
import dafu.model.Reply;
import dafu.text.Message;
import java.util.List;
import java.util.Map;

/** Where archive.yml says that a vocabulary is closed, replies use its names only. */
final class ClosedVocabularies implements CatalogueRule {
    private static final Map<Facet, String> KEYS = Map.of(
            Facet.SESSION, "session",
            Facet.BODY, "answering-body",
            Facet.PROPOSER, "proposers",
            Facet.TOPIC, "topics",
            Facet.OUTCOME, "outcome");

    @Override
    public void check(Archive archive, Findings found) {
        List<Facet> closed = KEYS.keySet().stream()
                .filter(facet -> archive.settings().closed().contains(facet.folder()))
                .sorted()
                .toList();
        for (Reply reply : archive.replies()) {
            closed.forEach(facet -> archive.terms(facet, reply).stream()
                    .filter(term -> !term.declared())
                    .forEach(term -> found.add(
                            "undeclared",
                            reply.at(KEYS.get(facet)),
                            Message.of(
                                    "archive.yml 的 %s 里没有“%s”",
                                    "“%2$s” is not among the %1$s of archive.yml", facet.folder(), term.name()),
                            Message.of("改成已声明的名称，或在那里加上", "use a declared name, or declare this one"))));
        }
    }
}
