package dafu.read;

import dafu.model.Attachments;
import dafu.model.Page;
import dafu.text.Message;
import dafu.text.Suggestion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links of one file of the content folder. A relative link is read from that file's folder: to another Markdown file it
 * becomes the way to its page, to any other file an attachment of this page. Nothing may lead out of the folder.
 */
public final class ContentLinks implements Markdown.Links {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Message USE_HTTPS = Message.of(
            "链接用 https://、http://、mailto: 或 tel: 开头", "begin a link with https://, http://, mailto: or tel:");

    private final Content content;
    private final java.util.function.Predicate<String> shown;
    private final String id;
    private final String root;

    /**
     * @param id the file, below the content folder, without {@code .md}
     * @param address the file of its page in the site
     * @param shown whether a reply is part of this build; drafts are not
     */
    public ContentLinks(Content content, java.util.function.Predicate<String> shown, String id, String address) {
        this.content = content;
        this.shown = shown;
        this.id = id;
        this.root = Page.rootFrom(address);
    }

    @Override
    public Markdown.Target resolve(String written, boolean image) {
        String link = written.strip();
        if (link.isEmpty()) {
            return wrong(
                    "link-broken",
                    Message.of("链接是空的", "the link is empty"),
                    Message.of("写上地址，或去掉方括号", "write an address, or drop the brackets"));
        }
        if (link.startsWith("#") && !image) {
            return new Markdown.Target(
                    link, Optional.empty(), Optional.of(new Markdown.Anchor(id, link.substring(1))), Optional.empty());
        }
        Matcher scheme = SCHEME.matcher(link.replaceAll("[\\s\\p{Cntrl}]", ""));
        if (scheme.matches() || link.startsWith("//") || link.startsWith("\\")) {
            return external(link, scheme.matches() ? scheme.group(1).toLowerCase(Locale.ROOT) : "", image);
        }
        return internal(link, image);
    }

    private Markdown.Target external(String link, String scheme, boolean image) {
        boolean allowed = switch (scheme) {
            case "http", "https" -> true;
            case "mailto", "tel" -> !image;
            default -> false;
        };
        if (!allowed) {
            return wrong("link-scheme", Message.of("不能链接到“%s”", "cannot link to “%s”", clip(link)), USE_HTTPS);
        }
        if (image) {
            return wrong(
                    "image-foreign",
                    Message.of("图片在别的网站上：%s", "the image lies on another site: %s", clip(link)),
                    Message.of("把图片存到答复旁边，写它的文件名", "save the image beside the reply and write its name"));
        }
        return new Markdown.Target(link, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Markdown.Target internal(String link, boolean image) {
        int hash = link.indexOf('#');
        String path = decode(hash < 0 ? link : link.substring(0, hash));
        String anchor = hash < 0 ? "" : link.substring(hash);
        Optional<String> below = path.startsWith("/") ? normal("", path) : normal(folder(), path);
        if (below.isEmpty()) {
            return wrong(
                    "link-outside",
                    Message.of("链接“%s”指向 content 以外", "the link “%s” leads out of the content folder", clip(link)),
                    Message.of("只能链接到 content 里的文件", "link to files of the content folder only"));
        }
        String target = below.get();
        String page = target.endsWith(".md") ? target.substring(0, target.length() - 3) : target.replaceFirst("/$", "");
        if (!image && content.ids().contains(page)) {
            return page(page, anchor, link);
        }
        if (content.files().contains(target)) {
            return file(target, image, link);
        }
        if (path.startsWith("/") && !image) {
            // An address of the site itself, such as /data/: whether it exists is known when all pages are made.
            return new Markdown.Target(
                    root
                            + target
                            + (target.isEmpty() || path.endsWith("/") && !target.endsWith("/") ? "/" : "")
                            + anchor,
                    Optional.empty(),
                    Optional.of(new Markdown.Anchor("/" + target, "")),
                    Optional.empty());
        }
        return image || Attachments.allowed(target)
                ? wrong(
                        "attachment-missing",
                        Message.of("没有文件 %s", "there is no file %s", content.root() + "/" + target),
                        Message.of("把文件放到答复旁边，文件名要一致", "put the file beside the reply, under the same name"))
                : wrong(
                        "link-broken",
                        Message.of("没有 %s", "there is no %s", content.root() + "/" + target),
                        Suggestion.closest(page, content.ids())
                                .map(near -> Message.of("是不是 %s.md？", "did you mean %s.md?", near))
                                .orElse(Message.of(
                                        "核对路径；它从这个文件所在的文件夹算起", "check the path; it starts at this file's folder")));
    }

    private Markdown.Target page(String target, String anchor, String link) {
        if (target.startsWith("replies/") && !shown.test(target)) {
            return wrong(
                    "link-draft",
                    Message.of("“%s”还是草稿，读者看不到", "“%s” is still a draft that readers cannot see", clip(link)),
                    Message.of("先公开它，或去掉链接", "publish it first, or take the link out"));
        }
        String address = target.startsWith("pages/") ? target.substring("pages/".length()) : target;
        Optional<Markdown.Anchor> known =
                anchor.isEmpty() ? Optional.empty() : Optional.of(new Markdown.Anchor(target, anchor.substring(1)));
        return new Markdown.Target(root + address + "/" + anchor, Optional.empty(), known, Optional.empty());
    }

    private Markdown.Target file(String target, boolean image, String link) {
        String name = target.substring(target.lastIndexOf('/') + 1);
        if (image ? !Attachments.isImage(name) : !Attachments.allowed(name)) {
            return wrong(
                    "attachment-type",
                    Message.of("不能公开这种文件：%s", "files of this type cannot be published: %s", clip(link)),
                    image ? Attachments.IMAGE_TYPES : Attachments.TYPES);
        }
        return new Markdown.Target(Attachments.encode(name), Optional.of(target), Optional.empty(), Optional.empty());
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
        StringBuilder joined = new StringBuilder();
        for (Iterator<String> part = parts.iterator(); part.hasNext(); ) {
            joined.append(part.next()).append(part.hasNext() ? "/" : "");
        }
        return Optional.of(joined.toString());
    }

    private static String decode(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        try {
            return java.net.URLDecoder.decode(path.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }

    private static Markdown.Target wrong(String rule, Message message, Message hint) {
        return new Markdown.Target(
                "#", Optional.empty(), Optional.empty(), Optional.of(new Markdown.Problem(rule, message, hint)));
    }

    private static String clip(String link) {
        return link.codePointCount(0, link.length()) <= 80
                ? link
                : link.substring(0, link.offsetByCodePoints(0, 79)) + "…";
    }
}
