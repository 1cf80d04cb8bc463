package dafu.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Phrases that open two or more slots: the longest beginning that as many of them as possible share. */
final class SlotPhrases {
    static final int SHORTEST = 4;
    /** Longer shared openings are whole titles. */
    static final int LONGEST = 24;
    /** Bounds for hostile texts; honest ones have none. */
    private static final int MOST = 8;

    private static final int MOST_CANDIDATES = 64;

    /** A shared opening, and the slots that it opens. */
    record SlotPhrase(String phrase, List<Slots.Slot> slots) {
        /** The proposal's title repeated is one opening; every heading is one. */
        int openings() {
            return (int) slots.stream()
                    .map(slot -> slot.kind() == Slots.Kind.HEADING ? slot : slot.kind())
                    .distinct()
                    .count();
        }
    }

    private SlotPhrases() {}

    static List<SlotPhrase> in(Hijack.Document document, List<Slots.Slot> slots) {
        Set<String> openings = new LinkedHashSet<>();
        for (int i = 0; i < slots.size(); i++) {
            for (int j = i + 1; j < slots.size(); j++) {
                String shared = sharedOpening(document, slots.get(i), slots.get(j));
                if (shared.length() >= SHORTEST && openings.size() < MOST_CANDIDATES) {
                    openings.add(shared);
                }
            }
        }
        List<SlotPhrase> phrases = openings.stream()
                .map(phrase -> new SlotPhrase(
                        phrase,
                        slots.stream()
                                .filter(slot -> opens(document, slot, phrase))
                                .toList()))
                .filter(phrase -> phrase.openings() >= 2)
                .sorted(Comparator.comparing((SlotPhrase phrase) -> -phrase.openings())
                        .thenComparing(phrase -> -phrase.phrase.length()))
                .toList();
        List<SlotPhrase> chosen = new ArrayList<>();
        for (SlotPhrase phrase : phrases) {
            if (chosen.size() < MOST && chosen.stream().noneMatch(other -> other.slots.containsAll(phrase.slots))) {
                chosen.add(phrase);
            }
        }
        return chosen;
    }

    private static String sharedOpening(Hijack.Document document, Slots.Slot a, Slots.Slot b) {
        String first = document.part(a.part());
        String second = document.part(b.part());
        int most = Math.min(LONGEST, Math.min(a.end() - a.start(), b.end() - b.start()));
        int length = 0;
        while (length < most
                && first.charAt(a.start() + length) == second.charAt(b.start() + length)
                && isWordCharacter(first.charAt(a.start() + length))) {
            length++;
        }
        // A label such as 牵头单位： opens every item of a list.
        boolean label = a.start() + length < first.length() && Width.fold(first.charAt(a.start() + length)) == ':';
        return label ? "" : first.substring(a.start(), a.start() + length);
    }

    private static boolean opens(Hijack.Document document, Slots.Slot slot, String phrase) {
        return document.part(slot.part()).startsWith(phrase, slot.start());
    }

    static boolean isWordCharacter(char c) {
        return Width.isHan(c) || Width.isAlphanumeric(c);
    }
}
