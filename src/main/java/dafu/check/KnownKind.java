package dafu.check;

import dafu.model.Archive;
import dafu.model.Kinds;
import dafu.model.Reply;
import dafu.model.Settings;
import dafu.text.Diagnostic;
import dafu.text.Message;
import java.util.stream.Stream;

/** A kind is one of the built-in ones or one that the archive declares. */
final class KnownKind implements CatalogueRule {
    @Override
    public Stream<Diagnostic> check(Archive archive) {
        return archive.replies().stream()
                .flatMap(reply -> reply.metadata().kind().stream()
                        .filter(kind -> Kinds.id(archive.settings(), kind).isEmpty())
                        .map(kind -> unknown(archive.settings(), reply, kind)));
    }

    private static Diagnostic unknown(Settings settings, Reply reply, String kind) {
        String all = String.join(
                ", ",
                Kinds.all(settings).stream()
                        .map(k -> k.id() + "（" + k.name() + "）")
                        .toList());
        return Diagnostic.error(
                reply.at("kind"),
                "kind",
                Message.of("没有“%s”这种类型", "there is no kind “%s”", kind),
                Message.of(
                        "可用的：%s；或在 archive.yml 的 kinds 里加上",
                        "one of %s, or declare it under kinds in archive.yml", all));
    }
}
