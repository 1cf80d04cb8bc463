package dafu.check;

import dafu.model.Archive;
import dafu.model.Settings;
import dafu.text.Message;
import java.util.Locale;
import java.util.regex.Pattern;

/** The meta tags of a government site name one site: a template was seen with another city's domain and code. */
final class SiteIdentity implements CatalogueRule {
    private static final Pattern CODE = Pattern.compile("\\d{10}|bm\\d{8}");
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

    @Override
    public void check(Archive archive, Findings found) {
        Settings settings = archive.settings();
        settings.siteIdCode()
                .filter(code -> !CODE.matcher(code).matches())
                .ifPresent(code -> found.add(
                        "site-identity",
                        archive.folder().at("site-id-code", code),
                        Message.of("“%s”不是网站标识码", "“%s” is no site identification code", code),
                        Message.of("十位数字，或 bm 加八位数字", "ten digits, or bm and eight digits")));
        settings.siteDomain().ifPresent(domain -> {
            String host = settings.baseUrl()
                    .map(url -> url.replaceFirst("^https?://", "").replaceFirst("[:/].*", ""))
                    .orElse(domain);
            boolean isHost = HOST.matcher(domain).matches();
            if (!isHost || !("." + host.toLowerCase(Locale.ROOT)).endsWith("." + domain.replaceFirst("^www\\.", ""))) {
                found.add(
                        "site-identity",
                        archive.folder().at("site-domain", domain),
                        isHost
                                ? Message.of(
                                        "域名“%s”与网址 base-url 的“%s”不符",
                                        "the domain “%s” is not that of base-url, “%s”", domain, host)
                                : Message.of("“%s”不是域名", "“%s” is no domain", domain),
                        Message.of("写网站的域名，如 www.example.org", "write the site's domain, such as www.example.org"));
            }
        });
    }
}
