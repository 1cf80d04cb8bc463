package dafu.check;

import dafu.model.Metadata.Waiver;
import dafu.text.Message;
import dafu.text.Suggestion;

/** A waiver names a rule that can be waived; its reason is a required key. */
final class Waivers implements LetterRule {
    static boolean isAllowed(Waiver waiver) {
        return Rule.find(waiver.rule())
                .filter(rule -> rule.may().contains("waive"))
                .isPresent();
    }

    @Override
    public void check(Letter letter, Findings found) {
        letter.reply().metadata().waivers().stream()
                .filter(waiver -> !isAllowed(waiver))
                .forEach(waiver -> report(letter, waiver.rule(), found));
    }

    private static void report(Letter letter, String rule, Findings found) {
        boolean known = Rule.find(rule).isPresent();
        found.add(
                "waiver",
                letter.at("waivers", rule),
                known
                        ? Message.of("%s 不能豁免", "%s cannot be waived", rule)
                        : Message.of("没有“%s”这条规则", "there is no rule “%s”", rule),
                known
                        ? Message.of("照它的提示改正", "mend what it finds")
                        : Suggestion.closest(rule, Rule.that("waive"))
                                .map(near -> Message.of("是不是 %s？", "did you mean %s?", near))
                                .orElse(Message.of("全部规则见 src/docs/rules.md", "src/docs/rules.md lists the rules")));
    }
}
