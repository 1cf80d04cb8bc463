package dafu.publish;

/** Where the files of a site go, one by one, from any thread. */
public interface Sink {
    /**
     * Takes a file.
     *
     * @param path its path in the site, with forward slashes
     */
    void put(String path, byte[] bytes);
}
