package dafu.check;

import dafu.model.Kinds;
import dafu.text.Location;
import dafu.text.Message;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A letter calls what it answers by its name: a proposal is made at the conference, a suggestion at the congress. */
final class KindWord implements LetterRule {
    private static final Map<String, String> WORDS = Map.of("proposal", "提案", "suggestion", "建议");
    /** In replies to proposals the word 建议 also means advice: only a suggestion is called 提案 by mistake. */
    private static final Pattern CALLED = Pattern.compile("(?:您的?|你们?的?|该|本|此|(?<!委员|政协)提出的|代表的)提案|提案(?:收悉|已收悉|由我)");

    @Override
    public void check(Letter letter, Findings found) {
        String right = letter.metadata()
                .kind()
                .flatMap(kind -> Kinds.id(letter.archive().settings(), kind))
                .map(WORDS::get)
                .orElse("");
        if (right.isEmpty()) {
            return;
        }
        letter.asked((asked, at) -> check(right, asked.word(), at, found));
        Matcher called = CALLED.matcher(right.equals("建议") && letter.prose().contains("提案") ? letter.prose() : "");
        while (called.find()) {
            int start = called.start();
            int end = called.end();
            check(right, "提案", () -> letter.at(start, end), found);
        }
    }

    private static void check(String right, String word, Supplier<Location> at, Findings found) {
        if (WORDS.containsValue(word) && !word.equals(right)) {
            found.add(
                    "kind-word",
                    at.get(),
                    Message.of("这是%s，这里叫作%s", "what is answered is a %s, here it is called %s", right, word),
                    Message.of(
                            "改成%s，或改 kind；原件如此的，写豁免",
                            "write %s, or correct the kind; waive what the original says", right));
        }
    }
}
