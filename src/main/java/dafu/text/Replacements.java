package dafu.text;

import dafu.text.Advertising.Advertisement;
import dafu.text.Hijack.Evidence;
import dafu.text.Hijack.Part;
import dafu.text.Hijack.Place;
import dafu.text.Hijack.Rule;
import dafu.text.Hijack.Suspicion;
import dafu.text.Slots.Slot;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Phrases that stand where other words stood: the signs of slots, grammar, strangeness and vocabulary, weighed. */
final class Replacements {
    private static final int MOSTLY = 60;
    /** A reply answers few proposals; a bound for hostile texts. */
    private static final int MOST_TITLES = 8;

    private final Inspected document;
    private final Advertising advertising;
    private final List<Suspicion> suspicions = new ArrayList<>(0);
    /** The characters that some suspicion covers: each is reported once. */
    private final Map<Part, BitSet> reported = new EnumMap<>(Part.class);

    private Replacements(Inspected document) {
        this.document = document;
        this.advertising = new Advertising(document);
        for (Part part : Part.values()) {
            reported.put(part, new BitSet());
        }
    }

    static List<Suspicion> in(Inspected document) {
        Replacements replacements = new Replacements(document);
        Slots.shared(document).forEach(replacements::judge);
        replacements.missingFunctionWord();
        replacements.replacedName();
        replacements.advertisements();
        return replacements.suspicions;
    }

    /** Reports a phrase with the signs that were looked for, seen or not. */
    private void report(
            Rule rule,
            String phrase,
            List<Place> places,
            Map<Evidence, Boolean> signs,
            Optional<String> repair,
            Optional<String> title,
            boolean certain) {
        Set<Evidence> seen = EnumSet.copyOf(signs.keySet());
        seen.removeIf(sign -> !signs.get(sign));
        suspicions.add(new Suspicion(rule, phrase, places, seen, repair, title, certain));
        places.forEach(place -> reported.get(place.part()).set(place.start(), place.end()));
    }

    private boolean isReported(Place place) {
        int next = reported.get(place.part()).nextSetBit(place.start());
        return next >= 0 && next < place.end();
    }

    private void judge(Slots.Shared shared) {
        List<Slot> slots = shared.slots();
        boolean advertised =
                slots.stream().anyMatch(slot -> advertising.at(slot).isPresent());
        if (!advertised && (Titles.opens(shared.phrase()) || document.isName(shared.phrase()))) {
            return;
        }
        String phrase = withoutKnownEnd(shared, advertised);
        int strange = document.strangeness.of(phrase);
        long inText = slots.stream().filter(slot -> slot.part() == Part.TEXT).count();
        boolean onlyInSlots = document.strangeness.count(phrase) == inText;
        boolean lacking = document.lacksFunctionWord();
        boolean alien = strange >= MOSTLY && onlyInSlots || strange == Strangeness.WHOLLY && lacking;
        Titles.Repair repair = Titles.repair(document, slots, phrase.length());
        if (!advertised && !(alien && (lacking || repair.any()))) {
            return;
        }
        // The reply's own title and the proposal's are two witnesses.
        boolean title = repair.title().isPresent();
        boolean repairs = title || repair.reply();
        boolean many = shared.openings() > 2;
        boolean certain = advertised && (repairs || alien || many)
                || alien && repairs && (lacking || title && repair.reply() || strange == Strangeness.WHOLLY && many);
        Map<Evidence, Boolean> signs = Map.of(
                Evidence.SLOT, true,
                Evidence.ALIEN, alien,
                Evidence.MISSING_FUNCTION_WORD, lacking,
                Evidence.VOCABULARY, advertised,
                Evidence.REPAIR, repair.any());
        report(Rule.SLOT, phrase, document.placesOf(phrase), signs, repair.word(), repair.title(), certain);
    }

    /** Two openings may share more than the pasted phrase: the true title behind it, whose words the text knows. */
    private String withoutKnownEnd(Slots.Shared shared, boolean advertised) {
        String phrase = shared.phrase();
        boolean titlesFollow = shared.slots().stream()
                .map(document::content)
                .allMatch(
                        content -> content.length() > phrase.length() && Titles.opensWithin(content, phrase.length()));
        if (shared.openings() > 2 || titlesFollow) {
            return phrase;
        }
        int end = document.strangeness.alienPrefix(phrase);
        for (Slot slot : advertised ? shared.slots() : List.<Slot>of()) {
            int clusterEnd = advertising
                    .at(slot)
                    .map(at -> at.place().end() - slot.start())
                    .orElse(0);
            end = Math.max(end, Math.min(phrase.length(), clusterEnd));
        }
        return end >= Slots.SHORTEST && end < phrase.length() ? phrase.substring(0, end) : phrase;
    }

