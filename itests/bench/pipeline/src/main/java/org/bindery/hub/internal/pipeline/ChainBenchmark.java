package org.bindery.hub.internal.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bindery.api.save.SaveInfo;
import org.bindery.api.save.SaveUser;
import org.bindery.hub.internal.pipeline.PreSaveChain.ChainObject;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One save of one object through the whole chain: gate, snapshot, hand-over to a worker, steps, and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ChainBenchmark {

    private static final SaveInfo INFO = SaveInfo.of(new SaveUser(1, "root", "Root"));

    /** How many steps the chain has. */
    @Param({"0", "20"})
    public int steps;

    /** How many of them change a field; the others read three. */
    @Param({"0", "5"})
    public int changing;

    /** Whether the object is new or stored. */
    @Param({"insert", "update"})
    public String kind;

    private SampleChain chain;
    private List<ChainObject> batch;

    /** Builds the chain as the component does, with five steps to a plugin. */
    @Setup
    public void build() {
        chain = new SampleChain(steps, changing);
        ObjectNode current = kind.equals("update") ? SampleObjects.stored() : null;
        batch = List.of(new ChainObject(SampleObjects.posted(kind.equals("update")), current));
    }

    /** Ends the workers. */
    @TearDown
    public void end() {
        chain.close();
    }

    /** One save. */
    @Benchmark
    public List<ObjectNode> save() {
        return chain.run(INFO, batch);
    }

    /** The same steps on the caller's own thread: what is left is the hand-over. */
    @Benchmark
    public List<ObjectNode> stepsAlone() {
        return chain.runHere(INFO, batch);
    }
}
