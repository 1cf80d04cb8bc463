package dafu.text;

import dafu.text.Hijack.Part;
import dafu.text.Hijack.Place;
import dafu.text.Slots.Slot;
import dafu.text.SpamVocabulary.Cluster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The advertising terms of a document as phrases: in front of a title they end where the true title begins. */
final class Advertisements {
    /** One advertisement; its phrase is the cluster of terms and what belongs to it. */
    record Advertisement(Place place, String phrase, Cluster cluster) {}

    private final Inspection inspection;
    private final List<Advertisement> all = new ArrayList<>(0);
    private final Set<String> extended = new TreeSet<>();

    Advertisements(Inspection inspection) {
        this.inspection = inspection;
        for (Part part : Part.values()) {
            String text = inspection.part(part);
            for (Cluster cluster : SpamVocabulary.clusters(text)) {
                int end = endOf(cluster, part);
                all.add(new Advertisement(
                        new Place(part, cluster.start(), end), text.substring(cluster.start(), end), cluster));
            }
        }
        all.replaceAll(this::asInTitles);
    }

    /** The one that a slot opens with, two characters of leeway. */
    Optional<Advertisement> at(Slot slot) {
        return all.stream()
                .filter(each -> each.place().part() == slot.part()
                        && each.place().start() >= slot.start()
                        && each.place().start() <= slot.start() + 2)
                .findFirst();
    }

    boolean overlap(Place place) {
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
                .forEach(each -> byPhrase.computeIfAbsent(folded(each.phrase()), phrase -> new ArrayList<>())
                        .add(each));
        return List.copyOf(byPhrase.values());
    }

    /** In front of a title, an advertisement goes on as far as words follow that the text does not know. */
    private int endOf(Cluster cluster, Part part) {
        String text = inspection.part(part);
        for (Slot slot : inspection.slots()) {
            if (slot.part() == part && slot.start() == cluster.start()) {
                int end = slot.start() + inspection.strangeness().alienPrefix(inspection.content(slot));
                if (end > cluster.end()) {
                    extended.add(text.substring(cluster.start(), end));
                }
                return Math.max(cluster.end(), end);
            }
        }
        return cluster.end();
    }

    /** What goes on in front of a title goes on elsewhere too. */
    private Advertisement asInTitles(Advertisement each) {
        String text = inspection.part(each.place().part());
        for (String phrase : extended) {
            if (phrase.length() > each.phrase().length()
                    && text.startsWith(phrase, each.place().start())) {
                Place place = new Place(
                        each.place().part(), each.place().start(), each.place().start() + phrase.length());
                return new Advertisement(place, phrase, each.cluster());
            }
        }
        return each;
    }

    private static String folded(String phrase) {
        StringBuilder folded = new StringBuilder(phrase.length());
        phrase.chars().forEach(c -> folded.append(Width.fold((char) c)));
        return folded.toString().toLowerCase(Locale.ROOT);
    }
}
