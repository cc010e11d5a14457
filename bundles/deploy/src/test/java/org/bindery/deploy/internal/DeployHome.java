package org.bindery.deploy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.bindery.hub.internal.plugin.SwapGate;
import org.bindery.hub.plugin.PluginCatalogue.PluginStatus;
import org.bindery.hub.plugin.PluginCatalogue.State;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.bundle.EventHook;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** A framework, a gate and a deploy folder for one test. */
final class DeployHome implements AutoCloseable {

    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Path folder;
    private final Framework framework;
    private final SwapGate gate;
    private DeployFolder deploy;

    DeployHome(Path home) throws BundleException, IOException {
        folder = home.resolve("deploy");
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        home.resolve("cache").toString(),
                        Constants.FRAMEWORK_BSNVERSION,
                        Constants.FRAMEWORK_BSNVERSION_MULTIPLE,
                        "bindery.home",
                        home.toString(),
                        "felix.log.level",
                        "0"));
        framework.start();
        gate = new SwapGate(framework.getBundleContext(), defaults(SwapGate.Settings.class, Map.of()));
        framework.getBundleContext().registerService(EventHook.class, gate, null);
    }

    /** Starts to watch the folder, with shorter waits than the defaults. */
    void open() {
        DeploySettings settings = defaults(
                DeploySettings.class, Map.of("incomplete_millis", 100L, "settle_millis", 20L, "rescan_millis", 200L));
        deploy = new DeployFolder(framework.getBundleContext(), settings, gate, noComponents());
    }

    Framework framework() {
        return framework;
    }

    DeployFolder deploy() {
        return deploy;
    }

    Path folder() {
        return folder;
    }

    void drop(String file, byte[] content) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(file), content);
    }

    /** Makes all files look as if they were written long ago. */
    void restAll() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
            }
        }
    }

    void awaitReady() {
        await("it is ready", () -> deploy.problem().isEmpty());
    }

    void awaitRunning(String plugin) {
        await(plugin + " runs", () -> running().contains(plugin));
    }

    PluginStatus awaitState(String file, State state) {
        await(
                file + " is " + state,
                () -> deploy.plugins().stream()
                        .anyMatch(status -> status.file().equals(file) && status.state() == state));
        return status(file);
    }

    PluginStatus status(String file) {
        return deploy.plugins().stream()
                .filter(status -> status.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    /** What runs, as told by the services that plugins of tests publish. */
    Set<String> running() {
        try {
            Collection<ServiceReference<Runnable>> services =
                    framework.getBundleContext().getServiceReferences(Runnable.class, "(announces=*)");
            return services.stream()
                    .map(service -> service.getProperty("announces") + " " + service.getProperty("version"))
                    .collect(Collectors.toSet());
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    void await(String what, BooleanSupplier fact) {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!fact.getAsBoolean() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(2_000_000);
        }
        assertThat(fact.getAsBoolean()).as("%s; %s", what, deploy.plugins()).isTrue();
    }

    @Override
    public void close() throws BundleException {
        if (deploy != null) {
            deploy.deactivate();
        }
        framework.stop();
        try {
            framework.waitForStop(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An annotation with its defaults, but for some values. */
    private static <A extends Annotation> A defaults(Class<A> type, Map<String, Object> values) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> values.getOrDefault(method.getName(), method.getDefaultValue())));
    }

    /** The framework of the test has no Declarative Services. */
    private static ServiceComponentRuntime noComponents() {
        return (ServiceComponentRuntime) Proxy.newProxyInstance(
                ServiceComponentRuntime.class.getClassLoader(),
                new Class<?>[] {ServiceComponentRuntime.class},
                (proxy, method, args) -> List.of());
    }
}
