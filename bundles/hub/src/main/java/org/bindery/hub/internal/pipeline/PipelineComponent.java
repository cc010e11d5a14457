package org.bindery.hub.internal.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bindery.api.save.PreSaveStep;
import org.bindery.api.save.SaveInfo;
import org.bindery.hub.pipeline.PipelineService;
import org.bindery.hub.plugin.PluginGate;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The edge to the framework: hears of step services and settings, and offers the chain to the records. */
@Component(
        service = {PreSaveChain.class, PipelineService.class},
        configurationPid = PipelineConfiguration.PID)
public final class PipelineComponent implements PreSaveChain, PipelineService {

    private final BundleContext context;
    private final StepRegistry registry;
    private final StepChain chain;
    private final PipelineView view;

    /**
     * Starts with no steps; Declarative Services binds those that are there before anybody gets this service.
     *
     * @param context the hub's bundle context
     * @param gate parks saves during a swap
     * @param configuration the settings
     */
    @Activate
    public PipelineComponent(BundleContext context, @Reference PluginGate gate, PipelineConfiguration configuration) {
        PipelineSettings settings = PipelineSettings.read(configuration);
        this.context = context;
        this.registry = new StepRegistry(settings);
        this.chain = new StepChain(gate, registry, settings.limits());
        this.view = new PipelineView(registry, chain);
        registry.configure(settings);
    }

    @Modified
    void modified(PipelineConfiguration configuration) {
        PipelineSettings settings = PipelineSettings.read(configuration);
        chain.configure(settings.limits());
        registry.configure(settings);
    }

    @Deactivate
    void deactivate() {
        registry.close();
        chain.close();
    }

    @Reference(
            service = PreSaveStep.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindStep(ServiceReference<PreSaveStep> reference) {
        registry.add(
                id(reference),
                PluginWiring.of(reference.getBundle()),
                properties(reference),
                new StepService(context.getServiceObjects(reference)));
    }

    void updatedStep(ServiceReference<PreSaveStep> reference) {
        registry.change(id(reference), properties(reference));
    }

    void unbindStep(ServiceReference<PreSaveStep> reference) {
        registry.remove(id(reference));
    }

    private static long id(ServiceReference<PreSaveStep> reference) {
        return (Long) reference.getProperty(Constants.SERVICE_ID);
    }

    private static Map<String, Object> properties(ServiceReference<PreSaveStep> reference) {
        Map<String, Object> properties = new HashMap<>();
        for (String key : reference.getPropertyKeys()) {
            properties.put(key, reference.getProperty(key));
        }
        return properties;
    }

    @Override
    public List<ObjectNode> run(SaveInfo info, List<ChainObject> objects) {
        return chain.run(info, objects);
    }

    @Override
    public List<StepView> steps() {
        return view.steps();
    }

    @Override
    public List<RefusedStep> refused() {
        return view.refused();
    }

    @Override
    public List<String> notices() {
        return view.notices();
    }

    @Override
    public WorkerView workers() {
        return view.workers();
    }
}
