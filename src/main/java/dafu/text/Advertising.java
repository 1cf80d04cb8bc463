package dafu.text;

import static dafu.text.Hijack.PATTERNS;

import dafu.text.Hijack.Part;
import dafu.text.Hijack.Place;
import dafu.text.Slots.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Advertising that search-engine poisoning puts into public pages. Only terms that stand close together are added up,
 * and what surrounds them may explain them: a reply on policing names the same things. In front of a title an
 * advertisement ends where the true title begins.
 */
final class Advertising {
    /** An advertisement: a cluster of terms and what belongs to it, and how much the terms say. */
    record Advertisement(Place place, String phrase, int score) {
        /** Several signs of advertising in a few characters. */
        boolean isDense() {
            return score >= 5;
        }

        /** More than the one term that says most. */
        boolean isCompound() {
            return score > SURE;
        }
    }

    private record Term(String word, int weight) {}

    private static final int SURE = 3;
    private static final int CRIME = 2;
    private static final int PLAIN = 1;
    private static final int WIDEST_GAP = 3;
    private static final int MOST_TERMS = 32;
    private static final int LEAST_SCORE = 3;
    /** Plain words alone, such as 足球直播app免费下载. */
    private static final int LEAST_PLAIN_SCORE = 4;

    private static final int REACH = 48;
    /** The terms by the characters that they begin with in either width and case, the longest first. */
    private static final Term[][] BY_FIRST = new Term[Character.MAX_VALUE + 1][];
    /** Which characters begin a term, in as many bits as a processor keeps near. */
    private static final long[] FIRST = new long[1 << 10];

    static {
        Map<Character, List<Term>> terms = new HashMap<>();
        Map.of("advertising", SURE, "crime", CRIME, "plain", PLAIN)
                .forEach((list, weight) -> PATTERNS.words(list)
                        .forEach(word -> terms.computeIfAbsent(word.charAt(0), first -> new ArrayList<>())
                                .add(new Term(word, weight))));
        terms.values().forEach(list -> list.sort((a, b) -> b.word.length() - a.word.length()));
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            List<Term> list = terms.get(lower(c));
            if (list != null) {
                BY_FIRST[c] = list.toArray(new Term[0]);
                FIRST[c >>> 6] |= 1L << c;
            }
        }
    }

    private final Inspected document;
    private final List<Advertisement> all = new ArrayList<>(0);

    Advertising(Inspected document) {
        this.document = document;
        for (Part part : Part.values()) {
            collect(part, document.part(part));
        }
    }

    /** The one that a slot opens with, two characters of leeway. */
    Optional<Advertisement> at(Slot slot) {
        return all.stream()
                .filter(each -> each.place.part() == slot.part()
                        && each.place.start() >= slot.start()
                        && each.place.start() <= slot.start() + 2)
                .findFirst();
    }

    boolean overlaps(Place place) {
        return all.stream()
                .map(Advertisement::place)
                .anyMatch(other ->
                        other.part() == place.part() && other.start() < place.end() && place.start() < other.end());
    }

    /** Those that pass, together where they are the same but for width and case, by first appearance. */
    List<List<Advertisement>> grouped(Predicate<Advertisement> which) {
        Map<String, List<Advertisement>> byPhrase = new LinkedHashMap<>();
        all.stream()
                .filter(which)
                .forEach(each -> byPhrase.computeIfAbsent(Han.fold(each.phrase), phrase -> new ArrayList<>())
                        .add(each));
        return List.copyOf(byPhrase.values());
    }

    private void collect(Part part, String text) {
        List<Term> open = new ArrayList<>(0);
        int start = 0;
        int end = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            Term term = (FIRST[c >>> 6] & 1L << c) == 0 ? null : termAt(text, at);
            if (term != null) {
                if (open.size() == MOST_TERMS || !open.isEmpty() && isApart(text, end, at)) {
                    close(part, start, end, open);
                }
                start = open.isEmpty() ? at : start;
                open.add(term);
                end = at + term.word.length();
                at = end - 1;
            }
        }
        close(part, start, end, open);
    }

    private static Term termAt(String text, int at) {
        for (Term term : BY_FIRST[text.charAt(at)]) {
            if (matches(text, at, term.word) && !isWithinOtherWord(text, at, term.word)) {
                return term;
            }
        }
        return null;
    }

    private static boolean matches(String text, int at, String word) {
        boolean matches = at + word.length() <= text.length();
        for (int i = 1; matches && i < word.length(); i++) {
            matches = lower(text.charAt(at + i)) == word.charAt(i);
        }
        return matches;
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
        char folded = Width.fold(c);
        return folded >= 'A' && folded <= 'Z' ? (char) (folded + 32) : folded;
    }

    private static boolean isApart(String text, int from, int to) {
        boolean apart = to - from > WIDEST_GAP;
        for (int i = from; i < to && !apart; i++) {
            apart = "。，、；：！？,;:!?\n“”《》（）".indexOf(text.charAt(i)) >= 0;
        }
        return apart;
    }

    /** Adds up the terms of a cluster. In front of a title it goes on as far as words follow that the text does not know. */
    private void close(Part part, int start, int end, List<Term> open) {
        List<Term> terms = open.stream().distinct().toList();
        open.clear();
        int score = terms.stream().mapToInt(Term::weight).sum();
        int strongest = terms.stream().mapToInt(Term::weight).max().orElse(0);
        boolean plain = terms.stream().anyMatch(term -> term.weight == PLAIN);
        boolean subject = terms.stream()
                .anyMatch(term -> PATTERNS.matcher("subject", term.word).matches());
        boolean advertises = strongest == SURE
                || strongest == CRIME && plain && score >= LEAST_SCORE
                || subject && score >= LEAST_PLAIN_SCORE;
        String text = document.part(part);
        if (!advertises || isExplained(text, start, end, strongest)) {
            return;
        }
        int until = end;
        for (Slot slot : document.slots) {
            if (slot.part() == part && slot.start() == start) {
                until = Math.max(end, start + document.strangeness.alienPrefix(document.content(slot)));
                break;
            }
        }
        all.add(new Advertisement(new Place(part, start, until), text.substring(start, until), score));
    }

    private static boolean isExplained(String text, int start, int end, int strongest) {
        String sentence = around(text, start, end, "。；！？\n");
        boolean fought = PATTERNS.find("enforcement", sentence);
        if (strongest == SURE) {
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
