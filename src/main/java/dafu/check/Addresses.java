package dafu.check;

import dafu.model.Archive;
import dafu.model.Facet;
import dafu.model.Listing;
import dafu.model.Reply;
import dafu.text.Location;
import dafu.text.Message;
import java.util.HashMap;
import java.util.Map;
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
    private static final Pattern OWN_REPLIES = Pattern.compile("replies/page(/\\d+)?");
    private static final Pattern ALIAS = Pattern.compile("/?([a-zA-Z0-9._~-]+/)*[a-zA-Z0-9._~-]*/?");

    @Override
    public void check(Archive archive, Findings found) {
        Map<String, Location> taken = new HashMap<>();
        for (Archive.PageFile page : archive.pages()) {
            taken.put(page.id() + "/", Location.file(page.path()));
            if (OWN.contains(page.id())) {
                own(Location.file(page.path()), page.id(), found);
            }
        }
        for (Reply reply : archive.replies()) {
            taken.put(reply.address(), Location.file(reply.path()));
            if (OWN_REPLIES.matcher(reply.id()).matches()) {
                own(Location.file(reply.path()), reply.id(), found);
            }
        }
        archive.replies().forEach(reply -> aliases(reply, taken, found));
        for (Facet facet : Facet.values()) {
            terms(archive, facet, found);
        }
    }

    private static void own(Location at, String name, Findings found) {
        found.add(
                "address",
                at,
                Message.of("地址 /%s/ 由程序自己使用", "the address /%s/ belongs to the generator", name),
                Message.of("给文件改名", "rename the file"));
    }

    private static void aliases(Reply reply, Map<String, Location> taken, Findings found) {
        for (String alias : reply.metadata().aliases()) {
            String address = alias.replaceFirst("^/", "").replaceFirst("/?$", "/");
            String first = address.substring(0, address.indexOf('/'));
            if (!ALIAS.matcher(alias).matches()
                    || address.equals("/")
                    || ("/" + address).contains("/../")
                    || ("/" + address).contains("/./")) {
                found.add(
                        "address",
                        reply.at("aliases"),
                        Message.of("“%s”不能作地址", "“%s” cannot be an address", alias),
                        Message.of("写成 /old/address/ 的样子", "write it like /old/address/"));
            } else if (OWN.contains(first) && !first.equals("replies")) {
                own(reply.at("aliases"), first, found);
            } else {
                Location other = taken.putIfAbsent(address, reply.at("aliases"));
                if (other != null) {
                    found.add(
                            "address",
                            reply.at("aliases"),
                            Message.of("地址 /%s 已由 %s 占用", "the address /%s is taken by %s", address, other),
                            Message.of("删去这个旧地址，或删去那一个", "take this alias out, or the other one"));
                }
            }
        }
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
