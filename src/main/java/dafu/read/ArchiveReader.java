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
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a content folder into a {@link Content}: the settings, and the front matter of every file. */
public final class ArchiveReader {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");
    private static final Pattern DRAFT =
            Pattern.compile("(?m)^(?:status|状态)[:：]\\s*['\"]?(?:draft|草稿)['\"]?\\s*(?:#.*)?$");
    private static final String MARKDOWN = ".md";
    private static final String PROPOSAL = ".proposal.md";
    private static final String SETTINGS = "archive.yml";

    private final Path folder;
    private final String root;
    private final Optional<Map<String, Head>> known;
    private final ConcurrentLinkedQueue<Diagnostic> found = new ConcurrentLinkedQueue<>();
    private final List<String> texts = new ArrayList<>();
    private final Set<String> proposals = new TreeSet<>();
    private final Set<String> files = new TreeSet<>();

    private ArchiveReader(Path folder, String root, Optional<Map<String, Head>> known) {
        this.folder = folder;
        this.root = root;
        this.known = known;
    }

    /**
     * Reads a folder with the common pool of the calling thread.
     *
     * @param root the folder as the user named it, with forward slashes; findings show it
     */
    public static Parsed<Content> read(Path folder, String root) {
        return read(folder, root, Optional.empty());
    }

    /**
     * The same, for somebody who may ask for the heads again.
     *
     * @param known heads by id from an earlier run with the same settings: of a file that is as it was, none is read
     */
    public static Parsed<Content> read(Path folder, String root, Optional<Map<String, Head>> known) {
        ArchiveReader reader = new ArchiveReader(real(folder, root), root, known);
        reader.walk();
        Optional<Source> file = reader.settingsFile();
        Settings settings = file.map(reader::settings).orElse(Settings.DEFAULTS);
        Content content = reader.read(settings, file);
        return new Parsed<>(content, List.copyOf(reader.found));
    }

    /** The settings of a folder alone; the defaults where they have mistakes, which a check reports. */
    public static Settings settings(Path folder) {
        ArchiveReader reader = new ArchiveReader(folder, "", Optional.empty());
        if (Files.isRegularFile(folder.resolve(SETTINGS))) {
            reader.files.add(SETTINGS);
        }
        Settings settings = reader.settingsFile().map(reader::settings).orElse(Settings.DEFAULTS);
        return reader.found.stream().anyMatch(Diagnostic::isError) ? Settings.DEFAULTS : settings;
    }

