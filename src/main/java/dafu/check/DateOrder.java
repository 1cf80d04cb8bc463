package dafu.check;

import dafu.model.Archive;
import dafu.model.Metadata;
import dafu.model.Reply;
import dafu.text.Message;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** A reply is assigned, written, published and corrected in this order, and none of it in the future. */
final class DateOrder implements CatalogueRule {
    @Override
    public void check(Archive archive, Findings found) {
        for (Reply reply : archive.replies()) {
            Metadata metadata = reply.metadata();
            LocalDate date = metadata.date();
            metadata.published()
                    .filter(published -> published.isBefore(date))
                    .ifPresent(published -> found.add(
                            "published-before-reply",
                            reply.at("published"),
                            Message.of(
                                    "公开日期 %s 早于答复日期 %s",
                                    "published on %s, before the reply was written on %s", published, date),
                            Findings.LOOK));
            metadata.assigned()
                    .filter(assigned -> assigned.isAfter(date))
                    .ifPresent(assigned -> found.add(
                            "assigned-after-reply",
                            reply.at("assigned"),
                            Message.of(
                                    "交办日期 %s 晚于答复日期 %s",
                                    "assigned on %s, after the reply was written on %s", assigned, date),
                            Findings.LOOK));
            future(archive, reply, "assigned", metadata.assigned(), found);
            future(archive, reply, "date", Optional.of(date), found);
            future(archive, reply, "published", metadata.published(), found);
            Stream<LocalDate> corrected = metadata.corrections().stream().map(Metadata.Correction::date);
            future(archive, reply, "corrections", corrected.max(LocalDate::compareTo), found);
        }
    }

    private static void future(Archive archive, Reply reply, String key, Optional<LocalDate> day, Findings found) {
        day.filter(archive.asOf()::isBefore)
                .ifPresent(date -> found.add(
                        "date-future",
                        reply.at(key),
                        Message.of("%s 在 %s 之后", "%s is after %s", date, archive.asOf()),
                        Message.of("核对年份", "check the year")));
    }
}
