package dafu.read;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.DelimitedLinkNode;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.InlineLinkNode;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkNodeBase;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import dafu.model.Html;
import dafu.text.Diagnostic;
import dafu.text.Location;
import dafu.text.Parsed;
import dafu.text.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Markdown as CommonMark and GitHub's tables, bare links and footnotes define it, with raw HTML shown as
 * the characters it is made of and links limited to known schemes.
 *
 * <p>Three things differ, for Chinese text: emphasis opens and closes beside full-width punctuation, a bare address ends
 * where ASCII ends, and headings get short anchors from their numbers (一、 and （二） become {@code s1} and {@code s1-2}).
 */
public final class Markdown {
    /** Stands for the asterisks of a mask while Markdown is read, since asterisks mean emphasis; never in a {@link Source}. */
    private static final char MASK = '\uFDD0';

    private final Source source;
    private final int offset;
    private final ContentLinks links;
    private final List<Diagnostic> found = new ArrayList<>();
    private final Headings headings = new Headings();
    private final List<dafu.model.Text.Anchor> anchors = new ArrayList<>();
    private final Set<String> files = new LinkedHashSet<>();
    private final StringBuilder plain = new StringBuilder();
    private char[] prose = {};

    private Markdown(Source source, int offset, ContentLinks links) {
        this.source = source;
        this.offset = offset;
        this.links = links;
    }

    /** The text of a source from an offset on. */
    public static Parsed<dafu.model.Text> read(Source source, int offset, ContentLinks links) {
        return new Markdown(source, offset, links).read();
    }

    private Parsed<dafu.model.Text> read() {
        String text = inert(source.text().substring(offset));
        int deepest = Nesting.tooDeep(text);
        if (deepest < text.length()) {
            return tooDeep(deepest);
        }
        int longest = Nesting.tooLong(text);
        if (longest < text.length()) {
            Location at = source.location(offset + longest, offset + longest);
            found.add(Diagnostic.of("too-large/table", at, Nesting.MOST_ROWS));
            return new Parsed<>(dafu.model.Text.NONE, found);
        }
        prose = text.toCharArray();
        try {
            Dialect dialect = Dialect.of(text);
            Document document = dialect.parser().parse(BasedSequence.of(new Bounded(text)));
            boolean shift = hasFirstLevel(document);
            visit(document, shift ? 1 : 0);
            String html = dialect.renderer().render(document);
            html = html.contains("<table>") ? Tables.finish(html) : html;
            String words = plain.toString().replace(MASK, '*').strip();
            return new Parsed<>(
                    new dafu.model.Text(
                            new Html(html.replace("<img ", "<img loading=\"lazy\" ")
                                    .replace(" />", ">")
                                    .replace(MASK, '*')),
                            words,
                            new String(prose).replace(MASK, dafu.model.Text.OPAQUE),
                            headings.all(),
                            files,
                            anchors),
                    found);
        } catch (StackOverflowError tooDeep) {
            found.clear();
            return tooDeep(0);
        } catch (Bounded.Exceeded tooOften) {
            found.clear();
            Location at = source.location(offset + tooOften.at, offset + tooOften.at);
            found.add(Diagnostic.of("nesting/brackets", at));
            return new Parsed<>(dafu.model.Text.NONE, found);
        }
    }

    private Parsed<dafu.model.Text> tooDeep(int at) {
        found.add(Diagnostic.of("nesting", source.location(offset + at, offset + at + 1)));
        return new Parsed<>(dafu.model.Text.NONE, found);
    }

    private String inert(String text) {
        if (source.masks().isEmpty()) {
            return text;
        }
        StringBuilder inert = new StringBuilder(text);
        source.masks().stream().filter(mask -> mask.end() > offset).forEach(mask -> {
            for (int i = Math.max(0, mask.start() - offset); i < mask.end() - offset; i++) {
                if (inert.charAt(i) == '*') {
                    inert.setCharAt(i, MASK);
                }
            }
        });
        return inert.toString();
    }

