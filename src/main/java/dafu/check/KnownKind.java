package dafu.check;

import dafu.model.Archive;
import dafu.model.Kinds;
import dafu.model.Reply;
import dafu.model.Settings;
import dafu.text.Message;
import java.util.stream.Collectors;

/** A kind is one of the built-in ones or one that the archive declares. */
final class KnownKind implements CatalogueRule {
    @Override
    public void check(Archive archive, Findings found) {
        for (Reply reply : archive.replies()) {
            reply.metadata()
                    .kind()
                    .filter(kind -> Kinds.id(archive.settings(), kind).isEmpty())
                    .ifPresent(kind -> found.add(
                            "kind",
                            reply.at("kind"),
                            Message.of("没有“%s”这种类型", "there is no kind “%s”", kind),
                            Message.of(
                                    "可用的：%s；或在 archive.yml 的 kinds 里加上",
                                    "one of %s, or declare it under kinds in archive.yml", all(archive.settings()))));
        }
    }

    private static String all(Settings settings) {
        return Kinds.all(settings).stream()
                .map(kind -> kind.id() + "（" + kind.name() + "）")
                .collect(Collectors.joining(", "));
    }
}
