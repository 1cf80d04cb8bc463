package dafu.page;

/** A kind of page: the layout it is rendered with and the record that the layout receives. */
public interface PageType {
    /** The layout's name, without its ending. */
    String layout();

    Class<? extends Record> view();
}
