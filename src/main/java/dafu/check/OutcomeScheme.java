package dafu.check;

import dafu.model.Archive;
import dafu.model.Facet;
import dafu.model.Reply;
import dafu.model.Settings;
import dafu.text.Message;
import java.util.stream.Collectors;

/** Where archive.yml declares schemes of outcomes, an outcome is one of their classes: a letter alone means nothing. */
final class OutcomeScheme implements CatalogueRule {
    @Override
    public void check(Archive archive, Findings found) {
        Settings settings = archive.settings();
        if (settings.outcomes().isEmpty() || settings.closed().contains(Facet.OUTCOME.folder())) {
            return;
        }
        String codes = settings.outcomes().stream()
                .flatMap(scheme -> scheme.classes().stream())
                .map(Settings.Outcome::code)
                .distinct()
                .collect(Collectors.joining(", "));
        for (Reply reply : archive.replies()) {
            archive.terms(Facet.OUTCOME, reply).stream()
                    .filter(term -> !term.declared())
                    .forEach(term -> found.add(
                            "outcome-scheme",
                            reply.at("outcome"),
                            Message.of("archive.yml 没有声明办理结果“%s”", "archive.yml declares no outcome “%s”", term.name()),
                            Message.of("已声明的：%s；或在 outcomes 里加上", "declared are %s; or add it under outcomes", codes)));
        }
    }
}
