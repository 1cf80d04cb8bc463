package dafu.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was said about a reply after it was published: a correction, or that it was withdrawn.
 *
 * @param number its place among those of the reply, from 1; it never moves, since corrections are only added to
 * @param date when; empty for a withdrawal that no correction dates
 */
public record Change(Reply reply, int number, Optional<LocalDate> date, boolean withdrawal, String note) {
    private static final Comparator<Change> ORDER = Comparator.<Change, LocalDate>comparing(
                    change -> change.date.orElse(change.reply.since()))
            .thenComparing(change -> change.reply.id())
            .thenComparing(Change::number);

    /** Every change of an archive, oldest first. */
    public static List<Change> all(Archive archive) {
        return archive.replies().stream()
                .flatMap(reply -> of(reply).stream())
                .sorted(ORDER)
                .toList();
    }

    /** The changes of a reply, as they stand in its front matter; a withdrawal that they do not date comes last. */
    public static List<Change> of(Reply reply) {
        List<Change> changes = new ArrayList<>();
        List<Metadata.Correction> corrections = reply.metadata().corrections();
        int withdrawn = reply.isWithdrawn() ? withdrawal(corrections) : -1;
        for (int i = 0; i < corrections.size(); i++) {
            Metadata.Correction correction = corrections.get(i);
            changes.add(new Change(reply, i + 1, Optional.of(correction.date()), i == withdrawn, correction.note()));
        }
        if (reply.isWithdrawn() && withdrawn < 0) {
            changes.add(new Change(reply, corrections.size() + 1, Optional.empty(), true, ""));
        }
        return List.copyOf(changes);
    }

    /** When a withdrawn reply was withdrawn, where a correction says so. */
    public static Optional<LocalDate> withdrawn(Reply reply) {
        return of(reply).stream().filter(Change::withdrawal).findFirst().flatMap(Change::date);
    }

    /** When a reply last changed for its readers: it became public, was corrected or withdrawn. */
    public static LocalDate last(Reply reply) {
        return of(reply).stream()
                .flatMap(change -> change.date().stream())
                .filter(date -> date.isAfter(reply.since()))
                .max(Comparator.naturalOrder())
                .orElse(reply.since());
    }

    /** The anchor of a change on the reply's page. */
    public String anchor() {
        return "correction-" + number;
    }

    /** The last correction that speaks of the withdrawal; a date that means something else would be a false statement. */
    private static int withdrawal(List<Metadata.Correction> corrections) {
        for (int i = corrections.size() - 1; i >= 0; i--) {
            String note = corrections.get(i).note().toLowerCase(Locale.ROOT);
            if (note.contains("撤") || note.contains("withdr")) {
                return i;
            }
        }
        return -1;
    }
}
