package dafu.read;

import dafu.model.Archive;
import dafu.model.Attachments;
import dafu.model.Html;
import dafu.model.Metadata;
import dafu.model.Reply;
import dafu.model.Text;
import dafu.text.Diagnostic;
import dafu.text.Location;
import dafu.text.Parsed;
import dafu.text.PortableNames;
import dafu.text.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads texts one by one, with the links and files they name. What their heads say has been read and reported before. */
public final class TextReader {
    private final Content content;
    /** The drafts that this build does not show. */
    private final Set<String> hidden;

    /**
     * The texts of one reply.
     *
     * @param source the file as it stands, masked; empty where it could not be read
     * @param body where in it the letter begins
     * @param asked the file with the text of what was asked, masked
     * @param files the files to publish beside its page, by the name there, as paths below the content folder
     */
    public record Read(
            Optional<Source> source,
            int body,
            Text text,
            Optional<Source> asked,
            Optional<Text> proposal,
            Map<String, String> files,
            List<Diagnostic> diagnostics) {
        /** The files that it was read from. */
        public Stream<Source> sources() {
            return Stream.of(source, asked).flatMap(Optional::stream);
        }
    }

    public TextReader(Content content, Archive archive) {
        this.content = content;
        this.hidden = content.hidden(archive).stream().map(Reply::id).collect(Collectors.toUnmodifiableSet());
    }

    public Read reply(Reply reply) {
        List<Diagnostic> found = new ArrayList<>();
        Map<String, String> files = new TreeMap<>(Comparator.comparing(PortableNames::key));
        ContentLinks links = links(reply.id(), reply.address() + "index.html");
        Optional<Source> source =
                ArchiveReader.source(content, reply.id() + ".md").value();
        int body = source.map(FrontMatter::bodyOffset).orElse(0);
        Parsed<Text> text = source.map(letter -> read(letter, body, links)).orElse(Parsed.of(Text.NONE));
        found.addAll(text.diagnostics());
        Parsed<Optional<Source>> asked = reply.proposal()
                ? ArchiveReader.source(content, reply.id() + ".proposal.md")
                : Parsed.of(Optional.empty());
        found.addAll(asked.diagnostics());
        asked.value()
                .filter(file -> FrontMatter.bodyOffset(file) > 0)
                .ifPresent(file -> found.add(Diagnostic.of("front-matter/proposal", Location.file(file.name()))));
        Optional<Parsed<Text>> question = asked.value().map(file -> read(file, 0, links));
        question.ifPresent(read -> found.addAll(read.diagnostics()));
        Location named = reply.at("attachments");
        for (Metadata.Attachment attached : reply.metadata().attachments()) {
            Location at =
                    source.map(letter -> letter.find(named, attached.file())).orElse(named);
            attachment(attached.file(), at, links, files, found);
        }
        text.value().files().forEach(file -> add(place(source.orElseThrow(), body, file), file, files, found));
        Optional<Text> proposal = question.map(Parsed::value);
        proposal.ifPresent(read ->
                read.files().forEach(file -> add(place(asked.value().orElseThrow(), 0, file), file, files, found)));
        return new Read(source, body, text.value(), asked.value(), proposal, files, found);
    }

    public Read page(Archive.PageFile page) {
        String id = "pages/" + page.id();
        Optional<Source> source = ArchiveReader.source(content, id + ".md").value();
        int body = source.map(FrontMatter::bodyOffset).orElse(0);
        Parsed<Text> text = source.map(file -> Markdown.read(file, body, links(id, page.id() + "/index.html")))
                .orElse(Parsed.of(Text.NONE));
        return new Read(source, body, text.value(), Optional.empty(), Optional.empty(), Map.of(), text.diagnostics());
    }

    /** The files below the content folder that are read with a letter. */
    public static List<String> beside(Reply reply) {
        return reply.proposal() ? List.of(reply.id() + ".proposal.md") : List.of();
    }

    /** The anchors of the page that a Markdown file becomes, in their order. */
    public List<String> anchors(String id) {
        Stream<String> files = content.ids().contains(id) ? Stream.of(id + ".md") : Stream.empty();
        Stream<String> asked = content.find(id).filter(Reply::proposal).map(r -> id + ".proposal.md").stream();
        return Stream.concat(files, asked)
                .flatMap(file -> ArchiveReader.source(content, file).value().stream())
                .map(file -> Markdown.read(file, FrontMatter.bodyOffset(file), links(id, id + "/index.html")))
                .flatMap(text -> text.value().headings().stream())
                .map(Text.Heading::anchor)
                .distinct()
                .toList();
    }

    /** A text whose pictures have their sizes. */
    private Parsed<Text> read(Source source, int offset, ContentLinks links) {
        Parsed<Text> read = Markdown.read(source, offset, links);
        Text text = read.value();
        String markup = text.html().markup();
        for (String file : text.files()) {
            if (Attachments.isImage(file)) {
                String shown = "src=\"" + Attachments.encode(file.substring(file.lastIndexOf('/') + 1)) + "\"";
                markup = markup.replace(shown, shown + Picture.size(content.path(file)));
            }
        }
        return new Parsed<>(text.as(new Html(markup)), read.diagnostics());
    }

    private ContentLinks links(String id, String address) {
        return new ContentLinks(content, target -> !hidden.contains(target), id, address);
    }

    private void attachment(
            String file, Location at, ContentLinks links, Map<String, String> files, List<Diagnostic> found) {
        ContentLinks.Target target = links.resolve(Attachments.encode(file).replace("%2F", "/"), false, at);
        target.problem().ifPresent(found::add);
        if (target.file().isEmpty() && target.problem().isEmpty()) {
            found.add(Diagnostic.of("attachment-missing/no-file", at, file));
        }
        target.file().ifPresent(path -> add(at, path, files, found));
    }

    /** Where a text names a file first; where it begins, if the name is written in another way there. */
    private static Location place(Source source, int offset, String file) {
        return source.find(source.location(offset, offset), file.substring(file.lastIndexOf('/') + 1));
    }

    /** Takes a file for publishing under its own name; two that some system takes for one cannot lie beside one page. */
    private void add(Location at, String path, Map<String, String> files, List<Diagnostic> found) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String other = files.putIfAbsent(name, path);
        if (other != null && !other.equals(path)) {
            found.add(Diagnostic.of("attachment-name", at, other, path));
        } else if (!PortableNames.isPortable(name)) {
            Diagnostic wrong = Diagnostic.of("name/system", at, name);
            found.add(PortableNames.isUnambiguous(name) ? wrong.asWarning() : wrong);
        } else if (other == null) {
            try {
                long size = Files.size(content.path(path));
                if (size > Content.MAX_ATTACHMENT) {
                    found.add(Diagnostic.of("too-large/attachment", at, size, Content.MAX_ATTACHMENT, path));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(content.shown(path), unreadable);
            }
        }
    }
}
