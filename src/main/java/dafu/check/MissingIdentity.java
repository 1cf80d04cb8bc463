package dafu.check;

import dafu.model.Kinds;
import dafu.model.Metadata;
import dafu.text.Message;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A proposal, suggestion or motion has a number and a session: together they say which one was answered. */
final class MissingIdentity implements LetterRule {
    private static final Set<String> NUMBERED = Set.of("proposal", "suggestion", "motion");

    /** What is filed between two sessions belongs to none, and some conferences number by the year. */
    private static final Pattern NO_SESSION = Pattern.compile("闭会|(?:19|20)\\d\\d ?年度? ?第");

    @Override
    public void check(Letter letter, Findings found) {
        Metadata metadata = letter.metadata();
        Optional<Asked> asked = Asked.in(metadata.title());
        boolean numbered = asked.isPresent()
                || metadata.kind()
                        .flatMap(kind -> Kinds.id(letter.archive().settings(), kind))
                        .filter(NUMBERED::contains)
                        .isPresent();
        if (numbered && metadata.number().isEmpty()) {
            found.add(
                    "number-missing",
                    letter.reply().at("title"),
                    Message.of("没有编号", "the number is missing"),
                    asked.map(it -> Message.of(
                                    "加一行 number: \"%s\"", "add a line number: \"%s\"", String.join("、", it.numbers())))
                            .orElse(Message.of(
                                    "照原件加一行 number: \"058\"；原件没有的，写豁免",
                                    "add a line number: \"058\" as printed, or waive it")));
        }
        if (numbered
                && metadata.session().isEmpty()
                && !NO_SESSION.matcher(metadata.title()).find()) {
            found.add(
                    "session-missing",
                    letter.reply().at("title"),
                    Message.of("没有届次", "the session is missing"),
                    Message.of("照原件加一行 session: …；原件没有的，写豁免", "add a line session: … as printed, or waive it"));
        }
    }
}
