package dafu.check;

import dafu.model.Archive;
import dafu.model.Metadata;
import dafu.model.Reply;
import dafu.text.Message;

/**
 * One number of a session is answered once by one body. A second answer says that it follows or supersedes the first;
 * several bodies may answer parts of one proposal, whose title is then the same.
 */
final class SeriesDuplicate implements CatalogueRule {
    @Override
    public void check(Archive archive, Findings found) {
        for (Reply reply : archive.replies()) {
            archive.together(reply).stream()
                    .filter(earlier -> earlier.metadata()
                                    .date()
                                    .isBefore(reply.metadata().date())
                            || earlier.metadata().date().equals(reply.metadata().date())
                                    && earlier.id().compareTo(reply.id()) < 0)
                    .filter(earlier -> isDuplicate(earlier, reply))
                    .findFirst()
                    .ifPresent(earlier -> found.add(
                            "series-duplicate",
                            reply.at("number"),
                            Message.of(
                                    "同一会议同一编号已有一件：%s",
                                    "there is one of the same session and number: %s", earlier.at("number")),
                            Message.of(
                                    "核对编号；重新答复的写 supersedes: %1$s，接着答复的写 follows: %1$s",
                                    "check the number; a second answer says supersedes: %1$s or follows: %1$s",
                                    earlier.id())));
        }
    }

    private static boolean isDuplicate(Reply earlier, Reply later) {
        Metadata one = earlier.metadata();
        Metadata other = later.metadata();
        boolean linked = other.follows().isPresent() || other.supersedes().isPresent();
        boolean otherMatter = one.proposalTitle().isPresent()
                && other.proposalTitle().isPresent()
                && !one.proposalTitle().equals(other.proposalTitle());
        return !linked
                && one.role() == other.role()
                && !earlier.isWithdrawn()
                && !later.isWithdrawn()
                && (otherMatter || one.answeringBody().equals(other.answeringBody()));
    }
}
