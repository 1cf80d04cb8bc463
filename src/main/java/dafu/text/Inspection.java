package dafu.text;

import dafu.text.Hijack.Part;
import dafu.text.Hijack.Place;
import dafu.text.Hijack.Suspicion;
import dafu.text.Slots.Slot;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One document under inspection: what the rules ask of it, and what they have reported so far. */
final class Inspection {
    /** Of thirty replies without their 关于, none of this length was accused. */
    private static final int LONG_TEXT = 600;

    private final Hijack.Document document;
    private final List<Slot> slots;
    private final List<Suspicion> suspicions = new ArrayList<>(0);
    /** The characters that some suspicion covers: each is reported once. */
    private final Map<Part, BitSet> reported = new EnumMap<>(Part.class);

    private Optional<Strangeness> strangeness = Optional.empty();
    private Optional<Boolean> lacksFunctionWord = Optional.empty();

    Inspection(Hijack.Document document) {
        this.document = document;
        this.slots = Slots.of(document);
        for (Part part : Part.values()) {
            reported.put(part, new BitSet());
        }
    }

    Hijack.Document document() {
        return document;
    }

    List<Slot> slots() {
        return slots;
    }

    List<Suspicion> suspicions() {
        return suspicions;
    }

    String part(Part part) {
        return document.part(part);
    }

    /** Every place of the phrase, in and outside of slots: they were replaced together. */
    List<Place> placesOf(String phrase) {
        List<Place> places = new ArrayList<>();
        for (Part part : Part.values()) {
            Strangeness.places(part(part), phrase).forEach(at -> places.add(new Place(part, at, at + phrase.length())));
        }
        return places;
    }

    void report(Suspicion suspicion) {
        suspicions.add(suspicion);
        suspicion.places().forEach(place -> reported.get(place.part()).set(place.start(), place.end()));
    }

    boolean isReported(Place place) {
        int next = reported.get(place.part()).nextSetBit(place.start());
        return next >= 0 && next < place.end();
    }

    boolean isName(String phrase) {
        return Openers.looksLikeName(phrase) || document.names().stream().anyMatch(name -> opensLike(phrase, name));
    }

    /** 城陵矶新港区物流 opens with a name as far as it matters: what is left is too short to have replaced anything. */
    private static boolean opensLike(String phrase, String name) {
        int shared = 0;
        while (shared < Math.min(phrase.length(), name.length()) && phrase.charAt(shared) == name.charAt(shared)) {
            shared++;
        }
        return shared == name.length() || shared >= 3 && phrase.length() - shared < SlotPhrases.SHORTEST;
    }

    /** A long text without 关于, about a proposal whose title lacks it as well. */
    boolean lacksFunctionWord() {
        if (lacksFunctionWord.isEmpty()) {
            lacksFunctionWord = Optional.of(!document.text().contains(ProposalTitle.FUNCTION_WORD)
                    && slots.stream()
                            .anyMatch(slot -> slot.kind() == Slots.Kind.PROPOSAL_TITLE
                                    && !content(slot).contains(ProposalTitle.FUNCTION_WORD))
                    && strangeness().han() >= LONG_TEXT);
        }
        return lacksFunctionWord.get();
    }

    Strangeness strangeness() {
        if (strangeness.isEmpty()) {
            strangeness = Optional.of(new Strangeness(document.text()));
        }
        return strangeness.get();
    }

    String content(Slot slot) {
        return document.part(slot.part()).substring(slot.start(), slot.end());
    }
}
