package dafu.check;

import dafu.model.Metadata;
import dafu.model.Settings;
import dafu.text.Location;
import dafu.text.Message;
import java.util.Optional;

/** The archive's own list of wrong and right words, in the letter and in what the lists show of it. */
final class WrongWords implements LetterRule {
    @Override
    public void check(Letter letter, Findings found) {
        Metadata metadata = letter.metadata();
        for (Settings.Word word : letter.archive().settings().words()) {
            String wrong = word.wrong();
            for (int at = find(letter.prose(), word, 0);
                    at >= 0;
                    at = find(letter.prose(), word, at + wrong.length())) {
                report(letter.at(at, at + wrong.length()), word, found);
            }
            in(letter, "title", metadata.title(), word, found);
            metadata.proposalTitle().ifPresent(title -> in(letter, "proposal-title", title, word, found));
            metadata.summary().ifPresent(summary -> in(letter, "summary", summary, word, found));
        }
    }

    private static void in(Letter letter, String key, String value, Settings.Word word, Findings found) {
        if (find(value, word, 0) >= 0) {
            report(letter.at(key, word.wrong()), word, found);
        }
    }

    /** The next place where the wrong words stand and are no part of the right ones; none where they were left out. */
    private static int find(String text, Settings.Word word, int from) {
        int inside = word.right().indexOf(word.wrong());
        int at = word.wrong().isEmpty() ? -1 : text.indexOf(word.wrong(), from);
        while (at >= 0 && inside >= 0 && text.startsWith(word.right(), at - inside)) {
            at = text.indexOf(word.wrong(), at + 1);
        }
        return at;
    }

    private static void report(Location at, Settings.Word word, Findings found) {
        found.add(
                "words",
                at,
                word.reason()
                        .map(reason -> Message.of(
                                "“%s”应作“%s”：%s", "“%s” should be “%s”: %s", word.wrong(), word.right(), reason))
                        .orElse(Message.of("“%s”应作“%s”", "“%s” should be “%s”", word.wrong(), word.right())),
                Message.of("改成“%s”", "write “%s”", word.right()),
                at.length() > 0 ? Optional.of(word.right()) : Optional.empty());
    }
}
