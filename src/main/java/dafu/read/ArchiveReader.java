package dafu.read;

import dafu.cache.Print;
import dafu.model.Archive;
import dafu.model.Metadata;
import dafu.model.PageHead;
import dafu.model.Reply;
import dafu.model.Settings;
import dafu.text.Diagnostic;
import dafu.text.Location;
import dafu.text.Masks;
import dafu.text.Parsed;
import dafu.text.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a content folder into a {@link Content}: the settings, and the front matter of every file. */
public final class ArchiveReader {
    private static final Pattern DRAFT =
            Pattern.compile("(?m)^(?:status|状态)[:：]\\s*['\"]?(?:draft|草稿)['\"]?\\s*(?:#.*)?$");

    private final Path folder;
    private final String root;
    private final Optional<Known> known;
    private final ConcurrentLinkedQueue<Diagnostic> found = new ConcurrentLinkedQueue<>();

    private ArchiveReader(Path folder, String root, Optional<Known> known) {
        this.folder = folder;
        this.root = root;
        this.known = known;
    }

    /**
     * Reads a folder with the common pool of the calling thread.
     *
     * @param root the folder as the user named it, with forward slashes; findings show it
     * @param known what need not be read again, for somebody who may ask for the heads again
     */
    public static Parsed<Content> read(Path folder, String root, Optional<Known> known) {
        Listing names = known.flatMap(Known::still).orElseGet(() -> Listing.of(folder, root));
        ArchiveReader reader = new ArchiveReader(names.folder(), root, known);
        reader.found.addAll(names.findings());
        Optional<Source> file = reader.settingsFile();
        Settings settings = file.map(reader::settings).orElse(Settings.DEFAULTS);
        Content content = reader.read(names, settings, file);
        return new Parsed<>(content, List.copyOf(reader.found));
    }

    /** The settings of a folder alone; the defaults where they have mistakes, which a check reports. */
    public static Settings settings(Path folder) {
        ArchiveReader reader = new ArchiveReader(folder, "", Optional.empty());
        Settings settings = reader.settingsFile().map(reader::settings).orElse(Settings.DEFAULTS);
        return reader.found.stream().anyMatch(Diagnostic::isError) ? Settings.DEFAULTS : settings;
    }

    /** Reads one file through the masks; empty, with an error, when it cannot be gone on with. */
    public static Parsed<Optional<Source>> source(Content content, String below) {
        return source(
                content.folder(), content.root(), below, content.settings().maskRules());
    }

    private static Parsed<Optional<Source>> source(Path folder, String root, String below, Set<Masks.Rule> masks) {
        String name = root + "/" + below;
        Path path = folder.resolve(below);
        try {
            long size = Files.size(path);
            if (size > Content.MAX_TEXT) {
                Location file = Location.file(name);
                return new Parsed<>(
                        Optional.empty(), List.of(Diagnostic.of("too-large", file, size, Content.MAX_TEXT)));
            }
            return Source.decode(name, Files.readAllBytes(path), masks);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    private Optional<Source> settingsFile() {
        if (!Files.isRegularFile(folder.resolve(Listing.SETTINGS), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Parsed<Optional<Source>> source = source(folder, root, Listing.SETTINGS, Set.of(Masks.Rule.values()));
        found.addAll(source.diagnostics());
        return source.value();
    }

    private Settings settings(Source file) {
        Parsed<Settings> settings = FrontMatter.readAll(Settings.SCHEMA, file);
        found.addAll(settings.diagnostics());
        return settings.value();
    }

    private Content read(Listing names, Settings settings, Optional<Source> file) {
        Set<Masks.Rule> masks = settings.maskRules();
        for (String proposal : names.proposals()) {
            if (!names.texts().contains(proposal)) {
                found.add(Diagnostic.of(
                        "proposal-alone", Location.file(root + "/" + proposal + Listing.PROPOSAL), proposal));
            }
        }
        List<Head> heads = names.texts().parallelStream()
                .filter(id -> id.startsWith("replies/"))
                .map(id -> head(id, names.proposals().contains(id), masks))
                .toList();
        heads.forEach(head -> found.addAll(head.findings()));
        List<Reply> replies =
                heads.stream().flatMap(head -> head.reply().stream()).toList();
        List<Archive.PageFile> pages = names.texts().stream()
                .filter(id -> id.startsWith("pages/"))
                .flatMap(id -> page(id, masks).stream())
                .toList();
        return new Content(names, root, settings, file, heads, replies, pages);
    }

    /** The head of a file; one that is as it was is not read again. */
    private Head head(String id, boolean proposal, Set<Masks.Rule> masks) {
        if (known.isEmpty()) {
            return head(id, Print.NONE, proposal, masks);
        }
        Path file = folder.resolve(id + Listing.MARKDOWN);
        Optional<Head> before = known.get().head(id);
        boolean alike = before.filter(head -> head.proposal() == proposal).isPresent();
        if (alike && known.get().isUntouched(file)) {
            return before.get();
        }
        Print print = Print.of(file, before.map(Head::print).orElse(Print.NONE));
        return alike && before.get().print().isSame(print)
                ? before.get().with(print)
                : head(id, print, proposal, masks);
    }

    private Head head(String id, Print print, boolean proposal, Set<Masks.Rule> masks) {
        Parsed<Optional<Source>> source = source(folder, root, id + Listing.MARKDOWN, masks);
        if (source.value().isEmpty()) {
            return new Head(id, print, proposal, Optional.empty(), source.diagnostics());
        }
        Parsed<Optional<FrontMatter.Head<Metadata>>> head =
                FrontMatter.read(Metadata.SCHEMA, source.value().get());
        boolean draft = isDraft(source.value().get(), head);
        List<Diagnostic> all = Stream.concat(source.diagnostics().stream(), head.diagnostics().stream())
                .map(finding -> draft ? finding.asWarning() : finding)
                .toList();
        boolean usable = !source.hasErrors() && !head.hasErrors();
        Optional<Reply> reply = head.value()
                .filter(h -> usable)
                .map(h -> new Reply(root, id, h.record(), places(h.places()), proposal));
        return new Head(id, print, proposal, reply, all);
    }

    /** Whether an editor calls it a draft; where the head cannot be read, the line that says so counts. */
    private static boolean isDraft(Source source, Parsed<Optional<FrontMatter.Head<Metadata>>> head) {
        boolean said = head.value()
                .filter(h -> h.record().status() == Metadata.Status.DRAFT)
                .isPresent();
        int end = FrontMatter.bodyOffset(source);
        String lines = source.text().substring(0, end == 0 ? source.text().length() : end);
        return said
                || head.hasErrors()
                        && source.line(1).startsWith("---")
                        && DRAFT.matcher(lines).find();
    }

    private static int[] places(@Nullable Location[] locations) {
        return Shared.of(Arrays.stream(locations)
                .mapToInt(at -> at == null ? 0 : Reply.place(at))
                .toArray());
    }

    private Optional<Archive.PageFile> page(String id, Set<Masks.Rule> masks) {
        Parsed<Optional<Source>> source = source(folder, root, id + Listing.MARKDOWN, masks);
        found.addAll(source.diagnostics());
        if (source.value().isEmpty()) {
            return Optional.empty();
        }
        Parsed<Optional<FrontMatter.Head<PageHead>>> head =
                FrontMatter.read(PageHead.SCHEMA, source.value().get());
        found.addAll(head.diagnostics());
        return head.value()
                .filter(h -> !head.hasErrors())
                .map(h -> new Archive.PageFile(
                        root,
                        id.substring("pages/".length()),
                        h.record().title(),
                        h.record().summary()));
    }
}
