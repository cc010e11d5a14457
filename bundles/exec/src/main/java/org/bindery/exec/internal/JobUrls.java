package org.bindery.exec.internal;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.bindery.exec.ProgramInput;
import org.bindery.exec.ResponseRules;

/** URLs on the loopback address that give a call's input and take its result. Served from the first call on that asks. */
final class JobUrls implements AutoCloseable {

    /** What a pair of URLs leads to. */
    record Ends(RunningCall call, ProgramInput input, ResultOutput result, ResponseRules rules) {}

    /** A pair of URLs; closing ends them. */
    record Pair(String input, String output, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final Executor threads;
    private final Map<String, Ends> open = new ConcurrentHashMap<>();
    private HttpServer server;

    JobUrls(Executor threads) {
        this.threads = threads;
    }

    Pair open(Ends ends) throws IOException {
        String token = Tokens.random();
        String base = "http://127.0.0.1:" + port() + JobUrlHandler.PREFIX + token;
        open.put(token, ends);
        return new Pair(base + JobUrlHandler.INPUT, base + JobUrlHandler.OUTPUT, () -> open.remove(token));
    }

    private synchronized int port() throws IOException {
        if (server == null) {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
            started.setExecutor(threads);
            started.createContext(JobUrlHandler.PREFIX, new JobUrlHandler(open));
            started.start();
            server = started;
        }
        return server.getAddress().getPort();
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }
}
