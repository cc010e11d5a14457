package org.bindery.itests;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.ProbeBuilder;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** All shipped bundles resolve and run together. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class BundlesIT {

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] shipped() throws IOException {
        Path home = Files.createTempDirectory(Path.of("target"), "bundles").toAbsolutePath();
        Files.createDirectories(home.resolve("etc"));
        return ShippedFeatures.options(home, "base", "store", "hub", "console").toArray(new Option[0]);
    }

    /** The probe carries all test classes of this module; what others of them import is not in the framework. */
    @ProbeBuilder
    public TestProbeBuilder probe(TestProbeBuilder builder) {
        builder.setHeader(Constants.IMPORT_PACKAGE, "*;resolution:=optional");
        return builder;
    }

    @Test
    public void everyBundleIsActive() {
        List<String> inactive = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            boolean fragment = bundle.getHeaders("").get("Fragment-Host") != null;
            if (!fragment && bundle.getState() != Bundle.ACTIVE) {
                inactive.add(bundle.toString());
            }
        }
        assertEquals(List.of(), inactive);
    }
}
