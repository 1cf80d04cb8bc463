package dafu.check;

import dafu.model.Archive;
import dafu.model.Facet;
import dafu.model.Reply;
import dafu.model.Term;
import dafu.text.Diagnostic;
import dafu.text.Message;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where archive.yml says that a vocabulary is closed, replies use its names only. */
final class ClosedVocabularies implements CatalogueRule {
    private static final Map<Facet, String> KEYS = Map.of(
            Facet.SESSION, "session",
            Facet.BODY, "answering-body",
            Facet.PROPOSER, "proposers",
            Facet.TOPIC, "topics",
            Facet.OUTCOME, "outcome");

    @Override
    public Stream<Diagnostic> check(Archive archive) {
        List<Facet> closed = KEYS.keySet().stream()
                .filter(facet -> archive.settings().closed().contains(facet.folder()))
                .sorted()
                .toList();
        return archive.replies().stream()
                .flatMap(reply -> closed.stream().flatMap(facet -> unknown(archive, facet, reply)));
    }

    private static Stream<Diagnostic> unknown(Archive archive, Facet facet, Reply reply) {
        return archive.terms(facet, reply).stream()
                .filter(term -> !term.declared())
                .map(Term::name)
                .map(name -> Diagnostic.error(
                        reply.at(KEYS.get(facet)),
                        "undeclared",
                        Message.of(
                                "archive.yml 的 %s 里没有“%s”",
                                "“%2$s” is not among the %1$s of archive.yml", facet.folder(), name),
                        Message.of("改成已声明的名称，或在那里加上", "use a declared name, or declare this one")));
    }
}
