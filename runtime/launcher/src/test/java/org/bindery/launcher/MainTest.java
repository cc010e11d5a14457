package org.bindery.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MainTest {

    private static final int JAVA_8_CLASS = 52;

    @Test
    void acceptsJava17AndLater() {
        assertThat(Main.isSupported("17")).isTrue();
        assertThat(Main.isSupported("25")).isTrue();
        assertThat(Main.isSupported("11")).isFalse();
        assertThat(Main.isSupported("1.8")).isFalse();
    }

    @Test
    void canBeLoadedByAnOldJavaToSayWhatIsWrong() throws IOException {
        try (DataInputStream in = new DataInputStream(Main.class.getResourceAsStream("Main.class"))) {
            in.readInt();
            in.readUnsignedShort();
            assertThat(in.readUnsignedShort()).isEqualTo(JAVA_8_CLASS);
        }
    }
}
