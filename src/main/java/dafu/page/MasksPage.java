package dafu.page;

import dafu.model.Csv;
import dafu.model.Facet;
import dafu.model.Listing;
import dafu.model.MaskCounts;
import dafu.model.MaskCounts.Count;
import dafu.model.Page;
import dafu.model.Site;
import dafu.text.Masks.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The public ledger: how often personal data was masked, in how many replies, and why; never what it was. */
public final class MasksPage {
    /**
     * What the layout receives.
     *
     * @param total how many masks in how many of all replies, as a sentence
     * @param outside how many in what is no reply, as a sentence
     * @param kinds every kind of personal data that can be masked
     * @param years the years that have masks, newest first
     */
    public record View(Frame page, String total, Optional<String> outside, List<Kind> kinds, List<Year> years) {
        public boolean hasYears() {
            return !years.isEmpty();
        }
    }

    /**
     * One kind of personal data.
     *
     * @param hides what of it is hidden and what stays
     * @param why why it is hidden
     * @param count how many masks in how many replies, absent where this archive does not mask it
     */
    public record Kind(String rule, String name, String hides, String why, Optional<String> count) {}

    /** A year: its masks by kind, in the order of the kinds; in how many replies; out of how many. */
    public record Year(Link year, List<String> counts, String masks, String replies, String all) {}

    private MasksPage() {}

    public static Page of(Site site, MaskCounts counts) {
        Count all = years(site).map(counts::of).reduce(Count.NONE, Count::plus);
        int outside = counts.of(MaskCounts.NO_YEAR).masks();
        int replies = site.archive().replies().size();
        View view = new View(
                Frame.named(site, "masks/", "masks"),
                site.say("masks.total", all.masks(), all.texts(), replies),
                Optional.of(site.say("masks.outside", outside)).filter(words -> outside > 0),
                Arrays.stream(Rule.values())
                        .map(rule -> kind(site, counts, rule))
                        .toList(),
                site.archive().listings(Facet.YEAR).stream()
                        .filter(listing -> counts.of(year(listing)).masks() > 0)
                        .map(listing -> year(counts, listing))
                        .toList());
        return new Page("masks/index.html", "masks", view);
    }

    /** The same figures for programs: a line for each rule and year, the year empty for what is no reply. */
    public static String csv(Site site, MaskCounts counts) {
        StringBuilder csv = new StringBuilder(Csv.line(List.of("rule", "year", "masks", "replies", "all_replies")));
        for (Rule rule : Rule.values()) {
            if (!site.settings().maskRules().contains(rule)) {
                continue;
            }
            for (Listing listing : site.archive().listings(Facet.YEAR)) {
                Count count = counts.of(year(listing), rule);
                String name = listing.term().name();
                csv.append(Csv.line(List.of(rule.id(), name, count.masks(), count.texts(), listing.size())));
            }
            int outside = counts.of(MaskCounts.NO_YEAR, rule).masks();
            csv.append(Csv.line(List.of(rule.id(), "", outside, 0, 0)));
        }
        return csv.toString();
    }

    private static Kind kind(Site site, MaskCounts counts, Rule rule) {
        String id = rule.id().replaceFirst("privacy-", "mask.");
        Count count = years(site).map(year -> counts.of(year, rule)).reduce(Count.NONE, Count::plus);
        return new Kind(
                rule.id(),
                site.say(id),
                site.say(id + ".hides"),
                site.say(id + ".why"),
                Optional.of(site.say("masks.count", count.masks(), count.texts()))
                        .filter(words -> site.settings().maskRules().contains(rule)));
    }

    private static Year year(MaskCounts counts, Listing listing) {
        Count all = counts.of(year(listing));
        List<String> byRule = Arrays.stream(Rule.values())
                .map(rule -> String.valueOf(counts.of(year(listing), rule).masks()))
                .toList();
        return new Year(
                new Link("../" + listing.term().address(), listing.term().name()),
                byRule,
                String.valueOf(all.masks()),
                String.valueOf(all.texts()),
                String.valueOf(listing.size()));
    }

    private static int year(Listing listing) {
        return Integer.parseInt(listing.term().id());
    }

    private static Stream<Integer> years(Site site) {
        return site.archive().listings(Facet.YEAR).stream().map(MasksPage::year);
    }
}