    private static boolean hasFirstLevel(Node document) {
        for (Node node : document.getChildren()) {
            if (node instanceof Heading heading && heading.getLevel() == 1) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes what stands below a node.
     *
     * @param down by how much headings go down, so that none is of the page's own level
     */
    private void visit(Node parent, int down) {
        for (Node node = parent.getFirstChild(); node != null; ) {
            if (node instanceof AutoLink || node instanceof MailLink) {
                node = asciiAlone((DelimitedLinkNode) node);
            }
            @Nullable Node next = node.getNext();
            int start = plain.length();
            hide(node);
            enter(node);
            if (!isTaken(node)) {
                visit(node, down);
            }
            if (node instanceof Heading heading) {
                heading.setLevel(Math.min(6, Math.max(2, heading.getLevel() + down)));
                String words = plain.substring(start).replace(MASK, '*').strip();
                heading.setAnchorRefId(headings.add(heading.getLevel(), words));
            }
            if (isBracketed(node)) {
                plain.append(']');
            }
            if (node instanceof TableCell) {
                plain.append('\t');
            } else if (node instanceof Block || node instanceof TableRow) {
                endLine();
            }
            node = next;
        }
    }

    /** What has no words below it that are not taken with it, or that stand where they are named. */
    private static boolean isTaken(Node node) {
        return node instanceof Code
                || node instanceof DelimitedLinkNode
                || node instanceof Footnote
                || node instanceof TableSeparator;
    }

    /** Makes what is not words opaque in the prose: code, raw HTML, addresses. */
    private void hide(Node node) {
        boolean all = node instanceof Code
                || node instanceof FencedCodeBlock
                || node instanceof IndentedCodeBlock
                || isHtml(node)
                || node instanceof AutoLink
                || node instanceof MailLink
                || node instanceof Reference;
        boolean link = node instanceof InlineLinkNode;
        int from = link ? ((InlineLinkNode) node).getText().getEndOffset() : node.getStartOffset();
        int to = node.getEndOffset();
        // An address may go on in Chinese, which the link leaves out.
        while (node instanceof AutoLink && to < prose.length && prose[to] > ' ' && !isWidePunctuation(prose[to])) {
            to++;
        }
        for (int i = from; (all || link) && i < to; i++) {
            prose[i] = prose[i] == '\n' ? '\n' : dafu.model.Text.OPAQUE;
        }
    }

    private static boolean isHtml(Node node) {
        return node instanceof HtmlBlock
                || node instanceof HtmlInline
                || node instanceof HtmlCommentBlock
                || node instanceof HtmlInlineComment;
    }

    private static boolean isWidePunctuation(char c) {
        return c >= '\u2010' && c < '\u3040' || c >= '\uFF00';
    }

    private void enter(Node node) {
        if (node instanceof Link || node instanceof Image) {
            LinkNodeBase link = (LinkNodeBase) node;
            link.setUrl(resolve(link, node instanceof Image));
        } else if (node instanceof Reference reference) {
            reference.setUrl(resolve(reference, false));
        } else if (node instanceof DelimitedLinkNode link) {
            if (link instanceof AutoLink && link.getText().indexOf(':') > 0) {
                target(link.getText(), link.getText().toString(), false);
            }
            plain.append(link.getText());
        } else if (isHtml(node)) {
            rawHtml(node);
            plain.append(node.getChars());
        } else if (node instanceof IndentedCodeBlock code) {
            code.getContentLines().forEach(plain::append);
        } else if (node.getParent() instanceof FencedCodeBlock) {
            plain.append(node.getChars());
        } else if (node instanceof Text || node instanceof HtmlEntity) {
            plain.append(node.getChars().unescape());
        } else if (node instanceof Code code) {
            plain.append(code.getText());
        } else if (isBracketed(node)) {
            plain.append('[');
        } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            softBreak();
        }
    }

    /** A line break inside a paragraph: nothing between two Han characters, a space elsewhere. */
    private void softBreak() {
        int length = plain.length();
        if (length > 0 && plain.charAt(length - 1) < 0x2E80) {
            plain.append(' ');
        }
    }

    private void endLine() {
        int end = plain.length();
        while (end > 0 && (plain.charAt(end - 1) == ' ' || plain.charAt(end - 1) == '\t')) {
            end--;
        }
        plain.setLength(end);
        if (end > 0 && plain.charAt(end - 1) != '\n') {
            plain.append('\n');
        }
    }

    /** Bare addresses swallow the Chinese text around them, which is text again: the first node of what that gives. */
    private static Node asciiAlone(DelimitedLinkNode link) {
        BasedSequence chars = link.getChars();
        int at = chars.indexOf('@');
        int from = link instanceof MailLink ? at : 0;
        while (from > 0 && chars.charAt(from - 1) < 0x7F) {
            from--;
        }
        int end = from;
        while (end < chars.length() && chars.charAt(end) < 0x7F) {
            end++;
        }
        if (chars.startsWith("<") || from == 0 && end == chars.length()) {
            return link;
        }
        while (end < chars.length() && end > from && ".,:;!?'\"".indexOf(chars.charAt(end - 1)) >= 0) {
            end--;
        }
        Text before = new Text(chars.subSequence(0, from));
        link.insertBefore(before);
        link.insertAfter(new Text(chars.subSequence(end)));
        BasedSequence address = chars.subSequence(from, end);
        link.removeChildren();
        if (from == end || from == at) {
            link.insertBefore(new Text(address));
            link.unlink();
        } else {
            link.setChars(address);
            link.setText(address);
            link.appendChild(new Text(address));
        }
        return before;
    }

    private BasedSequence resolve(LinkNodeBase link, boolean image) {
        ContentLinks.Target target =
                target(link.getUrl(), link.getUrl().unescape().replace(MASK, '*'), image);
        target.file().ifPresent(files::add);
        return BasedSequence.of(target.href());
    }

    private ContentLinks.Target target(BasedSequence written, String link, boolean image) {
        Location at = source.location(offset + written.getStartOffset(), offset + written.getEndOffset());
        ContentLinks.Target target = links.resolve(link, image, at);
        target.anchor().ifPresent(anchors::add);
        target.problem().ifPresent(found::add);
        return target;
    }

    private void rawHtml(Node node) {
        if (!node.getChars().startsWith("<!--EndFragment")) {
            Location at = source.location(offset + node.getStartOffset(), offset + node.getEndOffset());
            found.add(Diagnostic.of("raw-html", at));
        }
    }

    /** Whether a link is a reference whose definition is missing; such brackets are text. */
    private static boolean isBracketed(Node node) {
        return node instanceof LinkRef ref && !ref.isDefined();
    }
}
