package dafu.text;

import dafu.text.Hijack.Part;
import dafu.text.Hijack.Place;
import dafu.text.Slots.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A document that is looked at for words that stand in place of others: its three texts, where titles and headings open in
 * them, and the names that may well open several: bodies, places, sessions.
 */
public final class Inspected {
    /** Of thirty replies without their 关于, none of this length was accused. */
    private static final int LONG_TEXT = 600;

    /** The names in their order; a session's full name also tells what stood in front of 政协 or 人大. */
    final List<String> names;

    final List<Slot> slots;
    final Strangeness strangeness;
    private final String title;
    private final String proposalTitle;
    private final String text;

    public Inspected(String title, Optional<String> proposalTitle, String text, Set<String> names) {
        this.title = title;
        this.proposalTitle = proposalTitle.orElse("");
        this.text = text;
        this.names = names.stream().sorted().toList();
        this.strangeness = new Strangeness(text);
        this.slots = Slots.of(this);
    }

    /** A text that has no title. */
    public Inspected(String text) {
        this("", Optional.empty(), text, Set.of());
    }

    public String text() {
        return text;
    }

    String part(Part part) {
        return switch (part) {
            case TITLE -> title;
            case PROPOSAL_TITLE -> proposalTitle;
            case TEXT -> text;
        };
    }

    /** The words that stand at a place. */
    public String at(Place place) {
        return part(place.part()).substring(place.start(), place.end());
    }

    /** A title or heading from where its slot opens. */
    String content(Slot slot) {
        return part(slot.part()).substring(slot.start(), slot.end());
    }

    /** Every place of the phrase, in and outside of slots: they were replaced together. */
    List<Place> placesOf(String phrase) {
        List<Place> places = new ArrayList<>();
        for (Part part : Part.values()) {
            Strangeness.places(part(part), phrase).forEach(at -> places.add(new Place(part, at, at + phrase.length())));
        }
        return places;
    }

    boolean isName(String phrase) {
        return Titles.looksLikeName(phrase) || names.stream().anyMatch(name -> opensLike(phrase, name));
    }

    /** 城陵矶新港区物流 opens with a name as far as it matters: what is left is too short to have replaced anything. */
    private static boolean opensLike(String phrase, String name) {
        int shared = 0;
        while (shared < Math.min(phrase.length(), name.length()) && phrase.charAt(shared) == name.charAt(shared)) {
            shared++;
        }
        return shared == name.length() || shared >= 3 && phrase.length() - shared < Slots.SHORTEST;
    }

    /** A long text without 关于, about a proposal whose title lacks it as well. */
    boolean lacksFunctionWord() {
        return !text.contains(Titles.FUNCTION_WORD)
                && slots.stream()
                        .anyMatch(slot -> slot.kind() == Slots.Kind.PROPOSAL_TITLE
                                && !content(slot).contains(Titles.FUNCTION_WORD))
                && strangeness.han() >= LONG_TEXT;
    }
}
