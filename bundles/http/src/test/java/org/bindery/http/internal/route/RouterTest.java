package org.bindery.http.internal.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouterTest {

    private final Router router = new Router(List.of(
            Route.get("/a/{x}", Access.USER, call -> Answer.ok(NullNode.instance)),
            Route.get("/a/list", Access.USER, call -> Answer.ok(NullNode.instance)),
            Route.delete("/a/{x}", Access.USER, call -> Answer.ok(NullNode.instance))));

    @Test
    void the_most_literal_route_wins() {
        assertThat(router.find("GET", List.of("a", "list")).orElseThrow().parameters())
                .isEmpty();
        assertThat(router.find("GET", List.of("a", "7")).orElseThrow().parameters())
                .containsEntry("x", "7");
    }

    @Test
    void head_is_answered_like_get() {
        assertThat(router.find("HEAD", List.of("a", "7"))).isPresent();
    }

    @Test
    void it_knows_the_methods_of_a_path() {
        assertThat(router.methods(List.of("a", "7"))).containsExactly("DELETE", "GET");
        assertThat(router.methods(List.of("b"))).isEmpty();
    }
}
