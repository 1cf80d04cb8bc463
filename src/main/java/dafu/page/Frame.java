package dafu.page;

import dafu.model.Facet;
import dafu.model.Json;
import dafu.model.Page;
import dafu.model.Settings;
import dafu.model.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What surrounds every page.
 *
 * @param root the way to the site's root, ending with a slash
 * @param name what the page is called
 * @param title the same for the browser: with the site's name, but on the home page
 * @param canonical the public address, where base-url is set
 * @param base the same of the site, ending with a slash
 * @param searches whether the page has a search box of its own, so that its header needs none
 * @param filings the numbers under which the site is filed with the authorities
 * @param trail the pages above this one, from home down
 * @param crumbs the same for programs, with this page; not on the home page and that of 404
 * @param menu the ways in, the same on every page
 * @param pages the pages of {@code content/pages}, that of the corrections, and that of the data
 * @param feeds the feeds of the archive and of this page
 */
public record Frame(
        String language,
        String root,
        String site,
        String name,
        String title,
        Optional<String> description,
        Optional<String> canonical,
        Optional<String> base,
        Optional<String> siteDomain,
        Optional<String> siteIdCode,
        List<Filing> filings,
        Optional<String> notice,
        Optional<String> publisher,
        Optional<String> licence,
        boolean home,
        boolean searches,
        List<Link> trail,
        Optional<Json> crumbs,
        List<MenuLink> menu,
        List<Link> pages,
        List<Link> feeds) {

    /** The pages that are about finding something. */
    private static final Set<String> SEARCHING = Set.of("index.html", "404.html", SearchPage.PATH);

    /** A filing number and the register in which anybody can look it up. */
    public record Filing(String number, String href) {
        static Filing of(String number) {
            return new Filing(
                    number,
                    number.contains("公网安备")
                            ? "https://beian.mps.gov.cn/#/query/webSearch?code=" + number.replaceAll("[^0-9]", "")
                            : "https://beian.miit.gov.cn/");
        }
    }

    /** A way in, and whether the page that shows it stands there or below. */
    public record MenuLink(String href, String label, boolean current) {}

    /** The frame of a page at a path of the site, right below the home page. */
    static Frame of(Site site, String path, String title, Optional<String> description) {
        return at(site, path, Page.rootFrom(path), title, description, Optional.empty());
    }

    /** The frame of a page that the site's words name and describe. */
    static Frame named(Site site, String address, String name) {
        return of(site, address + "index.html", site.say(name), Optional.of(site.say(name + ".about")));
    }

    /**
     * The frame of any page.
     *
     * @param root the way to the site's root, which one that does not know where it will be shown from cannot tell
     * @param above the page between this one and the home page
     */
    static Frame at(
            Site site, String path, String root, String title, Optional<String> description, Optional<Link> above) {
        Settings settings = site.settings();
        boolean home = path.equals("index.html");
        String address = path.replaceFirst("index\\.html$", "");
        List<Link> trail = home
                ? List.of()
                : Stream.concat(Stream.of(new Link(root, site.say("home"))), above.stream())
                        .toList();
        return new Frame(
                settings.languageTag(),
                root,
                site.title(),
                title,
                home ? site.title() : title + " - " + site.title(),
                description,
                site.absolute(address),
                site.absolute(""),
                settings.siteDomain(),
                settings.siteIdCode(),
                settings.filings().stream().map(Filing::of).toList(),
                settings.notice(),
                settings.publisher(),
                settings.licence(),
                home,
                SEARCHING.contains(path),
                trail,
                home || address.equals(path) ? Optional.empty() : Optional.of(Linked.trail(site, root, trail, title)),
                menu(site, root, path),
                pages(site, root),
                FeedFile.links(site, path, root));
    }

    private static List<Link> pages(Site site, String root) {
        List<Link> pages = new ArrayList<>();
        site.archive().pages().forEach(page -> pages.add(new Link(root + page.id() + "/", page.title())));
        if (!site.archive().changes().isEmpty()) {
            pages.add(new Link(root + ChangesPage.ADDRESS, site.say("changes")));
        }
        if (!site.archive().replies().isEmpty()) {
            pages.add(new Link(root + StatisticsPage.ADDRESS, site.say("statistics")));
        }
        if (site.settings().form().isPresent()) {
            pages.add(new Link(root + FormPage.ADDRESS, site.say("form")));
        }
        pages.add(new Link(root + DataPage.ADDRESS, site.say("data")));
        return List.copyOf(pages);
    }

    /** Only the facets that lead somewhere. */
    private static List<MenuLink> menu(Site site, String root, String path) {
        List<MenuLink> menu = new ArrayList<>();
        if (!site.archive().replies().isEmpty()) {
            menu.add(menuLink(root, "replies/", site.say("replies"), path));
        }
        for (Facet facet : Facet.values()) {
            if (!site.archive().listings(facet).isEmpty()) {
                menu.add(menuLink(root, facet.folder() + "/", label(site, facet), path));
            }
        }
        return List.copyOf(menu);
    }

    private static MenuLink menuLink(String root, String address, String label, String path) {
        return new MenuLink(root + address, label, path.startsWith(address));
    }

    static String label(Site site, Facet facet) {
        return site.say("facet." + facet.key());
    }
}
