package dafu.check;

import dafu.model.Archive;
import dafu.model.Metadata.Waiver;
import dafu.model.Reply;
import dafu.text.Diagnostic;
import dafu.text.Message;
import dafu.text.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every rule, as it applies to one archive: without those that are turned off, and without what a reply waives. */
public final class Rules {
    private static final List<CatalogueRule> CATALOGUE = List.of(
            new SettingsRule(),
            new SiteIdentity(),
            new KnownKind(),
            new ClosedVocabularies(),
            new OutcomeScheme(),
            new References(),
            new Addresses(),
            new Withdrawals(),
            new DateOrder(),
            new SeriesDuplicate(),
            new SeriesGap());

    private static final List<LetterRule> LETTER = List.of(
            new MissingIdentity(),
            new DifferingIdentity(),
            new KindWord(),
            new DatesInText(),
            new DocumentNumber(),
            new SignOff(),
            new HalfWidth(),
            new ExtractionDamage(),
            new UnclosedBrackets(),
            new PageFurniture(),
            new OpinionAsReply(),
            new WrongWords(),
            new HijackedText(),
            new Waivers());

    private final Archive archive;
    private final AlienText aliens;
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
        this.aliens = new AlienText(archive, replies.size());
        this.off = archive.settings().rulesOff().stream()
                .filter(Rule.that("off")::contains)
                .collect(Collectors.toUnmodifiableSet());
        replies.stream()
                .filter(reply -> reply.isDraft() || !reply.metadata().waivers().isEmpty())
                .forEach(reply -> {
                    special.put(reply.path(), reply);
                    special.put(reply.proposalPath(), reply);
                });
    }

    /** What the catalogue alone shows. */
    public List<Diagnostic> catalogue() {
        Findings found = new Findings();
        CATALOGUE.forEach(rule -> rule.check(archive, found));
        return judged(found.all());
    }

    /** What a text that is no letter shows: what was asked, a page, the settings. */
    public List<Diagnostic> text(Source source) {
        return judged(HijackedText.inspect(source).toList());
    }

    /** What a letter shows beside its metadata. */
    public List<Diagnostic> letter(Letter letter) {
        Findings found = new Findings();
        LETTER.forEach(rule -> rule.check(letter, found));
        aliens.add(letter);
        return judged(found.all());
    }

    /** What is left of findings that others made. One unfinished file does not hold up the others. */
    public List<Diagnostic> judged(Collection<Diagnostic> findings) {
        return findings.stream().flatMap(this::judged).toList();
    }

    /** What only shows once every letter was seen: phrases that no other has, then waivers that matched nothing. */
    public List<Diagnostic> last() {
        Findings alien = new Findings();
        aliens.check(alien);
        List<Diagnostic> last = new ArrayList<>(judged(alien.all()));
        Findings found = new Findings();
        special.values().stream()
                .distinct()
                .forEach(reply -> reply.metadata().waivers().stream()
                        .filter(waiver -> Waivers.isAllowed(waiver)
                                && !off.contains(waiver.rule())
                                && !used.contains(key(reply, waiver)))
                        .forEach(waiver -> found.add(
                                "waiver-unused",
                                reply.at("waivers"),
                                Message.of("没有可以豁免的 %s", "there is no %s here to waive", waiver.rule()),
                                Message.of("删去这一项豁免", "take this waiver out"))));
        last.addAll(judged(found.all()));
        return last;
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
            if (waiver.rule().equals(finding.rule()) && Waivers.isAllowed(waiver)) {
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
}
