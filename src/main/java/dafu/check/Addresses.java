package dafu.check;

import dafu.model.Alias;
import dafu.model.Archive;
import dafu.model.Facet;
import dafu.model.Listing;
import dafu.model.Reply;
import dafu.text.Location;
import dafu.text.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** No two pages have one address, and none has an address that the generator needs itself. */
final class Addresses implements CatalogueRule {
    private static final Set<String> OWN = Set.of(
            "replies",
            "years",
            "sessions",
            "kinds",
            "bodies",
            "proposers",
            "topics",
            "outcomes",
            "search",
            "statistics",
            "corrections",
            "masks",
            "data",
            "assets",
            "page",
            "404",
            "index");
    private static final Set<String> OWN_FILES = Set.of(
            "index.html",
            "404.html",
            "feed.xml",
            "sitemap.xml",
            "robots.txt",
            "opensearch.xml",
            "manifest-sha256.txt",
            "replies/index.html");
    private static final Pattern OWN_NUMBERED = Pattern.compile("replies/page(/\\d+)?|sitemap-\\d+\\.xml");

    @Override
    public void check(Archive archive, Findings found) {
        Map<String, Location> taken = new HashMap<>();
        for (Archive.PageFile page : archive.pages()) {
            taken.put(page.id() + "/index.html", Location.file(page.path()));
            if (OWN.contains(page.id())) {
                own(Location.file(page.path()), page.id() + "/", found);
            }
        }
        for (Reply reply : archive.replies()) {
            taken.put(reply.address() + "index.html", Location.file(reply.path()));
            if (OWN_NUMBERED.matcher(reply.id()).matches()) {
                own(Location.file(reply.path()), reply.address(), found);
            }
        }
        archive.replies().forEach(reply -> aliases(reply, taken, found));
        archive.replies().forEach(reply -> below(reply, taken, found));
        for (Facet facet : Facet.values()) {
            terms(archive, facet, found);
        }
    }

    private static void own(Location at, String name, Findings found) {
        found.add(
                "address",
                at,
                Message.of("地址 /%s 由程序自己使用", "the address /%s belongs to the generator", shown(name)),
                Message.of("改名，或删去这个旧地址", "rename it, or take this alias out"));
    }

    private static void aliases(Reply reply, Map<String, Location> taken, Findings found) {
        for (String alias : reply.metadata().aliases()) {
            Optional<String> path = Alias.path(alias);
            if (path.isEmpty()) {
                found.add(
                        "address",
                        reply.at("aliases"),
                        Message.of("“%s”不能作地址", "“%s” cannot be an address", alias),
                        Message.of(
                                "写成 /old/address/ 或 /old/058.html 的样子",
                                "write it like /old/address/ or /old/058.html"));
            } else if (isOwn(path.get())) {
                own(reply.at("aliases"), path.get(), found);
            } else {
                Location other = taken.putIfAbsent(path.get(), reply.at("aliases"));
                if (other != null) {
                    taken(reply, path.get(), other, found);
                }
            }
        }
    }

    private static boolean isOwn(String path) {
        String first = path.substring(0, Math.max(0, path.indexOf('/')));
        return OWN_FILES.contains(path)
                || OWN.contains(first) && !first.equals("replies")
                || OWN_NUMBERED.matcher(path.replaceFirst("/index\\.html$", "")).matches();
    }

    /** Nothing can lie below an alias that is a file; and beside a reply's page lie its attachments. */
    private static void below(Reply reply, Map<String, Location> taken, Findings found) {
        for (String alias : reply.metadata().aliases()) {
            String path = Alias.path(alias).orElse("");
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                String above = path.substring(0, slash);
                boolean beside = path.indexOf('/', slash + 1) < 0 && !path.endsWith("/index.html");
                Location other = taken.getOrDefault(above, beside ? taken.get(above + "/index.html") : null);
                if (other != null) {
                    taken(reply, path, other, found);
                }
            }
        }
    }

    private static void taken(Reply reply, String path, Location other, Findings found) {
        found.add(
                "address",
                reply.at("aliases"),
                Message.of("地址 /%s 已由 %s 占用", "the address /%s is taken by %s", shown(path), other),
                Message.of("删去这个旧地址，或删去那一个", "take this alias out, or the other one"));
    }

    private static String shown(String path) {
        return path.replaceFirst("(^|/)index\\.html$", "$1");
    }

    private static void terms(Archive archive, Facet facet, Findings found) {
        Map<String, Listing> byId = new HashMap<>();
        for (Listing listing : archive.listings(facet)) {
            Listing other = byId.putIfAbsent(listing.term().id(), listing);
            if (other != null) {
                found.add(
                        "address",
                        Location.file(
                                archive.replies().get(listing.members()[0]).path()),
                        Message.of(
                                "“%s”和“%s”的地址都是 /%s",
                                "“%s” and “%s” both have the address /%s",
                                other.term().name(),
                                listing.term().name(),
                                listing.term().address()),
                        Message.of(
                                "在 archive.yml 的 %s 里给其中一个写上 id",
                                "give one of them an id under %s in archive.yml", facet.folder()));
            }
        }
    }
}
