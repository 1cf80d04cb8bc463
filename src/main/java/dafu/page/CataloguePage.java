package dafu.page;

import dafu.model.Page;
import dafu.model.Site;
import java.util.stream.Stream;

/** A page type whose pages follow from the catalogue alone. */
public interface CataloguePage extends PageType {
    /** Its pages, made one by one as the stream is read. */
    Stream<Page> pages(Site site);
}