    /** A long text without 关于, and a title that opens with words found nowhere else in it. */
    private void missingFunctionWord() {
        if (!document.lacksFunctionWord()) {
            return;
        }
        List<Slot> titles = document.slots.stream()
                .filter(slot -> slot.kind() == Slots.Kind.PROPOSAL_TITLE)
                .limit(MOST_TITLES)
                .toList();
        for (Slot slot : titles) {
            String title = document.content(slot);
            if (isReported(new Place(slot.part(), slot.start(), slot.start() + 1))
                    || document.isName(title)
                    || Titles.opens(title)) {
                continue;
            }
            int length = document.strangeness.alienPrefix(title);
            Titles.Repair repair = Titles.repair(document, List.of(slot), length);
            if (length >= Slots.SHORTEST && repair.any()) {
                String phrase = title.substring(0, length);
                boolean advertised = advertising.at(slot).isPresent();
                Map<Evidence, Boolean> signs = Map.of(
                        Evidence.MISSING_FUNCTION_WORD, true,
                        Evidence.ALIEN, true,
                        Evidence.REPAIR, true,
                        Evidence.VOCABULARY, advertised);
                List<Place> places = document.placesOf(phrase);
                report(Rule.FUNCTION_WORD, phrase, places, signs, repair.word(), repair.title(), advertised);
            }
        }
    }

    /** 对…政协九届二次会议: the session's full name tells what stood in front of its second half. */
    private void replacedName() {
        String title = document.part(Part.TITLE);
        for (String name : document.names) {
            int split = Math.max(name.indexOf("政协"), name.indexOf("人大"));
            if (split < 2 || split > 12 || name.length() - split < 6) {
                continue;
            }
            int at = title.indexOf(name.substring(split));
            int start = at;
            while (start > 0
                    && Slots.isWordCharacter(title.charAt(start - 1))
                    && "对于".indexOf(title.charAt(start - 1)) < 0) {
                start--;
            }
            if (at < 0 || at - start < Slots.SHORTEST) {
                continue;
            }
            String phrase = title.substring(start, at);
            Place place = new Place(Part.TITLE, start, at);
            String head = name.substring(0, split);
            boolean advertised = advertising.overlaps(place);
            boolean honest =
                    document.isName(phrase) || Titles.opens(phrase) || document.strangeness.of(phrase) < MOSTLY;
            // 市十五届 for 示例市十五届: a city's own letters leave its name out.
            boolean shortened = phrase.endsWith(head) || head.endsWith(phrase);
            if (!shortened && !isReported(place) && (advertised || !honest)) {
                Map<Evidence, Boolean> signs =
                        Map.of(Evidence.REPAIR, true, Evidence.VOCABULARY, advertised, Evidence.ALIEN, !advertised);
                List<Place> places = document.placesOf(phrase);
                report(Rule.SLOT, phrase, places, signs, Optional.of(head), Optional.empty(), advertised);
            }
        }
    }

    private void advertisements() {
        for (List<Advertisement> group : advertising.grouped(each -> !isReported(each.place()))) {
            String phrase = group.get(0).phrase();
            List<Slot> opened = document.slots.stream()
                    .filter(slot -> group.stream()
                            .anyMatch(each -> each.place().part() == slot.part()
                                    && each.place().start() == slot.start()))
                    .toList();
            Titles.Repair titles = Titles.repair(document, opened, phrase.length());
            Optional<String> repair = nameFor(group).or(titles::word);
            boolean dense = group.stream().anyMatch(Advertisement::isDense);
            boolean compound = group.stream().anyMatch(Advertisement::isCompound);
            boolean again = group.size() > 1 || group.get(0).place().part() != Part.TEXT;
            boolean certain = dense || compound && again || repair.isPresent();
            List<Place> places = group.stream().map(Advertisement::place).toList();
            Map<Evidence, Boolean> signs = Map.of(Evidence.VOCABULARY, true, Evidence.REPAIR, repair.isPresent());
            report(Rule.VOCABULARY, phrase, places, signs, repair, titles.title(), certain);
        }
    }

    /** The beginning of a known name whose end follows the phrase: …新港区管理委员会 lacks 城陵矶. */
    private Optional<String> nameFor(List<Advertisement> group) {
        for (Advertisement each : group.subList(0, Math.min(group.size(), MOST_TITLES))) {
            String text = document.part(each.place().part());
            int end = each.place().end();
            String following = text.substring(end, Math.min(end + 4, text.length()));
            for (String name : following.length() < 4 ? List.<String>of() : document.names) {
                int split = name.indexOf(following);
                if (split >= 2) {
                    return Optional.of(name.substring(0, split));
                }
            }
        }
        return Optional.empty();
    }
}
