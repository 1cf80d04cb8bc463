package dafu.read;

import dafu.model.Attachments;
import dafu.model.Page;
import dafu.model.Text;
import dafu.text.Diagnostic;
import dafu.text.Location;
import dafu.text.Message;
import dafu.text.Suggestion;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links of one file of the content folder. A relative link is read from that file's folder: to another Markdown file it
 * becomes the way to its page, to any other file an attachment of this page. Nothing may lead out of the folder.
 */
final class ContentLinks {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);

    private static final Pattern HOST = Pattern.compile("[^:]*://[^/]");

    /**
     * A link as the page shall have it.
     *
     * @param href the address to write
     * @param file the file below the content folder that must be published with the page, or empty
     * @param anchor what is to be found when all is known
     * @param problem what is wrong with the link
     */
    record Target(String href, Optional<String> file, Optional<Text.Anchor> anchor, Optional<Diagnostic> problem) {
        static Target of(String href) {
            return new Target(href, Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Target wrong(Diagnostic problem) {
            return new Target("#", Optional.empty(), Optional.empty(), Optional.of(problem));
        }

        /** The same where it leads to an anchor of a page, or, with an empty one, to an address of the site. */
        Target into(String page, String anchor, Location at) {
            return new Target(href, file, Optional.of(new Text.Anchor(page, anchor, at)), problem);
        }
    }

    private final Content content;
    private final Predicate<String> shown;
    private final String id;
    private final String root;

    /**
     * @param id the file, below the content folder, without {@code .md}
     * @param address the file of its page in the site
     * @param shown whether a reply is part of this build; drafts are not
     */
    ContentLinks(Content content, Predicate<String> shown, String id, String address) {
        this.content = content;
        this.shown = shown;
        this.id = id;
        this.root = Page.rootFrom(address);
    }

    /** What a link as written becomes; an image must become a file. */
    Target resolve(String written, boolean image, Location at) {
        String link = written.strip();
        if (link.isEmpty()) {
            return wrong("link-broken/empty", at);
        }
        if (link.startsWith("#") && !image) {
            return Target.of(link).into(id, link.substring(1), at);
        }
        Matcher scheme = SCHEME.matcher(link.replaceAll("[\\s\\p{Cntrl}]", ""));
        boolean schemed = scheme.matches();
        if (schemed || link.startsWith("//") || link.startsWith("\\")) {
            return external(link, schemed ? scheme.group(1).toLowerCase(Locale.ROOT) : "", image, at);
        }
        return internal(link, image, at);
    }

    private static Target external(String link, String scheme, boolean image, Location at) {
        boolean allowed = switch (scheme) {
            case "http", "https" -> HOST.matcher(link).lookingAt();
            case "mailto", "tel" -> !image;
            default -> false;
        };
        return !allowed
                ? wrong("link-scheme", at, Message.clip(link))
                : image ? wrong("image-foreign", at, Message.clip(link)) : Target.of(link);
    }

    private Target internal(String link, boolean image, Location at) {
        int hash = link.indexOf('#');
        String path = decode(hash < 0 ? link : link.substring(0, hash));
        String anchor = hash < 0 ? "" : link.substring(hash);
        Optional<String> below = path.startsWith("/") ? normal("", path) : normal(folder(), path);
        if (below.isEmpty()) {
            return wrong("link-outside", at, Message.clip(link));
        }
        String target = below.get();
        String page = target.endsWith(".md") ? target.substring(0, target.length() - 3) : target.replaceFirst("/$", "");
        if (!image && content.ids().contains(page)) {
            return page(page, anchor, link, at);
        }
        if (content.files().contains(target)) {
            return file(target, image, link, at);
        }
        if (path.startsWith("/") && !image) {
            // An address of the site itself, such as /data/: whether it exists is known when all pages are made.
            boolean folder = !target.isEmpty() && path.endsWith("/");
            return Target.of(root + target + (folder ? "/" : "") + anchor).into("/" + target, "", at);
        }
        if (image || Attachments.allowed(target)) {
            return wrong("attachment-missing", at, content.shown(target));
        }
        Optional<String> near = Suggestion.closest(page, content.ids());
        return wrong(near.isPresent() ? "link-broken/near" : "link-broken", at, content.shown(target), near.orElse(""));
    }

    private Target page(String target, String anchor, String link, Location at) {
        if (target.startsWith("replies/") && !shown.test(target)) {
            return wrong("link-draft", at, Message.clip(link));
        }
        String address = target.startsWith("pages/") ? target.substring("pages/".length()) : target;
        Target page = Target.of(root + address + "/" + anchor);
        return anchor.isEmpty() ? page : page.into(target, anchor.substring(1), at);
    }

    private static Target file(String target, boolean image, String link, Location at) {
        String name = target.substring(target.lastIndexOf('/') + 1);
        if (image ? !Attachments.isImage(name) : !Attachments.allowed(name)) {
            return wrong(image ? "attachment-type/image" : "attachment-type", at, Message.clip(link));
        }
        return new Target(Attachments.encode(name), Optional.of(target), Optional.empty(), Optional.empty());
    }

    private String folder() {
        return id.substring(0, id.lastIndexOf('/') + 1);
    }

    /** The path below the content folder, or empty where it leads out of it. */
    private static Optional<String> normal(String folder, String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder + path).split("/")) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    private static String decode(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }

    private static Target wrong(String what, Location at, Object... about) {
        return Target.wrong(Diagnostic.of(what, at, about));
    }
}
