package dafu.publish;

import java.io.OutputStream;

/** Where the files of a site go, one by one, from any thread. */
public interface Sink {
    /** Where nothing is kept. */
    Sink NOWHERE = new Sink() {
        @Override
        public void put(String path, byte[] bytes) {}

        @Override
        public OutputStream stream(String path) {
            return OutputStream.nullOutputStream();
        }
    };

    /**
     * Takes a file.
     *
     * @param path its path in the site, with forward slashes
     */
    void put(String path, byte[] bytes);

    /** Takes a file bit by bit, so that it need not be held; it is there when the stream is closed. */
    OutputStream stream(String path);
}
