package org.bindery.exec.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands a program to an interpreter that waits for one, or starts it anew if there is none or any doubt. */
final class WarmLauncher implements Launcher {

    private static final Logger LOG = LoggerFactory.getLogger(WarmLauncher.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Standbys standbys;
    private final Launcher cold;

    WarmLauncher(Standbys standbys, Launcher cold) {
        this.standbys = standbys;
        this.cold = cold;
    }

    @Override
    public RunningProgram launch(LaunchSpec spec) throws IOException {
        Optional<Standby> waiting = spec.script().flatMap(script -> standbys.take(Standby.Kind.of(spec)));
        if (waiting.isPresent() && hand(spec, waiting.get())) {
            return waiting.get().program();
        }
        return cold.launch(spec);
    }

    /** The interpreter's own mark stays: it is by what its processes are found. */
    private static boolean hand(LaunchSpec spec, Standby standby) {
        Map<String, String> variables = new HashMap<>();
        Standby.OF_THE_CALL.forEach(
                name -> variables.put(name, spec.environment().getOrDefault(name, "")));
        variables.put(LaunchSpec.MARK, standby.mark());
        try {
            byte[] job = JSON.writeValueAsBytes(Map.of(
                    "script", spec.argv().get(1),
                    "plugin", spec.script().orElseThrow().plugin().toString(),
                    "arguments", spec.argv().subList(2, spec.argv().size()),
                    "folder", spec.workDir().toString(),
                    "environment", variables));
            OutputStream stdin = standby.program().stdin();
            stdin.write(ByteBuffer.allocate(Integer.BYTES).putInt(job.length).array());
            stdin.write(job);
            stdin.flush();
            return true;
        } catch (IOException e) {
            LOG.debug("A waiting interpreter has gone, so the program is started anew", e);
            standby.program().tree().kill();
            return false;
        }
    }
}
