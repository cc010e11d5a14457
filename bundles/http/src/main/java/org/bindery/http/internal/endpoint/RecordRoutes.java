package org.bindery.http.internal.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bindery.api.error.ApiException;
import org.bindery.http.internal.route.Access;
import org.bindery.http.internal.route.Answer;
import org.bindery.http.internal.route.Call;
import org.bindery.http.internal.route.Route;
import org.bindery.http.internal.route.RouteSource;
import org.bindery.http.internal.wire.Failures;
import org.bindery.hub.record.Format;
import org.bindery.hub.record.RecordService;
import org.bindery.hub.record.RecordService.Deletion;
import org.bindery.hub.record.RecordService.Page;
import org.bindery.hub.record.SaveOptions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/db}: save, read, list and delete records (fylr-spec 13.1). */
@Component(service = RouteSource.class)
public final class RecordRoutes implements RouteSource {

    private static final int LARGEST_PAGE = 1000;

    private final RecordService records;

    @Activate
    public RecordRoutes(@Reference RecordService records) {
        this.records = records;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/api/v1/db/{objecttype}", Access.USER, this::save),
                Route.delete("/api/v1/db/{objecttype}", Access.USER, this::delete),
                Route.get("/api/v1/db/{objecttype}/{mask}/list", Access.USER, this::list),
                Route.get("/api/v1/db/{objecttype}/{mask}/{id}", Access.USER, this::find));
    }

    private Answer save(Call call) throws IOException {
        SaveOptions options = new SaveOptions(
                format(call, Format.STANDARD),
                call.query().flag("dry_run"),
                call.query().flag("skip_plugins"),
                call.request().getMethod(),
                call.request().getRequestURI(),
                call.query().withoutTokens());
        return Answer.ok(records.save(call.session(), call.path("objecttype"), call.bodyArray(), options));
    }

    private Answer find(Call call) {
        ArrayNode found = JsonNodeFactory.instance.arrayNode(1);
        records.find(call.session(), call.path("objecttype"), call.path("mask"), id(call), format(call, Format.FULL))
                .ifPresent(found::add);
        return Answer.ok(found);
    }

    private Answer list(Call call) {
        long offset = call.query().number("offset", 0, 0, Long.MAX_VALUE);
        int limit = (int) call.query().number("limit", LARGEST_PAGE, 1, LARGEST_PAGE);
        Format format = format(call, Format.STANDARD);
        String objecttype = call.path("objecttype");
        return Answer.ok(records.list(call.session(), objecttype, call.path("mask"), new Page(offset, limit), format));
    }

    private Answer delete(Call call) throws IOException {
        String policy = call.query().first("delete_policy").orElse("remove");
        if (!policy.equals("remove")) {
            throw new ApiException(Failures.badParameter("delete_policy", policy, "remove"));
        }
        List<Deletion> items = new ArrayList<>();
        for (JsonNode item : call.bodyArray()) {
            items.add(deletion(item));
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("policy", policy);
        ArrayNode removed = body.putArray("removed");
        records.delete(call.session(), call.path("objecttype"), items).forEach(removed::add);
        body.putArray("setnull");
        return Answer.ok(body);
    }

    private static Deletion deletion(JsonNode item) {
        boolean shaped = item.isArray()
                && item.path(0).canConvertToLong()
                && item.path(1).canConvertToLong();
        if (!shaped) {
            throw new ApiException(Failures.wrongBody("an array of [id, version, comment]"));
        }
        return new Deletion(
                item.get(0).asLong(), item.get(1).asLong(), item.path(2).textValue());
    }

    private static long id(Call call) {
        String text = call.path("id");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notAnId) {
            throw new ApiException(Failures.badParameter("id", text, "a whole number or 'list'"), notAnId);
        }
    }

    private static Format format(Call call, Format otherwise) {
        String name = call.query().first("format").orElse(otherwise.name());
        return Arrays.stream(Format.values())
                .filter(format -> format.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new ApiException(Failures.badParameter("format", name, "one of short, standard, long, full")));
    }
}
