package dafu.check;

import dafu.model.Alias;
import dafu.model.Archive;
import dafu.model.Facet;
import dafu.model.Listing;
import dafu.model.Reply;
import dafu.text.Location;
import dafu.text.PortableNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No two pages have one address, and none has an address that the generator needs itself. */
final class Addresses {
    private static final Set<String> OWN = Set.of(
            ("replies years sessions kinds bodies proposers topics outcomes search statistics corrections masks data form"
                            + " assets page 404 index")
                    .split(" "));
    private static final Set<String> OWN_FILES =
            Set.of(("index.html 404.html feed.xml sitemap.xml robots.txt opensearch.xml manifest-sha256.txt"
                            + " replies/index.html _headers _redirects nginx.conf")
                    .split(" "));
    private static final Pattern OWN_NUMBERED = Pattern.compile("replies/page(/\\d+)?|sitemap-\\d+\\.xml");

    private Addresses() {}

    static void check(Archive archive, Findings found) {
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
        found.add("address/own", at, shown(name));
    }

    private static void aliases(Reply reply, Map<String, Location> taken, Findings found) {
        for (String alias : reply.metadata().aliases()) {
            Optional<String> path = Alias.path(alias);
            if (path.isEmpty()) {
                found.add("address/alias", reply.at("aliases"), alias);
            } else if (isOwn(path.get())) {
                own(reply.at("aliases"), path.get(), found);
            } else if (!Stream.of(path.get().split("/")).allMatch(PortableNames::isPortable)) {
                found.add("name/system", reply.at("aliases"), shown(path.get()));
            } else {
                Location other = taken.putIfAbsent(PortableNames.key(path.get()), reply.at("aliases"));
                if (other != null) {
                    taken(reply, path.get(), other, found);
                }
            }
        }
    }

    private static boolean isOwn(String written) {
        String path = PortableNames.key(written);
        String first = path.substring(0, Math.max(0, path.indexOf('/')));
        return isFile(path)
                || OWN.contains(first) && !first.equals("replies")
                || OWN_NUMBERED.matcher(path.replaceFirst("/index\\.html$", "")).matches();
    }

    /** Whether a path is that of a file of the generator's own, or below one. */
    private static boolean isFile(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String above = path.substring(0, slash);
            if (OWN_FILES.contains(above) || OWN_NUMBERED.matcher(above).matches() && above.endsWith(".xml")) {
                return true;
            }
        }
        return OWN_FILES.contains(path);
    }

    /** Nothing can lie below an alias that is a file; and beside a reply's page lie its attachments. */
    private static void below(Reply reply, Map<String, Location> taken, Findings found) {
        for (String alias : reply.metadata().aliases()) {
            String path = PortableNames.key(Alias.path(alias).orElse(""));
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
        found.add("address/taken", reply.at("aliases"), shown(path), other);
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
                        "address/same",
                        Location.file(
                                archive.replies().get(listing.members()[0]).path()),
                        other.term().name(),
                        listing.term().name(),
                        listing.term().address(),
                        facet.folder());
            }
        }
    }
}
