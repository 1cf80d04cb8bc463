package dafu.search;

import dafu.model.Archive;
import dafu.model.Facet;
import dafu.model.Metadata;
import dafu.model.Reply;
import dafu.model.Site;
import dafu.model.Term;
import dafu.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What of a reply is searched, as clean lines that a phrase does not cross.
 *
 * @param strong titles, names and numbers
 * @param weak the summary and the titles of attachments
 * @param text the letter and what was asked, a line per block
 */
record Fields(List<String> strong, List<String> weak, List<String> text) {
    /** The facets that narrow a search and are counted. */
    static final List<Facet> COUNTED = List.of(Facet.SESSION, Facet.KIND, Facet.BODY, Facet.TOPIC, Facet.OUTCOME);

    static Fields of(Site site, Reply reply, Text text, Optional<Text> proposal) {
        Archive archive = site.archive();
        Metadata metadata = reply.metadata();
        Set<String> strong = new LinkedHashSet<>();
        strong.add(metadata.title());
        metadata.proposalTitle().ifPresent(strong::add);
        metadata.session().ifPresent(strong::add);
        strong.addAll(metadata.number());
        metadata.documentNumber().ifPresent(strong::add);
        metadata.indexNumber().ifPresent(strong::add);
        strong.add(metadata.answeringBody());
        strong.addAll(metadata.supportingBodies());
        strong.addAll(metadata.proposers());
        strong.addAll(metadata.topics());
        for (Facet facet : List.of(Facet.SESSION, Facet.BODY, Facet.PROPOSER, Facet.TOPIC)) {
            archive.terms(facet, reply).stream().map(Term::name).forEach(strong::add);
        }
        Set<String> weak = new LinkedHashSet<>();
        metadata.summary().ifPresent(weak::add);
        metadata.attachments().forEach(attachment -> attachment.title().ifPresent(weak::add));
        List<String> lines = new ArrayList<>();
        if (metadata.extent() != Metadata.Extent.WITHHELD) {
            lines.addAll(clean(text.plain().lines().toList()));
        }
        proposal.ifPresent(asked -> lines.addAll(clean(asked.plain().lines().toList())));
        return new Fields(clean(strong), clean(weak), lines);
    }

    private static List<String> clean(Iterable<String> lines) {
        List<String> clean = new ArrayList<>();
        for (String line : lines) {
            for (String part : line.split("\n")) {
                clean.add(Tokens.clean(part));
            }
        }
        clean.removeIf(Predicate.isEqual(""));
        return clean;
    }

    /**
     * The reply's text file: the pairs of characters that folding changes here, its fields, an empty line, its text. So
     * the script can compare exactly without the tables.
     */
    String stored() {
        StringBuilder stored = new StringBuilder();
        strong.forEach(line -> stored.append(line).append('\n'));
        weak.forEach(line -> stored.append(line).append('\n'));
        stored.append('\n');
        text.forEach(line -> stored.append(line).append('\n'));
        String whole = stored.toString();
        String folded = Tokens.fold(whole);
        StringBuilder pairs = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            if (folded.charAt(i) != c && pairs.indexOf(String.valueOf(c)) % 2 != 0) {
                pairs.append(c).append(folded.charAt(i));
            }
        }
        return pairs.append('\n').append(stored).toString();
    }
}
