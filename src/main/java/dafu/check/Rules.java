package dafu.check;

import dafu.model.Archive;
import dafu.model.Metadata.Waiver;
import dafu.model.Reply;
import dafu.text.AlienPhrases;
import dafu.text.Diagnostic;
import dafu.text.Inspected;
import dafu.text.Rule;
import dafu.text.Source;
import dafu.text.Suggestion;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every rule, as it applies to one archive: without those that are turned off, and without what a reply waives. */
public final class Rules {
    private static final List<BiConsumer<Archive, Findings>> CATALOGUE = List.of(
            SettingsRules::check,
            each(Identity::known),
            each(Catalogue::declared),
            each(Catalogue::references),
            Addresses::check,
            each(Catalogue::withdrawals),
            each(Catalogue::dates),
            each(Catalogue::duplicates),
            Catalogue::gaps);
    private static final List<BiConsumer<Letter, Findings>> LETTER = List.of(
            Identity::missing,
            Identity::differing,
            Identity::called,
            Dates::inText,
            Words::documentNumber,
            Dates::signOff,
            Marks::halfWidth,
            Words::damaged,
            Marks::unclosed,
            Words::furniture,
            Words::opinion,
            Words::unwanted,
            Rules::waivers);

    private final Archive archive;
    private final AlienPhrases aliens;
    private final Set<String> off;
    /** The replies whose findings are not all as they come, by path. */
    private final Map<String, Reply> special = new HashMap<>();
    /** The waivers that matched, by reply and rule. */
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    /**
     * The rules of an archive.
     *
     * @param replies all of its replies, drafts too
     */
    public Rules(Archive archive, Collection<Reply> replies) {
        this.archive = archive;
        this.aliens = new AlienPhrases(replies.size());
        this.off = archive.settings().rulesOff().stream()
                .filter(id -> Rule.that("off").contains(id))
                .collect(Collectors.toUnmodifiableSet());
        replies.stream()
                .filter(reply -> reply.isDraft() || !reply.metadata().waivers().isEmpty())
                .forEach(reply -> {
                    special.put(reply.path(), reply);
                    special.put(reply.proposalPath(), reply);
                });
    }

    /** What the catalogue alone shows, before it is judged. */
    public List<Diagnostic> catalogue() {
        Findings found = new Findings();
        CATALOGUE.forEach(rule -> rule.accept(archive, found));
        return found.all();
    }

    /** What a text that is no letter shows, before it is judged: what was asked, a page, the settings. */
    public List<Diagnostic> text(Source source) {
        return Hijacked.inspect(source).toList();
    }

    /** What a letter shows beside its metadata, before it is judged. */
    public List<Diagnostic> letter(Letter letter) {
        Findings found = new Findings();
        LETTER.forEach(rule -> rule.accept(letter, found));
        Inspected document = Hijacked.document(letter);
        Hijacked.check(letter, document, found);
        aliens.add(document, letter::at);
        return found.all();
    }

    /** Whether a letter has a phrase that may be alien: then {@link #letters} depends on every other letter. */
    public boolean suspects() {
        return aliens.suspects();
    }

    /** What is left of findings. One unfinished file does not hold up the others. */
    public List<Diagnostic> judged(Collection<Diagnostic> findings) {
        return findings.stream().flatMap(this::judged).toList();
    }

    /** What only shows once every letter was seen, before it is judged: phrases that no other has. */
    public List<Diagnostic> letters() {
        Findings found = new Findings();
        Hijacked.aliens(aliens, archive, found);
        return found.all();
    }

    /** What only shows once everything else was judged: waivers that matched nothing. */
    public List<Diagnostic> last() {
        Findings unused = new Findings();
        special.values().stream()
                .distinct()
                .forEach(reply -> reply.metadata().waivers().stream()
                        .filter(waiver ->
                                isAllowed(waiver) && !off.contains(waiver.rule()) && !used.contains(key(reply, waiver)))
                        .forEach(waiver -> unused.add("waiver-unused", reply.at("waivers"), waiver.rule())));
        return judged(unused.all());
    }

    /** A rule that looks at one reply. */
    private interface OfReply {
        void check(Archive archive, Reply reply, Findings found);
    }

    private static BiConsumer<Archive, Findings> each(OfReply rule) {
        return (archive, found) -> archive.replies().forEach(reply -> rule.check(archive, reply, found));
    }

    private Stream<Diagnostic> judged(Diagnostic finding) {
        Reply reply = special.get(finding.location().path());
        if (off.contains(finding.rule())) {
            return Stream.empty();
        }
        if (reply == null) {
            return Stream.of(finding);
        }
        for (Waiver waiver : reply.metadata().waivers()) {
            if (waiver.rule().equals(finding.rule()) && isAllowed(waiver)) {
                used.add(key(reply, waiver));
                return Stream.empty();
            }
        }
        return Stream.of(
                reply.isDraft() && !Rule.that("draft").contains(finding.rule()) ? finding.asWarning() : finding);
    }

    private static String key(Reply reply, Waiver waiver) {
        return reply.id() + " " + waiver.rule();
    }

    /** A waiver names a rule that can be waived; its reason is a required key. */
    private static void waivers(Letter letter, Findings found) {
        for (Waiver waiver : letter.metadata().waivers()) {
            if (!isAllowed(waiver)) {
                String rule = waiver.rule();
                Optional<String> near = Suggestion.closest(rule, Rule.that("waive"));
                String what = Rule.find(rule).isPresent()
                        ? "waiver/never"
                        : near.isPresent() ? "waiver/near" : "waiver/unknown";
                found.add(what, letter.at("waivers", rule), rule, near.orElse(""));
            }
        }
    }

    private static boolean isAllowed(Waiver waiver) {
        return Rule.that("waive").contains(waiver.rule());
    }
}
