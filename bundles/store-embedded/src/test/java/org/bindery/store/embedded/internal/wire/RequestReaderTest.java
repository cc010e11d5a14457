package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests {@link RequestReader}, {@link Request}, {@link UnreadableRequestException} and {@link WireErrors}. */
class RequestReaderTest {

    private static final int DEPTH = 200;
    private static final byte[] PING = Bytes.bson("{ping: 1, $db: 'admin'}");

    @Test
    void readsACommandWithItsDocumentSequences() {
        byte[] insert = Bytes.bson("{insert: 'c', $db: 'd'}");
        Request request = read(Bytes.message(
                0, Bytes.body(insert), Bytes.sequence("documents", Bytes.bson("{_id: 1}"), Bytes.bson("{_id: 2}"))));
        assertThat(request.command()).isEqualTo("insert");
        assertThat(request.form()).isEqualTo(ReplyForm.MESSAGE);
        assertThat(request.answered()).isTrue();
        assertThat(request.document())
                .containsEntry("documents", List.of(new Document("_id", 1), new Document("_id", 2)));
    }

    @Test
    void noticesThatAClientWantsNoAnswer() {
        assertThat(read(Bytes.message(2, Bytes.body(PING))).answered()).isFalse();
    }

    @Test
    void ignoresOptionalFlagsAndRefusesRequiredOnes() {
        assertThat(read(Bytes.message(1 << 16, Bytes.body(PING))).command()).isEqualTo("ping");
        assertThat(refused(Bytes.message(1 << 2, Bytes.body(PING))).error().getMessage())
                .contains("flags");
    }

    @Test
    void readsHelloInTheOldQueryFormAndNothingElse() {
        Request hello = read(OpCode.QUERY, Bytes.query("admin.$cmd", Bytes.bson("{isMaster: 1}")));
        assertThat(hello.isHello()).isTrue();
        assertThat(hello.form()).isEqualTo(ReplyForm.OLD_REPLY);
        assertThat(hello.document()).containsEntry("$db", "admin");
        for (byte[] body : List.of(
                Bytes.query("admin.$cmd", Bytes.bson("{find: 'c'}")),
                Bytes.query("admin.$cmd", Bytes.bson("{}")),
                Bytes.query("d.c", Bytes.bson("{}")))) {
            assertThat(refused(OpCode.QUERY, body).error().getCode()).isEqualTo(352);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2001, 2002, 2003, 2005, 2006, 2007, 2010, 2011, 2012, 9999})
    void refusesEveryOtherOpcodeAndTheConnectionWithIt(int opCode) {
        UnreadableRequestException refusal = refused(opCode, Bytes.message(0, Bytes.body(PING)));
        assertThat(refusal.error().getMessage()).contains("opcode " + opCode);
        assertThat(refusal.connectionUsable()).isFalse();
    }

    @Test
    void refusesDeepNestingWithoutFollowingIt() {
        byte[] deep = Bytes.join(new byte[] {3, 'x', 0}, Bytes.nested(10_000));
        byte[] command = wrap(Bytes.bson("{insert: 'c', $db: 'd'}"), deep);
        UnreadableRequestException refusal = refused(Bytes.message(0, Bytes.body(command)));
        assertThat(refusal.error().getCode()).isEqualTo(WireErrors.INVALID_BSON);
        assertThat(refusal.error().getMessage()).contains("200 levels");
        assertThat(refusal.connectionUsable()).isTrue();
    }

    @Test
    void refusesADocumentLongerThan16Megabytes() {
        byte[] body = Bytes.message(0, Bytes.body(Bytes.join(Bytes.number(17_000_000), new byte[17_000_000 - 4])));
        assertThat(refused(body).error().getCode()).isEqualTo(10334);
    }

    @Test
    void checksTheChecksumThatAClientSends() {
        byte[] body = Bytes.message(1, Bytes.body(PING));
        CRC32C sum = new CRC32C();
        sum.update(Bytes.frame(7, OpCode.MSG, Bytes.join(body, new byte[4])), 0, Frame.HEADER_BYTES + body.length);
        byte[] right = Bytes.join(body, Bytes.number((int) sum.getValue()));
        assertThat(read(right).command()).isEqualTo("ping");
        right[right.length - 1]++;
        assertThat(refused(right).error().getMessage()).contains("checksum");
    }

    @Test
    void refusesMessagesWithoutCommandWithoutDatabaseAndWithTwoBodies() {
        refused(Bytes.message(0));
        refused(Bytes.message(0, Bytes.body(Bytes.bson("{}"))));
        refused(Bytes.message(0, Bytes.body(Bytes.bson("{ping: 1}"))));
        refused(Bytes.message(0, Bytes.body(PING), Bytes.body(PING)));
        refused(Bytes.message(0, Bytes.body(PING), Bytes.sequence("ping", PING)));
        refused(Bytes.message(0, Bytes.body(PING), Bytes.sequence("a", PING), Bytes.sequence("a", PING)));
        refused(Bytes.message(0, Bytes.body(PING), new byte[] {7}));
        refused(new byte[2]);
    }

    @Test
    void answersEveryDamagedMessageWithAnErrorAndNeverWithAnAccident() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] good = Bytes.message(
                0,
                Bytes.body(Bytes.bson("{insert: 'c', a: [1, {b: 'x'}], n: {$numberLong: '5'}, $db: 'd'}")),
                Bytes.sequence("documents", Bytes.bson("{_id: 1, t: true}")));
        for (int round = 0; round < 20_000; round++) {
            byte[] bad = good.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                read(Arrays.copyOf(bad, random.nextInt(bad.length + 1)));
            } catch (UnreadableRequestException e) {
                assertThat(e.error().getMessage()).as("seed %d", seed).isNotBlank();
            }
        }
    }

    private static byte[] wrap(byte[] document, byte[] element) {
        byte[] content = Arrays.copyOfRange(document, 4, document.length - 1);
        return Bytes.join(Bytes.number(4 + content.length + element.length + 1), content, element, new byte[1]);
    }

    private static Request read(byte[] body) {
        return read(OpCode.MSG, body);
    }

    private static Request read(int opCode, byte[] body) {
        return RequestReader.read(new Frame(7, opCode, body, 0), DEPTH);
    }

    private static UnreadableRequestException refused(byte[] body) {
        return refused(OpCode.MSG, body);
    }

    private static UnreadableRequestException refused(int opCode, byte[] body) {
        UnreadableRequestException refusal =
                catchThrowableOfType(UnreadableRequestException.class, () -> read(opCode, body));
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
