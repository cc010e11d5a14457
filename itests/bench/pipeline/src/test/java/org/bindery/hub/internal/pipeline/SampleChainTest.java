package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.bindery.api.save.SaveInfo;
import org.bindery.api.save.SaveUser;
import org.bindery.hub.internal.pipeline.PreSaveChain.ChainObject;
import org.junit.jupiter.api.Test;

class SampleChainTest {

    private static final SaveInfo INFO = SaveInfo.of(new SaveUser(1, "root", "Root"));

    @Test
    void readingStepsLeaveTheObjectTheSameInstance() {
        ObjectNode posted = SampleObjects.posted(false);
        try (SampleChain chain = new SampleChain(20, 0)) {
            assertThat(chain.run(INFO, List.of(new ChainObject(posted, null))).get(0))
                    .isSameAs(posted);
        }
    }
}
