package dafu.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The front matter of a reply, one component per key: this list is the schema. Parsing, hints, the skeleton of a new
 * reply, the editors' table and the open data follow from it.
 */
public record Metadata(
        String title,
        Optional<String> kind,
        Optional<String> session,
        List<String> number,
        Optional<String> proposalTitle,
        List<String> proposers,
        String answeringBody,
        List<String> supportingBodies,
        Role role,
        Optional<LocalDate> assigned,
        LocalDate date,
        Optional<LocalDate> published,
        Optional<String> documentNumber,
        Optional<String> indexNumber,
        Optional<String> outcome,
        Optional<Satisfaction> satisfaction,
        Optional<String> disclosure,
        Extent extent,
        Optional<String> summary,
        List<String> topics,
        Optional<Contact> contact,
        List<Attachment> attachments,
        Optional<Origin> source,
        Optional<String> follows,
        Optional<String> supersedes,
        List<Correction> corrections,
        Status status,
        Optional<String> reason,
        List<String> aliases,
        List<Waiver> waivers) {

    public static final Schema<Metadata> SCHEMA = Schema.of(Metadata.class);

    /** Whether the letter answers the proposer or advises the body that does. */
    public enum Role implements Choice {
        ANSWER,
        SUPPORTING_OPINION
    }

    /** How much of the letter is public. */
    public enum Extent implements Choice {
        FULL,
        EXCERPT,
        SUMMARY,
        WITHHELD
    }

    /** Where the reply stands in its life. */
    public enum Status implements Choice {
        PUBLISHED,
        DRAFT,
        WITHDRAWN
    }

    public record Satisfaction(Optional<String> handling, Optional<String> result) {}

    public record Contact(Optional<String> office, Optional<String> phone) {}

    public record Attachment(String file, Optional<String> title) {}

    public record Origin(
            Optional<String> url, Optional<LocalDate> retrieved, Optional<String> archived, boolean restated) {}

    public record Correction(LocalDate date, String note) {}

    /** A rule whose findings in this reply are no mistakes. */
    public record Waiver(String rule, String reason) {}
}
