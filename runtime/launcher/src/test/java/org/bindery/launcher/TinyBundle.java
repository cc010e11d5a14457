package org.bindery.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.condition.Condition;

/** Writes bundles of one class, so that the launcher is tested without the distribution. */
final class TinyBundle {

    private TinyBundle() {}

    /** Reports ready at once. */
    public static final class Ready implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put("osgi.condition.id", "bindery.ready");
            context.registerService(Condition.class, Condition.INSTANCE, properties);
        }

        @Override
        public void stop(BundleContext context) {
            System.out.println("tiny bundle stopped");
        }
    }

    /** Runs, but never reports ready. */
    public static final class Silent implements BundleActivator {
        @Override
        public void start(BundleContext context) {}

        @Override
        public void stop(BundleContext context) {}
    }

    /** Cannot start. */
    public static final class Failing implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            throw new IllegalStateException("the tiny engine is broken");
        }

        @Override
        public void stop(BundleContext context) {}
    }

    /** Reports ready, and then does not stop. */
    public static final class Clinging implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            new Ready().start(context);
        }

        @Override
        public void stop(BundleContext context) throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    /** Reports ready, and prints the secret it was handed. */
    public static final class Nosy implements BundleActivator {
        @Override
        public void start(BundleContext context) throws InvalidSyntaxException {
            for (ServiceReference<?> reference :
                    context.getServiceReferences(Supplier.class.getName(), "(bindery.secret=bindery.root.password)")) {
                System.out.println("by service " + ((Supplier<?>) context.getService(reference)).get());
            }
            System.out.println("by property " + context.getProperty("bindery.root.password"));
            new Ready().start(context);
        }

        @Override
        public void stop(BundleContext context) {}
    }

    /** Reports ready, and has one request under way when it is drained. */
    public static final class Draining implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put("bindery.drain", true);
            context.registerService(Runnable.class, () -> System.out.println("tiny bundle drained"), properties);
            new Ready().start(context);
        }

        @Override
        public void stop(BundleContext context) {
            System.out.println("tiny bundle stopped");
        }
    }

    static void write(Path jar, Class<? extends BundleActivator> activator) {
        write(jar, activator, "org.osgi.framework,org.osgi.service.condition");
    }

    static void write(Path jar, Class<? extends BundleActivator> activator, String imports) {
        try {
            Files.createDirectories(jar.getParent());
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream out = new JarOutputStream(file, manifest(activator, imports))) {
                add(out, activator);
                if (activator != Ready.class) {
                    add(out, Ready.class);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manifest manifest(Class<?> activator, String imports) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", "tiny." + activator.getSimpleName());
        attributes.putValue("Bundle-Version", "1.0.0");
        attributes.putValue("Bundle-Activator", activator.getName());
        attributes.putValue("Import-Package", imports);
        return manifest;
    }

    private static void add(JarOutputStream out, Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(name));
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
            in.transferTo(out);
        }
        out.closeEntry();
    }
}
