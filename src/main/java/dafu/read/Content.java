package dafu.read;

import dafu.model.Archive;
import dafu.model.Folder;
import dafu.model.Reply;
import dafu.model.Settings;
import dafu.text.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What lies in the content folder, without the texts.
 *
 * @param listing the names of all files
 * @param root the folder as the user named it, for messages
 * @param settingsFile the file that the settings stand in
 * @param heads the front matter of every file that is to be a reply
 * @param replies every reply that could be read, drafts too
 */
public record Content(
        Listing listing,
        String root,
        Settings settings,
        Optional<Source> settingsFile,
        List<Head> heads,
        List<Reply> replies,
        List<Archive.PageFile> pages) {

    public static final long MAX_TEXT = 10L << 20;
    public static final long MAX_ATTACHMENT = 25L << 20;

    /** The folder itself. */
    public Path folder() {
        return listing.folder();
    }

    /** The paths of all Markdown files below the folder, without {@code .md}, read or not. */
    public Set<String> ids() {
        return listing.texts();
    }

    /** Every file that is no text, by its path below the folder. */
    public Set<String> files() {
        return listing.files();
    }

    /** The catalogue of what is public, and of drafts as well where a preview wants them. */
    public Archive archive(boolean drafts, Optional<LocalDate> asOf) {
        Set<String> unread = new HashSet<>(ids());
        replies.forEach(reply -> unread.remove(reply.id()));
        return new Archive(
                settings,
                new Folder(root, settingsFile, unread),
                replies.stream().filter(reply -> drafts || !reply.isDraft()).toList(),
                pages,
                asOf);
    }

    /** The drafts that an archive does not show. */
    public List<Reply> hidden(Archive archive) {
        return replies.size() == archive.replies().size()
                ? List.of()
                : replies.stream()
                        .filter(reply -> archive.find(reply.id()).isEmpty())
                        .toList();
    }

    public int drafts() {
        return (int) replies.stream().filter(Reply::isDraft).count();
    }

    /** A file below the folder as findings show it. */
    public String shown(String below) {
        return root + "/" + below;
    }

    public Path path(String below) {
        return folder().resolve(below);
    }

    /** A file below the folder as it is, not masked. */
    public byte[] bytes(String below) {
        try {
            return Files.readAllBytes(path(below));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(shown(below), unreadable);
        }
    }

    public Optional<Reply> find(String id) {
        return replies.stream().filter(reply -> reply.id().equals(id)).findFirst();
    }
}
