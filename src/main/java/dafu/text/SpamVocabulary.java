package dafu.text;

import static dafu.text.Hijack.PATTERNS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Advertising that search-engine poisoning puts into public pages. Only terms that stand close together are added up,
 * and what surrounds them may explain them: a reply on policing names the same things.
 */
final class SpamVocabulary {
    /** Terms of one advertisement, from the first to behind the last. */
    record Cluster(int start, int end, int score) {
        /** Several signs of advertising in a few characters. */
        boolean isDense() {
            return score >= 5;
        }

        /** More than the one term that says most. */
        boolean isCompound() {
            return score > ADVERTISING;
        }
    }

    private record Term(String word, int weight) {}

    private record Match(Term term, int start) {
        int end() {
            return start + term.word.length();
        }
    }

    private static final int ADVERTISING = 3;
    private static final int CRIME = 2;
    private static final int PLAIN = 1;
    private static final int WIDEST_GAP = 3;
    private static final int MOST_TERMS = 32;
    private static final int LEAST_SCORE = 3;
    /** Plain words alone, such as 足球直播app免费下载. */
    private static final int LEAST_PLAIN_SCORE = 4;

    private static final int REACH = 48;
    private static final Term[][] BY_FIRST = new Term[Character.MAX_VALUE + 1][];

    /** Which characters begin a term, in as many bits as a processor keeps near. */
    private static final long[] FIRST = new long[1 << 10];

    static {
        Map<Character, List<Term>> terms = new HashMap<>();
        Map.of("advertising", ADVERTISING, "crime", CRIME, "plain", PLAIN)
                .forEach((list, weight) -> PATTERNS.words(list)
                        .forEach(word -> terms.computeIfAbsent(word.charAt(0), first -> new ArrayList<>())
                                .add(new Term(word, weight))));
        terms.forEach((first, list) -> {
            // The longest term that begins here is the one meant.
            list.sort((a, b) -> b.word.length() - a.word.length());
            BY_FIRST[first] = list.toArray(new Term[0]);
            FIRST[first >>> 6] |= 1L << first;
        });
    }

    private SpamVocabulary() {}

    static List<Cluster> clusters(String text) {
        List<Cluster> clusters = new ArrayList<>(0);
        List<Match> open = new ArrayList<>(0);
        for (int at = 0; at < text.length(); ) {
            Term term = termAt(text, at);
            if (term == null) {
                at++;
                continue;
            }
            if (open.size() == MOST_TERMS
                    || !open.isEmpty()
                            && isApart(text, open.get(open.size() - 1).end(), at)) {
                close(text, open, clusters);
            }
            open.add(new Match(term, at));
            at += term.word.length();
        }
        if (!open.isEmpty()) {
            close(text, open, clusters);
        }
        return clusters;
    }

    private static Term termAt(String text, int at) {
        char first = lower(text.charAt(at));
        Term[] terms = (FIRST[first >>> 6] & 1L << first) == 0 ? null : BY_FIRST[first];
        if (terms != null) {
            for (Term term : terms) {
                if (matches(text, at, term.word) && !isWithinOtherWord(text, at, term.word)) {
                    return term;
                }
            }
        }
        return null;
    }

    private static boolean matches(String text, int at, String word) {
        if (at + word.length() > text.length()) {
            return false;
        }
        for (int i = 1; i < word.length(); i++) {
            if (lower(text.charAt(at + i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** 购买足球 buys balls, 采购买球网 nets; app within a longer Latin word is none. */
    private static boolean isWithinOtherWord(String text, int at, String word) {
        char before = at > 0 ? text.charAt(at - 1) : '\0';
        if (word.startsWith("买球") || word.startsWith("买足球")) {
            return "购采己".indexOf(before) >= 0;
        }
        int end = at + word.length();
        return Width.isLetter(word.charAt(0))
                && (Width.isLetter(before) || end < text.length() && Width.isLetter(text.charAt(end)));
    }

    private static char lower(char c) {
        char folded = c < 128 ? c : Width.fold(c);
        return folded >= 'A' && folded <= 'Z' ? (char) (folded + 32) : folded;
    }

    private static boolean isApart(String text, int from, int to) {
        boolean apart = to - from > WIDEST_GAP;
        for (int i = from; i < to && !apart; i++) {
            apart = "。，、；：！？,;:!?\n“”《》（）".indexOf(text.charAt(i)) >= 0;
        }
        return apart;
    }

    private static void close(String text, List<Match> open, List<Cluster> clusters) {
        int start = open.get(0).start;
        int end = open.get(open.size() - 1).end();
        List<Term> terms = open.stream().map(Match::term).distinct().toList();
        open.clear();
        int score = terms.stream().mapToInt(Term::weight).sum();
        int strongest = terms.stream().mapToInt(Term::weight).max().orElse(0);
        boolean plain = terms.stream().anyMatch(term -> term.weight == PLAIN);
        boolean subject = terms.stream()
                .anyMatch(term -> PATTERNS.matcher("subject", term.word).matches());
        boolean advertises = strongest == ADVERTISING
                || strongest == CRIME && plain && score >= LEAST_SCORE
                || subject && score >= LEAST_PLAIN_SCORE;
        if (advertises && !isExplained(text, start, end, strongest)) {
            clusters.add(new Cluster(start, end, score));
        }
    }

    private static boolean isExplained(String text, int start, int end, int strongest) {
        String sentence = around(text, start, end, "。；！？\n");
        boolean fought = PATTERNS.find("enforcement", sentence);
        if (strongest == ADVERTISING) {
            // Nearer by: a sentence has room for an advertisement and for the police.
            return PATTERNS.matcher("as-problem", text)
                            .region(end, text.length())
                            .lookingAt()
                    || fought
                            && (isQuoted(text, start, end)
                                    || PATTERNS.find("enforcement", around(text, start, end, "。；！？\n，,：:")));
        }
        return fought
                || PATTERNS.find("prevention", sentence)
                || strongest == PLAIN && PATTERNS.find("service", sentence);
    }

    private static boolean isQuoted(String text, int start, int end) {
        return start > 0
                && end < text.length()
                && "“‘\"『「".indexOf(text.charAt(start - 1)) >= 0
                && "”’\"』」".indexOf(text.charAt(end)) >= 0;
    }

    private static String around(String text, int start, int end, String ends) {
        int from = start;
        while (from > 0 && start - from < REACH && ends.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int to = end;
        while (to < text.length() && to - end < REACH && ends.indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, to);
    }
}
