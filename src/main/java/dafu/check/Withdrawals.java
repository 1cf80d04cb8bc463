package dafu.check;

import dafu.model.Archive;
import dafu.model.Change;
import dafu.model.Metadata;
import dafu.model.Reply;
import dafu.text.Message;

/** A page that stays without its letter, or although its letter no longer holds, says why; and since when. */
final class Withdrawals implements CatalogueRule {
    @Override
    public void check(Archive archive, Findings found) {
        for (Reply reply : archive.replies()) {
            boolean withheld = reply.metadata().extent() == Metadata.Extent.WITHHELD;
            if ((reply.isWithdrawn() || withheld) && reply.metadata().reason().isEmpty()) {
                found.add(
                        "withdrawn-reason",
                        reply.at(reply.isWithdrawn() ? "status" : "extent"),
                        Message.of("没有写原因", "there is no reason"),
                        Message.of("加一行 reason: …，页面上会显示", "add a line reason: …; the page shows it"));
            }
            if (reply.isWithdrawn() && Change.withdrawn(reply).isEmpty()) {
                found.add(
                        "withdrawn-undated",
                        reply.at("status"),
                        Message.of("看不出是哪天撤回的", "it does not say when it was withdrawn"),
                        Message.of(
                                "在 corrections 里加一条 - {date: 撤回的日期, note: 撤回}",
                                "add an entry to corrections: - {date: the day, note: withdrawn}"));
            }
        }
    }
}
