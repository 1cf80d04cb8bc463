package dafu.check;

import dafu.model.Archive;
import dafu.model.Reply;
import dafu.text.Message;
import java.util.Optional;

/** A reply that another one follows or supersedes must be there, and be an older one. */
final class References implements CatalogueRule {
    @Override
    public void check(Archive archive, Findings found) {
        for (Reply reply : archive.replies()) {
            reply.metadata().follows().ifPresent(id -> check(archive, reply, "follows", id, found));
            reply.metadata().supersedes().ifPresent(id -> check(archive, reply, "supersedes", id, found));
        }
    }

    private static void check(Archive archive, Reply reply, String key, String target, Findings found) {
        Optional<Reply> earlier = archive.find(target);
        boolean itself = target.equals(reply.id());
        // One that could not be read has errors of its own.
        if (earlier.isEmpty() && !archive.folder().unread().contains(target)) {
            found.add(
                    "reference",
                    reply.at(key),
                    Message.of("没有已公开的答复“%s”", "there is no published reply “%s”", target),
                    Message.of(
                            "写它在 content 下的路径，不带 .md，如 replies/2022/cppcc-9-1-031",
                            "write its path below the content folder without .md, such as replies/2022/cppcc-9-1-031"));
        } else if (itself
                || earlier.filter(e ->
                                e.metadata().date().isAfter(reply.metadata().date()))
                        .isPresent()) {
            found.add(
                    "reference",
                    reply.at(key),
                    itself
                            ? Message.of("一件答复不能引用它自己", "a reply cannot refer to itself")
                            : Message.of("“%s”的日期在这一件之后", "“%s” is dated after this reply", target),
                    Message.of("这里写较早的那一件", "name the earlier reply here"));
        }
    }
}
