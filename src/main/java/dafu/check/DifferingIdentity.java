package dafu.check;

import dafu.text.Location;
import dafu.text.Message;
import java.util.function.Supplier;

/** The title and the opening of a letter name the number and the session that the front matter names. */
final class DifferingIdentity implements LetterRule {
    @Override
    public void check(Letter letter, Findings found) {
        letter.asked((asked, at) -> compare(letter, asked, at, found));
    }

    private static void compare(Letter letter, Asked asked, Supplier<Location> at, Findings found) {
        var numbers = letter.metadata().number();
        asked.numbers().stream()
                .filter(number ->
                        !numbers.isEmpty() && numbers.stream().noneMatch(known -> Asked.isSame(known, number)))
                .forEach(number -> found.add(
                        "number-differs",
                        at.get(),
                        Message.of(
                                "这里是第%s号，元数据的 number 是 %s",
                                "it says number %s here, the front matter says %s", number, String.join("、", numbers)),
                        Findings.LOOK));
        letter.metadata()
                .session()
                .ifPresent(name -> Asked.Session.in(name)
                        .filter(session ->
                                asked.session().filter(session::differs).isPresent())
                        .ifPresent(session -> found.add(
                                "session-differs",
                                at.get(),
                                Message.of(
                                        "这里的届次与元数据的“%s”不同",
                                        "the session here is not “%s”, as the front matter says", name),
                                Findings.LOOK)));
    }
}
