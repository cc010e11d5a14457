package org.bindery.hub.internal.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindery.api.save.PreSaveStep;
import org.bindery.api.save.SaveInfo;
import org.bindery.api.save.SaveUser;
import org.bindery.hub.internal.pipeline.PipelineSettings.Limits;
import org.bindery.hub.internal.pipeline.PreSaveChain.ChainObject;
import org.bindery.hub.plugin.PluginGate;

/** A whole chain without a framework, for tests: steps are lambdas, the gate is open and counts. */
final class TestChain implements AutoCloseable {

    static final SaveInfo INFO = SaveInfo.of(new SaveUser(1, "root", "Root"));
    static final Limits LIMITS =
            new Limits(Duration.ofSeconds(20), 4, Duration.ofMillis(200), 3, Duration.ofSeconds(10));

    final OpenGate gate = new OpenGate();
    final StepRegistry registry;
    final StepChain chain;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, Long> bundles = new HashMap<>();

    TestChain() {
        this(LIMITS);
    }

    TestChain(Limits limits) {
        registry = new StepRegistry(PipelineSettings.of(limits));
        chain = new StepChain(gate, registry, limits);
    }

    /** Adds a step named {@code plugin:step} that sees the given objecttypes; steps run in the order of their names. */
    long add(String name, PreSaveStep step, String... objecttypes) {
        return add(name, Map.of(StepProperties.OBJECTTYPES, objecttypes), new FixedSource(step));
    }

    long add(String name, Map<String, Object> properties, StepHandle.Source source) {
        String[] parts = name.split(":");
        Map<String, Object> all = new HashMap<>(properties);
        all.put(StepProperties.STEP, parts[1]);
        long bundle = bundles.computeIfAbsent(parts[0], plugin -> 100L + bundles.size());
        long id = ids.incrementAndGet();
        registry.add(id, new PluginInfo(parts[0], "1.2.3", bundle, Set.of()), all, source);
        return id;
    }

    ObjectNode save(ObjectNode object) {
        return chain.run(INFO, List.of(new ChainObject(object, null))).get(0);
    }

    List<ObjectNode> saveAll(ObjectNode... objects) {
        List<ChainObject> batch = new ArrayList<>();
        for (ObjectNode object : objects) {
            batch.add(new ChainObject(object, null));
        }
        return chain.run(INFO, batch);
    }

    @Override
    public void close() {
        chain.close();
    }

    /** An object as plugins see it, with one field. */
    static ObjectNode object(String objecttype, String hash, String title) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("_objecttype", objecttype).put("_mask", "_all_fields").put("_uuid", "");
        object.putObject("_callback_context").put("hash", hash).put("original_mask", objecttype + "__all");
        object.putObject(objecttype).put("_id", 0).put("_version", 1).put("title", title);
        return object;
    }

    /** A step that appends text to the title. */
    static PreSaveStep appends(String text) {
        return batch -> batch.changeEach(
                object -> object.fields().put("title", object.field("title").asText() + text));
    }

    /** Gives one step and counts. */
    static final class FixedSource implements StepHandle.Source {

        final AtomicInteger opened = new AtomicInteger();
        final AtomicInteger closed = new AtomicInteger();
        volatile PreSaveStep step;

        FixedSource(PreSaveStep step) {
            this.step = step;
        }

        @Override
        public PreSaveStep open() {
            opened.incrementAndGet();
            return step;
        }

        @Override
        public void close(PreSaveStep gone) {
            closed.incrementAndGet();
        }
    }

    /** A gate that is always open. */
    static final class OpenGate implements PluginGate {

        final AtomicInteger entered = new AtomicInteger();
        final AtomicInteger left = new AtomicInteger();

        @Override
        public Pass enterChain() {
            entered.incrementAndGet();
            return left::incrementAndGet;
        }

        @Override
        public Pass enter(String plugin) {
            return enterChain();
        }

        @Override
        public Closing close(String plugin, Duration wait) {
            throw new UnsupportedOperationException("Nothing is swapped here");
        }
    }
}
