package dafu.text;

import dafu.text.Advertisements.Advertisement;
import dafu.text.Hijack.Evidence;
import dafu.text.Hijack.Part;
import dafu.text.Hijack.Place;
import dafu.text.Hijack.Suspicion;
import dafu.text.SlotPhrases.SlotPhrase;
import dafu.text.Slots.Slot;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Phrases that stand where other words stood: the signs of slots, grammar, strangeness and vocabulary, weighed. */
final class Replacements {
    private static final int MOSTLY = 60;
    private static final int WHOLLY = 100;
    /** A reply answers few proposals; a bound for hostile texts. */
    private static final int MOST_TITLES = 8;

    private final Inspection inspection;
    private final Advertisements advertisements;

    private Replacements(Hijack.Document document) {
        this.inspection = new Inspection(document);
        this.advertisements = new Advertisements(inspection);
    }

    static List<Suspicion> in(Hijack.Document document) {
        Replacements replacements = new Replacements(document);
        for (SlotPhrase phrase : SlotPhrases.in(document, replacements.inspection.slots())) {
            replacements.judge(phrase);
        }
        replacements.missingFunctionWord();
        replacements.replacedName();
        replacements.advertising();
        return replacements.inspection.suspicions();
    }

    private void judge(SlotPhrase shared) {
        Slot first = shared.slots().get(0);
        boolean advertised =
                shared.slots().stream().anyMatch(slot -> advertisements.at(slot).isPresent());
        if (!advertised
                && (Openers.opens(inspection.part(first.part()), first.start())
                        || inspection.isName(shared.phrase()))) {
            return;
        }
        String phrase = withoutKnownEnd(shared, advertised);
        int strange = inspection.strangeness().of(phrase);
        Set<Evidence> evidence = EnumSet.of(Evidence.SLOT);
        long inText =
                shared.slots().stream().filter(slot -> slot.part() == Part.TEXT).count();
        boolean onlyInSlots = inspection.strangeness().count(phrase) == inText;
        boolean lacking = inspection.lacksFunctionWord();
        boolean alien = strange >= MOSTLY && onlyInSlots || strange == WHOLLY && lacking;
        if (alien) {
            evidence.add(Evidence.ALIEN);
        }
        if (lacking) {
            evidence.add(Evidence.MISSING_FUNCTION_WORD);
        }
        if (advertised) {
            evidence.add(Evidence.VOCABULARY);
        }
        Optional<String> title = repairedTitle(shared.slots(), phrase.length());
        // The reply's own title and the proposal's are two witnesses.
        boolean reply = repairs(shared.slots(), Slots.Kind.REPLY_TITLE, phrase.length());
        boolean repaired = title.isPresent() || reply || repairs(shared.slots(), Slots.Kind.HEADING, phrase.length());
        if (repaired) {
            evidence.add(Evidence.REPAIR);
        }
        if (!advertised && !(alien && (lacking || repaired))) {
            return;
        }
        boolean repairs = title.isPresent() || reply;
        boolean certain = advertised && (repairs || alien || shared.openings() > 2)
                || alien
                        && repairs
                        && (lacking || title.isPresent() && reply || strange == WHOLLY && shared.openings() > 2);
        inspection.report(new Suspicion(
                Hijack.Rule.SLOT,
                phrase,
                inspection.placesOf(phrase),
                evidence,
                repaired ? Optional.of(ProposalTitle.FUNCTION_WORD) : Optional.empty(),
                title,
                certain));
    }

    /** Two openings may share more than the pasted phrase: the true title behind it, whose words the text knows. */
    private String withoutKnownEnd(SlotPhrase shared, boolean advertised) {
        String phrase = shared.phrase();
        if (shared.openings() > 2) {
            return phrase;
        }
        boolean titlesFollow = shared.slots().stream()
                .allMatch(slot -> inspection.content(slot).length() > phrase.length()
                        && Openers.opensWithin(inspection.content(slot), phrase.length()));
        if (titlesFollow) {
            return phrase;
        }
        int end = inspection.strangeness().alienPrefix(phrase);
        if (advertised) {
            for (Slot slot : shared.slots()) {
                int clusterEnd = advertisements
                        .at(slot)
                        .map(at -> at.place().end() - slot.start())
                        .orElse(0);
                end = Math.max(end, Math.min(phrase.length(), clusterEnd));
            }
        }
        return end >= SlotPhrases.SHORTEST && end < phrase.length() ? phrase.substring(0, end) : phrase;
    }

