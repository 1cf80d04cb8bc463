package dafu.check;

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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Number, session and kind: together they say which proposal, suggestion or motion was answered. */
final class Identity {
    private static final Set<String> NUMBERED = Set.of("proposal", "suggestion", "motion");
    /** What is filed between two sessions belongs to none, and some conferences number by the year. */
    private static final Pattern NO_SESSION = Pattern.compile("闭会|(?:19|20)\\d\\d ?年度? ?第");

    private static final Map<String, String> WORDS = Map.of("proposal", "提案", "suggestion", "建议");
    /** In replies to proposals the word 建议 also means advice: only a suggestion is called 提案 by mistake. */
    private static final Pattern CALLED = Pattern.compile("(?:您的?|你们?的?|该|本|此|(?<!委员|政协)提出的|代表的)提案|提案(?:收悉|已收悉|由我)");

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
        if (metadata.session().isEmpty()
                && !NO_SESSION.matcher(metadata.title()).find()) {
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
        Matcher called = CALLED.matcher(right.equals("建议") && letter.prose().contains("提案") ? letter.prose() : "");
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