    /** The folder that is meant: it may be a link, what lies in it may not. */
    private static Path real(Path folder, String root) {
        try {
            return Files.isDirectory(folder) ? folder.toRealPath() : folder;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(root, unreadable);
        }
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

    private void walk() {
        if (!Files.isDirectory(folder)) {
            found.add(Diagnostic.of("content", Location.file(root)));
            return;
        }
        try {
            Files.walkFileTree(folder, new Walk());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(root, unreadable);
        }
        texts.sort(null);
    }

    /** Sorts what it finds into texts, proposals and other files; reports names that cannot be addresses. */
    private final class Walk extends SimpleFileVisitor<Path> {
        private boolean unreadableNames;

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            if (directory.equals(folder)) {
                return FileVisitResult.CONTINUE;
            }
            String below = below(directory);
            String name = String.valueOf(directory.getFileName());
            boolean ours = below.startsWith("replies/") || below.startsWith("pages/");
            if (name.startsWith(".") || isUnreadable(below, name)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (ours && !NAME.matcher(name).matches()) {
                name(below, name);
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String below = below(file);
            String name = String.valueOf(file.getFileName());
            if (name.startsWith(".") || isUnreadable(below, name)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isSymbolicLink() || attributes.isOther()) {
                special(below, file);
            } else if (below.startsWith("replies/")
                    && name.toLowerCase(Locale.ROOT).endsWith(PROPOSAL)) {
                text(below, name, PROPOSAL);
            } else if ((below.startsWith("replies/") || below.startsWith("pages/"))
                    && name.toLowerCase(Locale.ROOT).endsWith(MARKDOWN)) {
                text(below, name, MARKDOWN);
            } else {
                files.add(below);
            }
            return FileVisitResult.CONTINUE;
        }

        private void text(String below, String name, String ending) {
            String stem = name.substring(0, name.length() - ending.length());
            if (!NAME.matcher(stem).matches() || !name.endsWith(ending)) {
                name(below, name);
            } else if (ending.equals(PROPOSAL)) {
                proposals.add(below.substring(0, below.length() - ending.length()));
            } else {
                texts.add(below.substring(0, below.length() - ending.length()));
            }
        }

        private void special(String below, Path file) {
            String target;
            try {
                target = Files.isSymbolicLink(file) ? String.valueOf(Files.readSymbolicLink(file)) : "";
            } catch (IOException unreadable) {
                target = "";
            }
            found.add(Diagnostic.of("link-outside/file", Location.file(root + "/" + below), target));
        }

        /** Without a UTF-8 locale no Chinese name can be read, nor a file of that name opened: one finding stands for all. */
        private boolean isUnreadable(String below, String name) {
            boolean unreadable = name.indexOf('\uFFFD') >= 0;
            if (unreadable && !unreadableNames) {
                unreadableNames = true;
                found.add(Diagnostic.of("name/unreadable", Location.file(root + "/" + below)));
            }
            return unreadable;
        }

        private void name(String below, String name) {
            found.add(Diagnostic.of("name", Location.file(root + "/" + below), name));
        }
    }

    private String below(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private Optional<Source> settingsFile() {
        if (!files.remove(SETTINGS)) {
            return Optional.empty();
        }
        Parsed<Optional<Source>> source = source(folder, root, SETTINGS, Set.of(Masks.Rule.values()));
        found.addAll(source.diagnostics());
        return source.value();
    }

    private Settings settings(Source file) {
        Parsed<Settings> settings = FrontMatter.readAll(Settings.SCHEMA, file);
        found.addAll(settings.diagnostics());
        return settings.value();
    }

    private Content read(Settings settings, Optional<Source> file) {
        Set<Masks.Rule> masks = settings.maskRules();
        Set<String> ids = Set.copyOf(texts);
        for (String proposal : proposals) {
            if (!ids.contains(proposal)) {
                found.add(Diagnostic.of("proposal-alone", Location.file(root + "/" + proposal + PROPOSAL), proposal));
            }
        }
        List<Head> heads = texts.parallelStream()
                .filter(id -> id.startsWith("replies/"))
                .map(id -> head(id, masks))
                .toList();
        heads.forEach(head -> found.addAll(head.findings()));
        List<Reply> replies =
                heads.stream().flatMap(head -> head.reply().stream()).toList();
        List<Archive.PageFile> pages = texts.stream()
                .filter(id -> id.startsWith("pages/"))
                .flatMap(id -> page(id, masks).stream())
                .toList();
        return new Content(folder, root, settings, file, heads, replies, pages, ids, Set.copyOf(files));
    }

    private Head head(String id, Set<Masks.Rule> masks) {
        boolean proposal = proposals.contains(id);
        Optional<Head> before = known.flatMap(heads -> Optional.ofNullable(heads.get(id)));
        Print print = known.isEmpty() ? Print.NONE : print(id, before);
        return before.filter(head -> head.print().isSame(print) && head.proposal() == proposal)
                .map(head -> new Head(id, print, proposal, head.reply(), head.findings()))
                .orElseGet(() -> head(id, print, proposal, masks));
    }

    private Print print(String id, Optional<Head> before) {
        try {
            return Print.of(
                    folder.resolve(id + MARKDOWN), before.map(Head::print).orElse(Print.NONE));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(root + "/" + id + MARKDOWN, unreadable);
        }
    }

    private Head head(String id, Print print, boolean proposal, Set<Masks.Rule> masks) {
        Parsed<Optional<Source>> source = source(folder, root, id + MARKDOWN, masks);
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
        int[] places = new int[locations.length];
        for (int i = 0; i < places.length; i++) {
            Location at = locations[i];
            places[i] = at == null ? 0 : Reply.place(at);
        }
        return places;
    }

    private Optional<Archive.PageFile> page(String id, Set<Masks.Rule> masks) {
        Parsed<Optional<Source>> source = source(folder, root, id + MARKDOWN, masks);
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
