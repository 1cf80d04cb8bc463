package dafu.page;

import dafu.model.Page;
import dafu.model.Site;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A list split into pages, newest first. They are numbered from the oldest, so that a full page keeps its entries for
 * ever; the newest stands at the list's own address and, once there are several, at its number too.
 */
record Paging(Site site, String address, int size) {

    /** One page of the list, and where it stands. */
    record Part(Paging paging, int number, String path) {
        String root() {
            return Page.rootFrom(path);
        }

        /** What stands on the page, as positions in the list, newest first. */
        IntStream positions() {
            int perPage = paging.site.settings().entriesPerPage();
            int from = (number - 1) * perPage;
            int to = Math.min(paging.size, from + perPage);
            return IntStream.range(from, to).map(i -> to - 1 - (i - from));
        }

        /** Which page it is, where there are several; a number that is counted from the end needs to say so. */
        Optional<String> words() {
            return Optional.of(isNewest() ? paging.site.say("page.newest") : paging.site.say("page.numbered", number))
                    .filter(words -> paging.last() > 1);
        }

        /** A title that tells the pages apart. */
        String titled(String title) {
            return title
                    + words().filter(words -> !isNewest())
                            .map(words -> " " + words)
                            .orElse("");
        }

        /** How many entries the list has; not on numbered pages, which keep what they say. */
        Optional<String> count(String words) {
            return Optional.of(paging.site.say(words, paging.size)).filter(count -> isNewest());
        }

        private boolean isNewest() {
            return path.equals(paging.address + "index.html");
        }

        Optional<Link> newer() {
            return link(number + 1, "newer");
        }

        Optional<Link> older() {
            return link(number - 1, "older");
        }

        private Optional<Link> link(int to, String label) {
            return to < 1 || to > paging.last()
                    ? Optional.empty()
                    : Optional.of(new Link(root() + paging.address + "page/" + to + "/", paging.site.say(label)));
        }
    }

    Stream<Part> parts() {
        Stream<Part> newest = Stream.of(new Part(this, last(), address + "index.html"));
        return last() == 1
                ? newest
                : Stream.concat(
                        newest,
                        IntStream.rangeClosed(1, last())
                                .mapToObj(
                                        number -> new Part(this, number, address + "page/" + number + "/index.html")));
    }

    private int last() {
        int perPage = site.settings().entriesPerPage();
        return Math.max(1, (size + perPage - 1) / perPage);
    }
}
