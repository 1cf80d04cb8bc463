package dafu.read;

import dafu.text.Diagnostic;
import dafu.text.Location;
import dafu.text.PortableNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of what lies in a content folder.
 *
 * @param folder itself: it may be a link, what lies in it may not
 * @param texts the paths of all Markdown files below it, without {@code .md}
 * @param proposals the texts beside which that of what was asked stands, or their paths where they are missing
 * @param files every other file but that of the settings
 * @param findings names that cannot be addresses, and links
 */
public record Listing(
        Path folder,
        NavigableSet<String> texts,
        NavigableSet<String> proposals,
        NavigableSet<String> files,
        List<Diagnostic> findings) {
    static final String SETTINGS = "archive.yml";
    static final String MARKDOWN = ".md";
    static final String PROPOSAL = ".proposal.md";
    private static final String README = "README.md";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");
    /** What was meant for a reply or a page; simple editors add an ending of their own. */
    private static final Pattern STRAY = Pattern.compile("(?i).*\\.md(\\.txt)?");

    /** @param root the folder as the user named it */
    static Listing of(Path given, String root) {
        try {
            boolean there = Files.isDirectory(given);
            Path folder = there ? given.toRealPath() : given;
            Listing listing = new Listing(folder, new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
            if (there) {
                Files.walkFileTree(folder, listing.new Walk(root));
                listing.compare(root);
            } else {
                listing.findings.add(Diagnostic.of("content", Location.file(root)));
            }
            return listing;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(root, unreadable);
        }
    }

    /** Names that differ here alone: of two such files a clone on another system has one. */
    private void compare(String root) {
        Map<String, String> others = new HashMap<>();
        for (String file : files) {
            String other = others.putIfAbsent(PortableNames.key(file), file);
            if (other != null) {
                findings.add(Diagnostic.of("name/same", Location.file(root + "/" + file), other, file)
                        .asWarning());
            }
        }
    }

    /** Whether nothing has come or gone, where nothing but these files may have changed. */
    boolean isStill(Collection<Path> changed) {
        return changed.stream()
                .filter(path -> path.startsWith(folder))
                .map(this::below)
                .filter(below -> !("/" + below).contains("/."))
                .allMatch(this::isAsListed);
    }

    /** Whether a path is below this folder, and not the settings. */
    public boolean isOfTexts(Path path) {
        return path.startsWith(folder) && !below(path).equals(SETTINGS);
    }

    private boolean isAsListed(String below) {
        Path path = folder.resolve(below);
        boolean listed = files.contains(below)
                || below.endsWith(MARKDOWN) && texts.contains(stem(below, MARKDOWN))
                || below.endsWith(PROPOSAL) && proposals.contains(stem(below, PROPOSAL));
        return listed
                ? Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                : Files.notExists(path, LinkOption.NOFOLLOW_LINKS)
                        && Stream.of(texts, proposals, files).noneMatch(names -> {
                            String next = names.ceiling(below + "/");
                            return next != null && next.startsWith(below + "/");
                        });
    }

    private static String stem(String name, String ending) {
        return name.substring(0, name.length() - ending.length());
    }

    private String below(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    /** Sorts what it finds into texts, proposals and other files; reports names that cannot be addresses. */
    private final class Walk extends SimpleFileVisitor<Path> {
        private final String root;
        private boolean unreadableNames;

        Walk(String root) {
            this.root = root;
        }

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
            if (ours && !isName(below, name, name)) {
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
            } else if (!below.equals(SETTINGS)) {
                files.add(below);
                if (STRAY.matcher(name).matches() && !name.equals(README)) {
                    findings.add(Diagnostic.of("name/stray", Location.file(root + "/" + below))
                            .asWarning());
                }
            }
            return FileVisitResult.CONTINUE;
        }

        private void text(String below, String name, String ending) {
            if (isName(below, name, name.endsWith(ending) ? stem(name, ending) : name)) {
                (ending.equals(PROPOSAL) ? proposals : texts).add(stem(below, ending));
            }
        }

        private void special(String below, Path file) {
            String target;
            try {
                target = Files.isSymbolicLink(file) ? String.valueOf(Files.readSymbolicLink(file)) : "";
            } catch (IOException unreadable) {
                target = "";
            }
            findings.add(Diagnostic.of("link-outside/file", Location.file(root + "/" + below), target));
        }

        /** Without a UTF-8 locale no Chinese name can be read, nor a file of that name opened: one finding stands for all. */
        private boolean isUnreadable(String below, String name) {
            boolean unreadable = name.indexOf('\uFFFD') >= 0;
            if (unreadable && !unreadableNames) {
                unreadableNames = true;
                findings.add(Diagnostic.of("name/unreadable", Location.file(root + "/" + below)));
            }
            return unreadable;
        }

        /** Whether a part of a name can be one of an address; says so where it cannot. */
        private boolean isName(String below, String name, String part) {
            boolean address = NAME.matcher(part).matches();
            boolean portable = PortableNames.isPortable(part);
            if (!address || !portable) {
                findings.add(Diagnostic.of(address ? "name/system" : "name", Location.file(root + "/" + below), name));
            }
            return address && portable;
        }
    }
}
