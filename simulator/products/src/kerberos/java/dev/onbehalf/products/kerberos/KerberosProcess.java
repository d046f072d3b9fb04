package dev.onbehalf.products.kerberos;

import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.kerberos.SealedAuthenticator;
import dev.onbehalf.token.kerberos.SealedTicket;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;

/** The JVM of {@link KerberosParties}, and what comes of asking it. */
final class KerberosProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final PrintStream questions;

  KerberosProcess(Path settings, Path keytab, MitRealm realm, List<String> users)
      throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.security.krb5.conf=" + settings,
                "-Dsun.security.krb5.rcache=none",
                "-cp",
                Path.of(
                        KerberosParties.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath())
                    .toString(),
                KerberosParties.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    List<String> first = new ArrayList<>(List.of(keytab.toString()));
    users.forEach(user -> first.addAll(List.of(user, realm.password(user))));
    questions.println(String.join("\t", first));
  }

  /**
   * What a resource was sent.
   *
   * @param source the name of the caller, as a resource learns it that doesn't read the PAC; empty
   *     if the call didn't get as far
   * @param token what a GSS context begins with, in Base64
   * @param refusal why not
   */
  record Sent(String source, String token, String refusal) {
    boolean isRefused() {
      return source.isEmpty();
    }

    /** The ticket and the authenticator of the AP-REQ in it (RFC 4121 section 4.1). */
    Presentation presentation() {
      try {
        ASN1Sequence request =
            ASN1Sequence.getInstance(
                ASN1TaggedObject.getInstance(initialContext()).getExplicitBaseObject());
        SealedTicket ticket = new SealedTicket(base64(field(request, 3)), "", Instant.EPOCH);
        return new Presentation(
            List.of(
                new Part.Ticket(ticket),
                new Part.Authenticator(new SealedAuthenticator(base64(field(request, 4))))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** What stands after the mechanism's name and the two bytes of the message's type. */
    private byte[] initialContext() {
      byte[] bytes = Base64.getDecoder().decode(token);
      int header = bytes[1] >= 0 ? 2 : 2 + (bytes[1] & 0x7F);
      int start = header + 2 + bytes[header + 1] + 2;
      return Arrays.copyOfRange(bytes, start, bytes.length);
    }

    private static ASN1Encodable field(ASN1Sequence request, int number) {
      for (ASN1Encodable field : request) {
        ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(field);
        if (tagged.getTagNo() == number) {
          return tagged.getExplicitBaseObject();
        }
      }
      throw new IllegalStateException("no field " + number);
    }

    private static String base64(ASN1Encodable value) throws IOException {
      ASN1Primitive primitive = value.toASN1Primitive();
      return Base64.getEncoder().encodeToString(primitive.getEncoded("DER"));
    }
  }

  /** The user calls through the agents, each in its turn with the ticket that it was sent. */
  Sent call(String user, List<String> path, String resource) {
    return ask("call", user, path, resource);
  }

  /** The same, by agents that keep the tickets they get with their login, as the JDK does it. */
  Sent callKeeping(String user, List<String> path, String resource) {
    return ask("keep", user, path, resource);
  }

  /** The agent says by itself whom it calls for: S4U2self ([MS-SFU] section 3.2.5.1). */
  Sent claim(String user, String agent, String resource) {
    return ask("claim", user, List.of(agent), resource);
  }

  private Sent ask(String kind, String user, List<String> path, String resource) {
    List<String> words = Stream.concat(Stream.of(kind, user, resource), path.stream()).toList();
    questions.println(String.join("\t", words));
    try {
      String[] answer = answers.readLine().split("\t", 3);
      return answer[0].equals("ok")
          ? new Sent(answer[1].replace("@" + MitRealm.NAME, ""), answer[2], "")
          : new Sent("", "", answer[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    questions.close();
    process.onExit().join();
  }
}
