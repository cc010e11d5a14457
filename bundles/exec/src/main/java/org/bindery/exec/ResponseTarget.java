package org.bindery.exec;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ConsumerType;

/** Takes a result that is too long to be held back. Used by one thread at a time, not always the same. */
@ConsumerType
@FunctionalInterface
public interface ResponseTarget {

    /**
     * Begins the response. Called at most once, before the first byte.
     *
     * @param head status and headers; never null
     * @return takes the bytes; never closed, as only the caller knows whether the end is a clean one; not null
     * @throws IOException if the client has gone; the programs are ended then
     */
    OutputStream begin(ResponseHead head) throws IOException;
}
