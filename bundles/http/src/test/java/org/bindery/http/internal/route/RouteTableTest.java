package org.bindery.http.internal.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTableTest {

    @Test
    void routes_come_and_go_with_their_source() {
        RouteTable table = new RouteTable();
        RouteSource source = () -> List.of(Route.get("/a", Access.USER, call -> Answer.ok(NullNode.instance)));
        table.addSource(source);
        assertThat(table.router().find("GET", List.of("a"))).isPresent();
        table.removeSource(source);
        assertThat(table.router().find("GET", List.of("a"))).isEmpty();
    }
}
