package dafu.cli;

import dafu.importer.Draft;
import dafu.model.Archive;
import dafu.model.Facet;
import dafu.model.Listing;
import dafu.model.Settings;
import dafu.text.Slug;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines of {@code archive.yml} that give a shorter address to names that have none of their own. */
final class Ids {
    private static final List<Facet> FACETS = List.of(Facet.SESSION, Facet.BODY, Facet.PROPOSER, Facet.TOPIC);

    private Ids() {}

    /** The lines, those of the names with most replies first; of each vocabulary so many at most. */
    static List<String> lines(Archive archive, int most) {
        List<String> lines = new ArrayList<>();
        for (Facet facet : FACETS) {
            Set<String> taken = archive.settings().entries(facet).stream()
                    .map(Settings.Entry::id)
                    .collect(Collectors.toSet());
            List<String> entries = archive.listings(facet).stream()
                    .filter(listing -> !listing.term().declared())
                    .sorted(Comparator.comparing(Listing::size).reversed())
                    .map(listing -> listing.term().name())
                    .filter(name -> !Slug.plain(name).equals(Slug.UNREADABLE) && taken.add(Slug.plain(name)))
                    .limit(most)
                    .map(name -> "  - {name: " + Draft.scalar(name) + ", id: " + Slug.plain(name) + "}")
                    .toList();
            if (!entries.isEmpty()) {
                lines.add(facet.folder() + ":");
                lines.addAll(entries);
            }
        }
        return lines;
    }
}
