package org.bindery.hub.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bindery.hub.internal.memory.Json;
import org.bindery.hub.internal.schema.Column;
import org.bindery.hub.internal.schema.Objecttype;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Covers {@link ObjectParser} with {@link TargetParser}, {@link AttachmentParser} and {@link ObjectProblems}. */
class ObjectParserTest {

    private final RecordsFixture hub = new RecordsFixture()
            .withItem(
                    "[{'name':'title','type':'text'},{'name':'code','type':'string'},{'name':'n','type':'number'}]",
                    "[{'columns':[{'column_name_hint':'code'}]}]");
    private final Objecttype item = hub.schema.current().objecttype("item").orElseThrow();
    private final FieldProblems problems = new FieldProblems();

    @AfterEach
    void close() {
        hub.close();
    }

    private List<PostedObject> parse(String json) {
        RecordLimits limits = new RecordLimits(3, 100, 1000, 8, 5, 0);
        return new ObjectParser(item, limits)
                .parse(0, Json.array("[" + json + "]").get(0), problems);
    }

    private PostedObject parseOne(String json) {
        return parse(json).get(0);
    }

    @Test
    void an_object_read_in_full_and_sent_back_means_what_it_says() {
        PostedObject posted = parseOne("{'_objecttype':'item','_mask':'_all_fields','_current':{'x':1},'_standard':{},"
                + "'_system_object_id':7,'_uuid':'u','_owner':null,'_latest_version':true,'_format':'full',"
                + "'_comment':'why','_tags':[{'_id':5,'name':'x'}],'constructor':1,"
                + "'item':{'_id':3,'_version':2,'_path':[],'_nested:item__parts':[],'title':'a','title:info':1,"
                + "'_pool':{'pool':{'_id':2,'name':'y'}}}}");
        assertThat(Refusals.problems(problems)).isEmpty();
        assertThat(posted.target()).isEqualTo(new Target.ById(3));
        assertThat(posted.version()).hasValue(2);
        assertThat(posted.comment()).isEqualTo("why");
        assertThat(posted.tags().orElseThrow()).hasToString("[{\"_id\":5}]");
        assertThat(posted.pool().orElseThrow()).hasToString("{\"pool\":{\"_id\":2}}");
        assertThat(posted.fields().keySet()).extracting(Column::name).containsExactly("title");
    }

    @Test
    void a_new_object_as_plugins_see_it_has_no_target() {
        PostedObject posted = parseOne("{'_uuid':'','_system_object_id':0,'item':{'_id':0,'_version':1}}");
        assertThat(posted.target()).isEqualTo(new Target.New());
        assertThat(parseOne("{'_mask':null,'item':{'_id':null,'_version':null}}")
                        .version())
                .isEmpty();
    }

    @Test
    void objects_are_found_by_any_of_their_ids() {
        assertThat(parseOne("{'_system_object_id':9,'item':{}}").target()).isEqualTo(new Target.BySystemObjectId(9));
        assertThat(parseOne("{'_uuid':'123E4567-e89b-12d3-a456-426614174000','item':{}}")
                        .target())
                .isEqualTo(new Target.ByUuid("123e4567-e89b-12d3-a456-426614174000"));
        assertThat(parseOne("{'item':{'lookup:_id':{'code':'A'}}}").target())
                .isEqualTo(new Target.ByLookup("c2", "[\"A\"]"));
    }

    @Test
    void a_group_becomes_one_object_for_each_id() {
        List<PostedObject> group = parse("{'item':{'_id':[4,5],'title':'same'}}");
        assertThat(group).extracting(PostedObject::target).containsExactly(new Target.ById(4), new Target.ById(5));
        assertThat(group).allMatch(PostedObject::autoIncrement);
    }

    @Test
    void all_problems_of_an_object_are_found_at_once() {
        parse("{'_objecttype':'other','_mask':'nope','_comment':7,'_tags':{},"
                + "'item':{'_id':-1,'_version':'2','_version:auto_increment':3,'title':5,'nope':1,'_pool':3,"
                + "'_nested:item__parts':[{}]}}");
        assertThat(Refusals.problems(problems))
                .containsExactlyInAnyOrder(
                        "0 UnknownObjecttype _objecttype",
                        "0 UnknownMask _mask",
                        "0 SchemaInconsistent _comment",
                        "0 SchemaInconsistent _tags",
                        "0 SchemaInconsistent item._id",
                        "0 SchemaInconsistent item._version",
                        "0 SchemaInconsistent item._version:auto_increment",
                        "0 SchemaInconsistent item._pool");
        FieldProblems fields = new FieldProblems();
        new ObjectParser(item, RecordLimits.defaults())
                .parse(2, Json.object("{'item':{'title':5,'nope':1,'_nested:item__parts':[{}]}}"), fields);
        assertThat(Refusals.problems(fields))
                .containsExactlyInAnyOrder(
                        "2 SchemaInconsistent item.title",
                        "2 UnknownField item.nope",
                        "2 UnknownField item._nested:item__parts");
    }

    @Test
    void wrong_ids_are_refused() {
        parse("{'_uuid':'x','item':{}}");
        parse("{'_system_object_id':'7','item':{}}");
        parse("{'item':{'_id':[]}}");
        parse("{'item':{'_id':[1,2,3,4]}}");
        parse("{'item':{'_id':[1,'x']}}");
        parse("{'item':{'_id':99999999999999999999}}");
        parse("{'item':{'lookup:_id':{'title':'x'}}}");
        parse("{'item':{'lookup:_id':{'code':5}}}");
        parse("{'item':{'lookup:_id':[]}}");
        parse("{'_tags':[{'_id':'x'}],'item':{}}");
        assertThat(Refusals.problems(problems)).hasSize(10);
    }

    @Test
    void what_is_no_object_is_refused() {
        assertThat(parse("7")).isEmpty();
        assertThat(parse("{'item':[]}")).isEmpty();
        assertThat(parse("{}")).isEmpty();
        assertThat(Refusals.problems(problems)).hasSize(3);
    }
}