    /** A long text without 关于, and a title that opens with words found nowhere else in it. */
    private void missingFunctionWord() {
        if (!inspection.lacksFunctionWord()) {
            return;
        }
        List<Slot> titles = inspection.slots().stream()
                .filter(slot -> slot.kind() == Slots.Kind.PROPOSAL_TITLE)
                .limit(MOST_TITLES)
                .toList();
        for (Slot slot : titles) {
            String title = inspection.content(slot);
            if (inspection.isReported(new Place(slot.part(), slot.start(), slot.start() + 1))
                    || inspection.isName(title)
                    || Openers.opens(title, 0)) {
                continue;
            }
            int length = inspection.strangeness().alienPrefix(title);
            Optional<String> repaired = ProposalTitle.repaired(title, length);
            if (length >= SlotPhrases.SHORTEST && repaired.isPresent()) {
                boolean advertised = advertisements.at(slot).isPresent();
                Set<Evidence> evidence = EnumSet.of(Evidence.MISSING_FUNCTION_WORD, Evidence.ALIEN, Evidence.REPAIR);
                if (advertised) {
                    evidence.add(Evidence.VOCABULARY);
                }
                String phrase = title.substring(0, length);
                inspection.report(new Suspicion(
                        Hijack.Rule.FUNCTION_WORD,
                        phrase,
                        inspection.placesOf(phrase),
                        evidence,
                        Optional.of(ProposalTitle.FUNCTION_WORD),
                        repaired,
                        advertised));
            }
        }
    }

    /** 对…政协九届二次会议: the session's full name tells what stood in front of its second half. */
    private void replacedName() {
        String title = inspection.document().title();
        for (String name : inspection.document().names().stream().sorted().toList()) {
            int split = Math.max(name.indexOf("政协"), name.indexOf("人大"));
            if (split < 2 || split > 12 || name.length() - split < 6) {
                continue;
            }
            int at = title.indexOf(name.substring(split));
            int start = at;
            while (start > 0
                    && SlotPhrases.isWordCharacter(title.charAt(start - 1))
                    && "对于".indexOf(title.charAt(start - 1)) < 0) {
                start--;
            }
            if (at < 0 || at - start < SlotPhrases.SHORTEST) {
                continue;
            }
            String phrase = title.substring(start, at);
            Place place = new Place(Part.TITLE, start, at);
            String head = name.substring(0, split);
            boolean advertised = advertisements.overlap(place);
            boolean honest = inspection.isName(phrase)
                    || Openers.opens(phrase, 0)
                    || inspection.strangeness().of(phrase) < MOSTLY;
            // 市十五届 for 示例市十五届: a city's own letters leave its name out.
            if (phrase.endsWith(head)
                    || head.endsWith(phrase)
                    || inspection.isReported(place)
                    || !advertised && honest) {
                continue;
            }
            Set<Evidence> evidence = EnumSet.of(Evidence.REPAIR);
            evidence.add(advertised ? Evidence.VOCABULARY : Evidence.ALIEN);
            inspection.report(new Suspicion(
                    Hijack.Rule.SLOT,
                    phrase,
                    inspection.placesOf(phrase),
                    evidence,
                    Optional.of(head),
                    Optional.empty(),
                    advertised));
        }
    }

    private void advertising() {
        for (List<Advertisement> group : advertisements.grouped(each -> !inspection.isReported(each.place()))) {
            String phrase = group.get(0).phrase();
            Set<Evidence> evidence = EnumSet.of(Evidence.VOCABULARY);
            List<Slot> opened = inspection.slots().stream()
                    .filter(slot -> group.stream()
                            .anyMatch(each -> each.place().part() == slot.part()
                                    && each.place().start() == slot.start()))
                    .toList();
            Optional<String> title = repairedTitle(opened, phrase.length());
            Optional<String> repair = nameFor(group)
                    .or(() -> Optional.of(ProposalTitle.FUNCTION_WORD)
                            .filter(word -> title.isPresent()
                                    || repairs(opened, Slots.Kind.REPLY_TITLE, phrase.length())
                                    || repairs(opened, Slots.Kind.HEADING, phrase.length())));
            repair.ifPresent(word -> evidence.add(Evidence.REPAIR));
            boolean dense = group.stream().anyMatch(each -> each.cluster().isDense());
            boolean compound = group.stream().anyMatch(each -> each.cluster().isCompound());
            boolean again = group.size() > 1 || group.get(0).place().part() != Part.TEXT;
            inspection.report(new Suspicion(
                    Hijack.Rule.VOCABULARY,
                    phrase,
                    group.stream().map(Advertisement::place).toList(),
                    evidence,
                    repair,
                    title,
                    dense || compound && again || repair.isPresent()));
        }
    }

    /** The beginning of a known name whose end follows the phrase: …新港区管理委员会 lacks 城陵矶. */
    private Optional<String> nameFor(List<Advertisement> group) {
        for (Advertisement each : group.subList(0, Math.min(group.size(), MOST_TITLES))) {
            String text = inspection.part(each.place().part());
            int end = each.place().end();
            if (end + 4 > text.length()) {
                continue;
            }
            String following = text.substring(end, end + 4);
            for (String name : inspection.document().names().stream().sorted().toList()) {
                int split = name.indexOf(following);
                if (split >= 2) {
                    return Optional.of(name.substring(0, split));
                }
            }
        }
        return Optional.empty();
    }

    private boolean repairs(List<Slot> slots, Slots.Kind kind, int length) {
        return slots.stream()
                .anyMatch(slot -> slot.kind() == kind && ProposalTitle.repairs(slot, inspection.content(slot), length));
    }

    private Optional<String> repairedTitle(List<Slot> openings, int length) {
        return openings.stream()
                .filter(slot -> slot.kind() == Slots.Kind.PROPOSAL_TITLE)
                .flatMap(slot -> ProposalTitle.repaired(inspection.content(slot), length).stream())
                .findFirst();
    }
}
