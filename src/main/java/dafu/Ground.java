package dafu;

import dafu.model.Archive;
import dafu.model.Deployed;
import dafu.model.Site;
import dafu.model.Strings;
import dafu.page.Pages;
import dafu.read.Content;
import dafu.read.DeployedReader;
import dafu.render.Layouts;
import dafu.render.Templates;
import dafu.text.Diagnostic;
import dafu.text.Parsed;
import java.util.ArrayList;
import java.util.List;

/**
 * What every page is made from. It follows from the catalogue, the settings, the layouts and the options, so as long as
 * these are the same it may be used again.
 *
 * @param before what the public has seen
 */
record Ground(
        Archive archive,
        Deployed before,
        Layouts layouts,
        Templates templates,
        Site site,
        List<Diagnostic> diagnostics) {

    static Ground of(Options options, Content content) {
        List<Diagnostic> found = new ArrayList<>();
        Layouts layouts = new Layouts(options.layouts(), options.layoutsName());
        Archive archive = content.archive(options.drafts(), options.asOf());
        Parsed<Strings> strings = SiteStrings.read(layouts, archive.settings().languageTag());
        found.addAll(strings.diagnostics());
        Parsed<Templates> templates = Templates.load(layouts, strings.value(), Pages.VIEWS);
        found.addAll(templates.diagnostics());
        return new Ground(
                archive,
                options.against()
                        .map(copy -> DeployedReader.read(copy, Deployed.COLUMNS::contains))
                        .orElse(Deployed.NOTHING),
                layouts,
                templates.value(),
                new Site(archive, strings.value()),
                found);
    }
}
