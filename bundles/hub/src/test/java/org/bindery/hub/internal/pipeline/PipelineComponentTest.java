package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindery.api.save.PreSaveResult;
import org.bindery.api.save.PreSaveStep;
import org.bindery.hub.internal.pipeline.PreSaveChain.ChainObject;
import org.bindery.hub.pipeline.PipelineService.StepView;
import org.bindery.hub.plugin.TestFramework;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.PrototypeServiceFactory;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** The component in a real framework; the test hears of services in the place of Declarative Services. */
@Timeout(30)
class PipelineComponentTest {

    @TempDir
    Path storage;

    private TestFramework framework;
    private PipelineComponent component;

    @BeforeEach
    void start() throws Exception {
        framework = new TestFramework(storage);
        component = new PipelineComponent(framework.context(), new TestChain.OpenGate(), Configurations.of(Map.of()));
        framework.context().addServiceListener(this::hear, "(objectClass=" + PreSaveStep.class.getName() + ")");
    }

    @AfterEach
    void stop() throws Exception {
        component.deactivate();
        framework.close();
    }

    @Test
    void aServiceOfAPluginBundleRunsInEverySaveUntilItGoes() throws Exception {
        ServiceRegistration<PreSaveStep> service = publish(plugin("shelf", "1.0.0"), "x", TestChain.appends("!"));
        assertThat(savedTitle()).isEqualTo("Vase!");
        assertThat(shown()).containsExactly("shelf 1.0.0 x");

        service.unregister();

        assertThat(savedTitle()).isEqualTo("Vase");
    }

    @Test
    void aPluginThatRequiresAnotherRunsAfterIt() throws Exception {
        Bundle first = plugin("zebra", "1.0.0");
        Bundle second = framework.install(
                "bindery-plugin:ant",
                Map.of(
                        "Bundle-SymbolicName",
                        "ant",
                        "Require-Capability",
                        "bindery.plugin;filter:=\"(bindery.plugin=zebra)\""));
        second.start();
        publish(second, "x", TestChain.appends("-ant"));
        publish(first, "x", TestChain.appends("-zebra"));

        assertThat(savedTitle()).isEqualTo("Vase-zebra-ant");
        assertThat(component.steps().get(1).reasons().get(0)).isEqualTo("Plugin ant requires zebra, so it runs after.");
    }

    @Test
    void duringASwapOnlyTheNewestBundleOfAPluginTakesPart() throws Exception {
        publish(plugin("shelf", "1.0.0"), "x", TestChain.appends("-old"));
        ServiceRegistration<PreSaveStep> newer = publish(plugin("shelf", "1.1.0"), "x", TestChain.appends("-new"));

        assertThat(savedTitle()).isEqualTo("Vase-new");
        assertThat(component.refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.version()).isEqualTo("1.0.0"));

        newer.unregister();
        assertThat(savedTitle()).isEqualTo("Vase-old");
        assertThat(component.refused()).isEmpty();
    }

    @Test
    void aPrototypeServiceIsTakenOnceAndGivenBack() throws Exception {
        AtomicInteger made = new AtomicInteger();
        AtomicInteger returned = new AtomicInteger();
        PrototypeServiceFactory<PreSaveStep> prototype = new PrototypeServiceFactory<>() {
            @Override
            public PreSaveStep getService(Bundle bundle, ServiceRegistration<PreSaveStep> registration) {
                made.incrementAndGet();
                return TestChain.appends("!");
            }

            @Override
            public void ungetService(Bundle bundle, ServiceRegistration<PreSaveStep> registration, PreSaveStep step) {
                returned.incrementAndGet();
            }
        };
        ServiceRegistration<?> service = plugin("shelf", "1.0.0")
                .getBundleContext()
                .registerService(PreSaveStep.class.getName(), prototype, properties("x"));
        savedTitle();
        savedTitle();
        assertThat(made).hasValue(1);

        service.unregister();

        assertThat(returned).hasValue(1);
    }

    @Test
    void aServiceWithoutANameIsShownAsRefusedAndHealsByItself() throws Exception {
        ServiceRegistration<PreSaveStep> service = plugin("shelf", "1.0.0")
                .getBundleContext()
                .registerService(PreSaveStep.class, TestChain.appends("!"), new Hashtable<>());
        assertThat(savedTitle()).isEqualTo("Vase");
        assertThat(component.refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.reason()).contains("bindery.step is missing"));

        service.setProperties(properties("x"));

        assertThat(savedTitle()).isEqualTo("Vase!");
        assertThat(component.refused()).isEmpty();
    }

    @Test
    void aSaveInsideAStepThatGoesEndsOnTheOldInstanceBeforeTheServiceIsGone() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ServiceRegistration<PreSaveStep> service = publish(plugin("shelf", "1.0.0"), "x", batch -> {
            inside.countDown();
            try {
                release.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException unexpected) {
                Thread.currentThread().interrupt();
            }
            return PreSaveResult.unchanged();
        });
        CompletableFuture<String> save = CompletableFuture.supplyAsync(this::savedTitle);
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> gone = CompletableFuture.runAsync(service::unregister);
        assertThat(gone).isNotDone();
        release.countDown();

        assertThat(save.get(10, TimeUnit.SECONDS)).isEqualTo("Vase");
        gone.get(10, TimeUnit.SECONDS);
    }

    @Test
    void changedSettingsCountAtOnceAndOddOnesAreShown() throws Exception {
        publish(plugin("a", "1.0.0"), "x", TestChain.appends("-a"));
        publish(plugin("b", "1.0.0"), "x", TestChain.appends("-b"));

        component.modified(
                Configurations.of(Map.of("order", new String[] {"b:*,gone:x"}, "budgets", new String[] {"b:x=77"})));

        assertThat(savedTitle()).isEqualTo("Vase-b-a");
        assertThat(component.steps()).extracting(StepView::budgetMillis).containsExactly(77L, 30_000L);
        assertThat(component.notices()).singleElement().asString().contains("'gone:x'");
        assertThat(component.workers().limit()).isEqualTo(128);
    }

    private void hear(ServiceEvent event) {
        @SuppressWarnings("unchecked")
        ServiceReference<PreSaveStep> reference = (ServiceReference<PreSaveStep>) event.getServiceReference();
        switch (event.getType()) {
            case ServiceEvent.REGISTERED -> component.bindStep(reference);
            case ServiceEvent.MODIFIED -> component.updatedStep(reference);
            default -> component.unbindStep(reference);
        }
    }

    private Bundle plugin(String name, String version) throws BundleException {
        Bundle bundle = framework.install(
                "bindery-plugin:" + name + "#" + version,
                Map.of(
                        "Bundle-SymbolicName",
                        name,
                        "Bundle-Version",
                        version,
                        "Provide-Capability",
                        "bindery.plugin;bindery.plugin=" + name));
        bundle.start();
        return bundle;
    }

    private static ServiceRegistration<PreSaveStep> publish(Bundle plugin, String name, PreSaveStep step) {
        return plugin.getBundleContext().registerService(PreSaveStep.class, step, properties(name));
    }

    private static Dictionary<String, Object> properties(String name) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(StepProperties.STEP, name);
        return properties;
    }

    private String savedTitle() {
        ObjectNode given = TestChain.object("item", "h", "Vase");
        List<ObjectNode> saved = component.run(TestChain.INFO, List.of(new ChainObject(given, null)));
        return saved.get(0).at("/item/title").asText();
    }

    private List<String> shown() {
        return component.steps().stream()
                .map(step -> step.plugin() + " " + step.version() + " " + step.step())
                .toList();
    }
}
