package dafu.check;

import dafu.model.Archive;
import dafu.model.Reply;
import dafu.text.Diagnostic;
import dafu.text.Message;
import java.util.Optional;
import java.util.stream.Stream;

/** A reply that another one follows or supersedes must be there, and be an older one. */
final class References implements CatalogueRule {
    @Override
    public Stream<Diagnostic> check(Archive archive) {
        return archive.replies().stream()
                .flatMap(reply -> Stream.concat(
                        check(archive, reply, "follows", reply.metadata().follows()),
                        check(archive, reply, "supersedes", reply.metadata().supersedes())));
    }

    private static Stream<Diagnostic> check(Archive archive, Reply reply, String key, Optional<String> id) {
        return id.stream().flatMap(target -> {
            Optional<Reply> earlier = archive.find(target);
            if (earlier.isEmpty()) {
                return Stream.of(
                        Diagnostic.error(
                                reply.at(key),
                                "reference",
                                Message.of("没有已公开的答复“%s”", "there is no published reply “%s”", target),
                                Message.of(
                                        "写它在 content 下的路径，不带 .md，如 replies/2022/cppcc-9-1-031",
                                        "write its path below the content folder without .md, such as replies/2022/cppcc-9-1-031")));
            }
            boolean itself = target.equals(reply.id());
            if (itself
                    || earlier.get().metadata().date().isAfter(reply.metadata().date())) {
                return Stream.of(Diagnostic.error(
                        reply.at(key),
                        "reference",
                        itself
                                ? Message.of("一件答复不能引用它自己", "a reply cannot refer to itself")
                                : Message.of("“%s”的日期在这一件之后", "“%s” is dated after this reply", target),
                        Message.of("这里写较早的那一件", "name the earlier reply here")));
            }
            return Stream.empty();
        });
    }
}
