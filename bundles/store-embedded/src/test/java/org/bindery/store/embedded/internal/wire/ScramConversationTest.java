package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests {@link ScramConversation} and {@link LoginRefusedException}; the messages are the example of RFC 7677, 3. */
class ScramConversationTest {

    private static final String FIRST = "n,,n=user,r=rOprNGfwEbeRWgbNEkqO";
    private static final String NONCE = "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    private static final String PROOF = "c=biws,r=" + NONCE + ",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";

    private final ScramConversation conversation = new ScramConversation(
            ScramCredential.of("user", "pencil", Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ==")),
            "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0");

    @Test
    void followsTheExampleOfTheStandard() {
        assertThat(conversation.challenge(FIRST)).isEqualTo("r=" + NONCE + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
        assertThat(conversation.verify(PROOF)).isEqualTo("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
    }

    @Test
    void takesAProofOnlyOnce() {
        conversation.challenge(FIRST);
        conversation.verify(PROOF);
        assertThatThrownBy(() -> conversation.verify(PROOF)).isInstanceOf(LoginRefusedException.class);
    }

    @Test
    void takesNoProofBeforeTheChallenge() {
        assertThatThrownBy(() -> conversation.verify(PROOF)).isInstanceOf(LoginRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "n,,",
                "n,,n=other,r=abc",
                "n,,n=user",
                "n,,n=user,r=",
                "n,,n=user,r=a,r=b",
                "n,a=root,n=user,r=abc",
                "p=tls-unique,,n=user,r=abc",
                "n,,nuser,r=abc",
                "n,,m=x,n",
            })
    void refusesFirstMessagesThatAreForeignOrBroken(String first) {
        assertThatThrownBy(() -> conversation.challenge(first)).isInstanceOf(LoginRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c=biws",
                "c=biws,r=" + NONCE + ",p=",
                "c=biws,r=" + NONCE + ",p=%%%",
                "c=biws,r=" + NONCE + ",p=AAAAZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
                "c=biws,r=" + NONCE + "x,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
                "c=eSws,r=" + NONCE + ",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
            })
    void refusesProofsThatAreForeignOrBroken(String proof) {
        conversation.challenge(FIRST);
        assertThatThrownBy(() -> conversation.verify(proof)).isInstanceOf(LoginRefusedException.class);
    }
}
