package dafu.page;

import dafu.model.Facet;
import dafu.model.Json;
import dafu.model.Metadata;
import dafu.model.OpenData;
import dafu.model.Reply;
import dafu.model.Site;
import dafu.model.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What pages say to programs, in the words of schema.org. Addresses are public ones where the site has one, else relative
 * to the page, as its links are.
 */
final class Linked {
    private Linked() {}

    /** The archive as a whole, and who publishes it. */
    static Json home(Site site) {
        Map<String, Object> search = node("SearchAction", Optional.empty());
        search.put("target", address(site, "./", SearchPage.ADDRESS + "?q={query}"));
        search.put("query-input", "required name=query");
        Map<String, Object> archive = node("WebSite", Optional.of(site.title()));
        archive.put("url", address(site, "./", ""));
        archive.put("inLanguage", site.settings().languageTag());
        put(archive, "description", site.settings().description());
        put(archive, "publisher", publisher(site));
        archive.put("potentialAction", search);
        return page(archive);
    }

    /** A reply: the page about it, whose main matter is a question with its accepted answer. */
    static Json reply(Site site, Reply reply, Frame frame, String published) {
        Metadata metadata = reply.metadata();
        String address = address(site, frame.root(), reply.address());
        Map<String, Object> answer = node("Answer", Optional.of(metadata.title()));
        answer.put("url", address);
        answer.put("dateCreated", metadata.date().toString());
        put(answer, "identifier", metadata.documentNumber());
        put(answer, "text", metadata.summary());
        answer.put("author", body(site, site.term(Facet.BODY, metadata.answeringBody()), frame.root()));
        Map<String, Object> question =
                node("Question", Optional.of(metadata.proposalTitle().orElse(reply.matter())));
        question.put(
                "author",
                metadata.proposers().stream().map(name -> Map.of("name", name)).toList());
        question.put("answerCount", 1);
        question.put("acceptedAnswer", answer);
        Map<String, Object> page = node("WebPage", Optional.of(frame.name()));
        page.put("url", address);
        page.put("inLanguage", site.settings().languageTag());
        page.put("datePublished", published);
        metadata.corrections().stream()
                .map(Metadata.Correction::date)
                .max(LocalDate::compareTo)
                .ifPresent(day -> page.put("dateModified", day.toString()));
        put(page, "license", site.settings().licence());
        page.put("keywords", metadata.topics());
        put(page, "publisher", publisher(site));
        page.put("breadcrumb", Map.of("@id", "#trail"));
        page.put("mainEntity", question);
        return page(page);
    }

    /** A public body whose replies a page lists. */
    static Json body(Site site, Term body, String root) {
        Map<String, Object> organization = node("GovernmentOrganization", Optional.of(body.name()));
        organization.put("url", address(site, root, body.address()));
        return Json.of(organization);
    }

    /** The archive as data. */
    static Json data(Site site, List<OpenData.DataFile> files) {
        Map<String, Object> dataset = node("Dataset", Optional.of(site.title()));
        dataset.put("description", site.settings().description().orElse(site.say("data.about")));
        dataset.put("url", address(site, "../", DataPage.ADDRESS));
        dataset.put("inLanguage", site.settings().languageTag());
        dataset.put("isAccessibleForFree", true);
        put(dataset, "license", site.settings().licence());
        put(dataset, "creator", publisher(site));
        List<Map<String, Object>> distribution = new ArrayList<>();
        for (OpenData.DataFile file : files) {
            Map<String, Object> download = node("DataDownload", Optional.of(file.name()));
            download.put("contentUrl", address(site, "../", file.path()));
            download.put("contentSize", file.bytes() + " B");
            distribution.add(download);
        }
        dataset.put("distribution", distribution);
        return page(dataset);
    }

    /** The way from home down to a page, which needs no address of its own. */
    static Json trail(Site site, String root, List<Link> trail, String name) {
        List<Map<String, Object>> steps = new ArrayList<>();
        trail.forEach(link -> step(steps, link.label())
                .put("item", address(site, root, link.href().substring(root.length()))));
        step(steps, name);
        Map<String, Object> list = node("BreadcrumbList", Optional.empty());
        list.put("@id", "#trail");
        list.put("itemListElement", steps);
        return page(list);
    }

    private static Map<String, Object> step(List<Map<String, Object>> steps, String name) {
        Map<String, Object> step = node("ListItem", Optional.of(name));
        steps.add(step);
        step.put("position", steps.size());
        return step;
    }

    private static Optional<Json> publisher(Site site) {
        String type = site.settings().siteIdCode().isPresent() ? "GovernmentOrganization" : "Organization";
        return site.settings().publisher().map(name -> Json.of(node(type, Optional.of(name))));
    }

    private static String address(Site site, String root, String address) {
        return site.absolute(address).orElse(root + address);
    }

    private static Map<String, Object> node(String type, Optional<String> name) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", type);
        put(node, "name", name);
        return node;
    }

    private static void put(Map<String, Object> node, String key, Optional<?> value) {
        value.ifPresent(v -> node.put(key, v));
    }

    private static Json page(Map<String, Object> node) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("@context", "https://schema.org");
        page.putAll(node);
        return Json.of(page);
    }
}
