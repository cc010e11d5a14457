package org.bindery.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;
import org.bindery.api.save.PreSaveResult;
import org.bindery.api.save.PreSaveStep;
import org.bindery.api.save.SaveUser;
import org.bindery.hub.access.Session;
import org.bindery.hub.pipeline.PipelineService;
import org.bindery.hub.pipeline.PipelineService.StepView;
import org.bindery.hub.record.Format;
import org.bindery.hub.record.RecordService;
import org.bindery.hub.record.SaveOptions;
import org.bindery.hub.schema.SchemaService;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.ProbeBuilder;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;

/** The chain of steps around real saves in the shipped features: order, filter, rollback, errors, time budget. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class PipelineIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Session ROOT = new Session(new SaveUser(1, "root", "Root"), Set.of(Session.ROOT), List.of());

    @Inject
    private BundleContext context;

    /** Tests begin when everything is ready. */
    @Inject
    @Filter("(osgi.condition.id=bindery.ready)")
    @SuppressWarnings("UnusedVariable")
    private Condition ready;

    @Inject
    private RecordService records;

    @Inject
    private SchemaService schema;

    @Inject
    private PipelineService pipeline;

    private final List<ServiceRegistration<?>> steps = new ArrayList<>();

    @Configuration
    public Option[] shipped() throws IOException {
        Path home = Files.createTempDirectory(Path.of("target"), "pipeline").toAbsolutePath();
        Files.createDirectories(home.resolve("etc"));
        return ShippedFeatures.options(home, "base", "store", "hub").toArray(new Option[0]);
    }

    /** The probe carries all test classes of this module; what others of them import is not in the framework. */
    @ProbeBuilder
    public TestProbeBuilder probe(TestProbeBuilder builder) {
        builder.setHeader(Constants.IMPORT_PACKAGE, "*;resolution:=optional");
        return builder;
    }

    @Before
    public void createObjecttypes() throws IOException {
        if (schema.objecttypes().isEmpty()) {
            String column = "{\"kind\":\"column\",\"name\":\"title\",\"type\":\"text_oneline\"}";
            String tables = "[{\"name\":\"object\",\"columns\":[" + column + "]},{\"name\":\"note\",\"columns\":["
                    + column + "]}]";
            schema.saveHead(ROOT, (ObjectNode) JSON.readTree("{\"type\":\"user\",\"tables\":" + tables + "}"));
            schema.commit(ROOT);
        }
    }

    @After
    public void takeStepsBack() {
        steps.forEach(ServiceRegistration::unregister);
    }

    @Test
    public void pluginsRunByRankingAndTheirStepsInDeclaredOrderAndEachSeesTheOutputBefore() throws IOException {
        append("c", Map.of("bindery.order", 2));
        append("b", Map.of("bindery.order", 1));
        fromOtherBundle("a", Map.of("bindery.order", 9, Constants.SERVICE_RANKING, 100));
        assertEquals(
                List.of("a", "b", "c"),
                pipeline.steps().stream().map(StepView::step).toList());
        assertTrue(pipeline.steps().stream().noneMatch(step -> step.reasons().isEmpty()));
        assertEquals("-abc", title(save("object", "-")));
    }

    @Test
    public void aStepSeesOnlyItsObjecttypes() throws IOException {
        append("x", Map.of("bindery.objecttypes", new String[] {"note", "no_such_type"}));
        assertEquals("-", title(save("object", "-")));
        assertEquals("-x", save("note", "-").at("/0/note/title").asText());
        assertEquals(1, pipeline.steps().get(0).metrics().calls());
    }

    @Test
    public void anErrorOfALateStepRollsTheWholeBatchBackAndReachesTheClientVerbatim() throws IOException {
        append("first", Map.of(Constants.SERVICE_RANKING, 1));
        step("strict", Map.of(), batch -> {
            if (batch.objects().size() > 1) {
                throw new ApiException(ApiError.of("strict.too_many", 422, "One at a time"));
            }
            return PreSaveResult.unchanged();
        });
        int before = count();
        ApiException refused = assertThrows(ApiException.class, () -> save("object", "one", "two"));
        assertEquals("strict.too_many", refused.error().code());
        assertEquals(422, refused.error().statuscode());
        assertEquals(before, count());
    }

    @Test
    public void aBrokenStepIsNamedWithPluginVersionAndCause() throws IOException {
        step("broken", Map.of(), batch -> {
            throw new IllegalStateException("no shelf");
        });
        ApiException refused = assertThrows(ApiException.class, () -> save("object", "x"));
        assertEquals("DbPreSaveFailed", refused.error().code());
        ObjectNode parameters = refused.error().parameters();
        assertEquals("broken", parameters.path("step").asText());
        assertTrue(parameters.path("cause").asText().contains("no shelf"));
        for (String key : List.of("plugin", "version", "remedy")) {
            assertTrue(key, parameters.path(key).asText().length() > 1);
        }
    }

    @Test
    public void aHungStepFreesItsRequestAtItsBudget() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        step("hung", Map.of("bindery.budget", 200L), batch -> {
            waitWhateverHappens(release);
            return batch.changeEach(object -> object.fields().put("title", "too late"));
        });
        int before = count();
        ApiException refused = assertThrows(ApiException.class, () -> save("object", "x"));
        assertEquals("DbPreSaveTimeout", refused.error().code());
        assertEquals("hung", refused.error().parameters().path("step").asText());
        release.countDown();
        assertEquals(before, count());
    }

    @Test
    public void idsAndVersionsOfAStepAreNotTakenOver() throws IOException {
        step(
                "cheat",
                Map.of(),
                batch -> batch.changeEach(object -> {
                    object.json().put("_system_object_id", 999_999);
                    object.fields().put("_id", 999_999).put("_version", 7).put("title", "kept");
                }));
        ArrayNode saved = save("object", "x");
        assertEquals("kept", title(saved));
        assertEquals(1, saved.at("/0/object/_version").asInt());
        assertTrue(saved.at("/0/object/_id").asLong() < 999_999);
    }

    private static void waitWhateverHappens(CountDownLatch release) {
        boolean released = false;
        while (!released) {
            try {
                released = release.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException ignoredAsABadPluginDoes) {
                released = false;
            }
        }
    }

    private void append(String letter, Map<String, ?> properties) {
        step(letter, properties, appending(letter));
    }

    private static PreSaveStep appending(String letter) {
        return batch -> batch.changeEach(object -> {
            String longer = object.field("title").asText() + letter;
            object.fields().put("title", longer);
        });
    }

    private void fromOtherBundle(String letter, Map<String, ?> properties) {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().equals("org.bindery.hub")) {
                step(bundle.getBundleContext(), letter, properties, appending(letter));
            }
        }
    }

    private void step(String name, Map<String, ?> properties, PreSaveStep step) {
        step(context, name, properties, step);
    }

    private void step(BundleContext owner, String name, Map<String, ?> properties, PreSaveStep step) {
        Dictionary<String, Object> all = new Hashtable<>(properties);
        all.put("bindery.step", name);
        steps.add(owner.registerService(PreSaveStep.class, step, all));
    }

    private ArrayNode save(String objecttype, String... titles) {
        ArrayNode objects = JSON.createArrayNode();
        for (String title : titles) {
            ObjectNode object =
                    objects.addObject().put("_objecttype", objecttype).put("_mask", "_all_fields");
            object.putObject(objecttype).put("title", title);
        }
        return records.save(ROOT, objecttype, objects, SaveOptions.plain());
    }

    private int count() {
        return records.list(ROOT, "object", "_all_fields", new RecordService.Page(0, 1000), Format.SHORT)
                .size();
    }

    private static String title(ArrayNode saved) {
        return saved.at("/0/object/title").asText();
    }
}
