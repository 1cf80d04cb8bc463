package dafu.check;

import static dafu.check.Letter.PATTERNS;

import dafu.model.Archive;
import dafu.model.Metadata;
import dafu.model.Reply;
import dafu.model.Settings;
import dafu.text.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** Number, session and kind: together they say which proposal, suggestion or motion was answered. */
final class Identity {
    private static final Set<String> NUMBERED = Set.of("proposal", "suggestion", "motion");
    private static final Map<String, String> WORDS = Map.of("proposal", "提案", "suggestion", "建议");

    private Identity() {}

    /** A kind is one of the built-in ones or one that the archive declares. */
    static void known(Archive archive, Reply reply, Findings found) {
        Settings settings = archive.settings();
        reply.metadata()
                .kind()
                .filter(kind -> settings.kind(kind).isEmpty())
                .ifPresent(kind -> found.add(
                        "kind",
                        reply.at("kind"),
                        kind,
                        settings.allKinds().stream()
                                .map(each -> each.id() + "（" + each.name() + "）")
                                .collect(Collectors.joining(", "))));
    }

    /** A proposal, suggestion or motion has a number and a session. */
    static void missing(Letter letter, Findings found) {
        Metadata metadata = letter.metadata();
        Location at = letter.reply().at("title");
        Optional<Asked> asked = letter.titled();
        if (asked.isEmpty() && kind(letter).filter(NUMBERED::contains).isEmpty()) {
            return;
        }
        if (metadata.number().isEmpty()) {
            String printed = asked.map(it -> String.join("、", it.numbers())).orElse("");
            found.add(printed.isEmpty() ? "number-missing/unknown" : "number-missing", at, printed);
        }
        if (metadata.session().isEmpty() && !PATTERNS.find("no-session", metadata.title())) {
            found.add("session-missing", at);
        }
    }

    /** The title and the opening name the number and the session that the front matter names. */
    static void differing(Letter letter, Findings found) {
        List<String> known = letter.metadata().number();
        Optional<Asked.Session> session = letter.metadata().session().flatMap(Asked.Session::in);
        letter.asked((asked, at) -> {
            for (String number : known.isEmpty() ? List.<String>of() : asked.numbers()) {
                if (known.stream().noneMatch(each -> Asked.isSame(each, number))) {
                    found.add("number-differs", at.get(), number, String.join("、", known));
                }
            }
            if (session.isPresent()
                    && asked.session().filter(session.get()::differs).isPresent()) {
                found.add(
                        "session-differs", at.get(), letter.metadata().session().get());
            }
        });
    }

    /** A letter calls what it answers by its name: a proposal is made at the conference, a suggestion at the congress. */
    static void called(Letter letter, Findings found) {
        String right = kind(letter).map(WORDS::get).orElse("");
        if (right.isEmpty()) {
            return;
        }
        letter.asked((asked, at) -> called(right, asked.word(), at, found));
        Matcher called = PATTERNS.matcher(
                "called-proposal", right.equals("建议") && letter.prose().contains("提案") ? letter.prose() : "");
        while (called.find()) {
            called(right, "提案", () -> letter.at(called.start(), called.end()), found);
        }
    }

    private static void called(String right, String word, Supplier<Location> at, Findings found) {
        if (WORDS.containsValue(word) && !word.equals(right)) {
            found.add("kind-word", at.get(), right, word);
        }
    }

    private static Optional<String> kind(Letter letter) {
        return letter.metadata().kind().flatMap(letter.archive().settings()::kind);
    }
}
