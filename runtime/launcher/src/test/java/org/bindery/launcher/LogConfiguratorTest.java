package org.bindery.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.status.Status;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogConfiguratorTest {

    private static final String FILE_PROPERTY = "logback.configurationFile";

    @TempDir
    private Path home;

    private final String homeBefore = System.getProperty("bindery.home");
    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void setHome() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        System.setProperty("bindery.home", home.toString());
    }

    @AfterEach
    void restore() {
        context.stop();
        System.clearProperty(FILE_PROPERTY);
        if (homeBefore == null) {
            System.clearProperty("bindery.home");
        } else {
            System.setProperty("bindery.home", homeBefore);
        }
    }

    @Test
    void writesInformationToTheFileBelowHome() {
        assertThat(configure()).isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
        context.getLogger("some.Bundle").info("a quiet message");
        context.getLogger("some.Bundle").debug("too much detail");
        assertThat(home.resolve("log/bindery.log"))
                .content()
                .contains("INFO", "a quiet message")
                .doesNotContain("detail");
    }

    @Test
    void configuresWithoutComplaint() {
        configure();
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .allMatch(status -> status.getLevel() == Status.INFO);
    }

    @Test
    void leavesTheLogToAFileInTheHome() {
        TestInstallation.write(home.resolve("etc/logback.xml"), "<configuration/>");
        LogSetup.configure(new Home(home));
        assertThat(System.getProperty(FILE_PROPERTY))
                .isEqualTo(home.resolve("etc/logback.xml").toString());
        assertThat(configure()).isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);
        assertThat(home.resolve("log")).doesNotExist();
    }

    private ExecutionStatus configure() {
        LogConfigurator configurator = new LogConfigurator();
        configurator.setContext(context);
        return configurator.configure(context);
    }
}
