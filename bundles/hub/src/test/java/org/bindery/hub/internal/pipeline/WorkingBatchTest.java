package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindery.hub.internal.pipeline.TestChain.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.bindery.api.save.SaveBatch;
import org.bindery.api.save.SaveObject;
import org.bindery.hub.internal.pipeline.PreSaveChain.ChainObject;
import org.junit.jupiter.api.Test;

class WorkingBatchTest {

    private final ObjectNode stored = object("person", "", "Ada");
    private final WorkingBatch batch = new WorkingBatch(List.of(
            new ChainObject(object("item", "h1", "Vase"), null),
            new ChainObject(object("person", "h2", "Ada L."), stored)));

    @Test
    void aStepSeesItsObjectsNumberedByTheirPlaceInTheRequestWithTheStoredOne() {
        SaveBatch seen = batch.seenBy(new StepDeclaration("x", Set.of("person"), 0, 0, 0), TestChain.INFO);

        assertThat(seen.objects()).singleElement().satisfies(object -> {
            assertThat(object.index()).isEqualTo(1);
            assertThat(object.isInsert()).isFalse();
            assertThat(object.current()).contains(stored);
        });
    }

    @Test
    void aStepSeesWhatTheStepBeforeLeft() {
        ObjectNode replaced = object("item", "h1", "Krug");
        batch.replace(0, replaced);

        SaveBatch seen = batch.seenBy(new StepDeclaration("x", Set.of(), 0, 0, 0), TestChain.INFO);

        assertThat(seen.objects()).extracting(SaveObject::hash).containsExactly("h1", "h2");
        assertThat(seen.objects().get(0).field("title").asText()).isEqualTo("Krug");
        assertThat(batch.objects().get(0)).isSameAs(replaced);
    }

    @Test
    void objectsAreFoundByHash() {
        assertThat(batch.indexOf("h2")).isEqualTo(1);
        assertThat(batch.indexOf("h3")).isEqualTo(-1);
        assertThat(new WorkingBatch(List.of(new ChainObject(object("item", "h1", "Vase"), null))).indexOf("h1"))
                .isZero();
    }
}
