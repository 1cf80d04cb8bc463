package dafu.check;

import static dafu.check.Letter.PATTERNS;

import dafu.text.Han;
import dafu.text.Numerals;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * What a title or an opening says is answered: 市政协九届二次会议第058号提案.
 *
 * @param numbers as printed
 * @param word 提案, 建议 or 议案, or empty
 * @param from where it stands in the text
 */
record Asked(Optional<Session> session, List<String> numbers, String word, int from, int to) {
    /** A session by its counts, and whether it is one of the consultative conference; empty where it does not say. */
    record Session(int term, int meeting, Optional<Boolean> consultative) {
        /** The first session that a text names. */
        static Optional<Session> in(String text) {
            Matcher matcher = PATTERNS.matcher("session", Han.fold(text));
            return matcher.find() ? Optional.of(of(matcher, 0, text)) : Optional.empty();
        }

        private static Session of(Matcher matcher, int group, String text) {
            boolean conference = text.contains("政协") || text.contains("政治协商");
            boolean congress = text.contains("人大") || text.contains("人民代表大会");
            return new Session(
                    Numerals.value(matcher.group(group + 1)),
                    Numerals.value(matcher.group(group + 2)),
                    conference == congress ? Optional.empty() : Optional.of(conference));
        }

        boolean differs(Session other) {
            return term != other.term
                    || meeting != other.meeting
                    || consultative.isPresent()
                            && other.consultative.isPresent()
                            && !consultative.equals(other.consultative);
        }
    }

    /** The first one in a text; titles that it quotes do not count. */
    static Optional<Asked> in(String text) {
        String plain = text.indexOf('号') < 0
                ? ""
                : PATTERNS.matcher("quoted", Han.fold(text))
                        .replaceAll(quoted -> "□".repeat(quoted.group().length()));
        Matcher matcher = PATTERNS.matcher("asked", plain);
        while (matcher.find()) {
            String word = matcher.group(6) == null ? "" : matcher.group(6);
            boolean inSession = matcher.group(1) != null;
            boolean named = !word.isEmpty() || matcher.start() > 0 && plain.charAt(matcher.start() - 1) == '□';
            if (inSession || matcher.group(4) != null && named) {
                List<String> numbers = List.of(matcher.group(5).split(" *号?[、,和及]第?"));
                String near = plain.substring(Math.max(0, matcher.start() - 12), matcher.end());
                return Optional.of(new Asked(
                        inSession
                                ? Optional.of(Session.of(matcher, 1, near))
                                : Session.in(plain.substring(0, matcher.start())),
                        numbers,
                        word,
                        matcher.start(),
                        matcher.end()));
            }
        }
        return Optional.empty();
    }

    /** Whether two numbers, as printed, are one: 058 and 58. */
    static boolean isSame(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String number) {
        return Han.fold(number).replaceAll("[^a-z0-9]", "").replaceFirst("^0+(?=.)", "");
    }
}
