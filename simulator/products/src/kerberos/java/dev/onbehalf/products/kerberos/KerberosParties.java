package dev.onbehalf.products.kerberos;

import com.sun.security.jgss.ExtendedGSSCredential;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

/**
 * Users, agents and resources with the JDK's own Kerberos, whose settings are properties of a JVM:
 * so in a JVM of their own, which is asked line by line.
 *
 * <p>{@code call USER RESOURCE AGENT…} has the user call the first agent, which calls the next for
 * her; {@code keep …} is the same with tickets kept as the JDK does it; {@code claim USER RESOURCE
 * AGENT…} has the first agent say whom it acts for. Answers are {@code ok}, the source's name and
 * what the resource got, or {@code refused} and why.
 */
public final class KerberosParties {
  private final String keytab;
  private final Map<String, String> passwords;
  private final Map<String, Subject> subjects = new HashMap<>();
  private boolean keeping;
  private final GSSManager manager = GSSManager.getInstance();
  private final Oid kerberos;

  private KerberosParties(String keytab, Map<String, String> passwords) throws GSSException {
    this.keytab = keytab;
    this.passwords = passwords;
    kerberos = new Oid("1.2.840.113554.1.2.2");
  }

  /** Answers until there are no more lines; the first has the keytab and the users' passwords. */
  public static void main(String[] arguments) throws IOException, GSSException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    List<String> first = List.of(in.readLine().split("\t"));
    Map<String, String> passwords = new HashMap<>();
    for (int i = 1; i < first.size(); i += 2) {
      passwords.put(first.get(i), first.get(i + 1));
    }
    KerberosParties parties = new KerberosParties(first.get(0), passwords);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(parties.answer(List.of(line.split("\t"))).replaceAll("\\R", " "));
    }
  }

  private String answer(List<String> asked) {
    List<String> path = asked.subList(3, asked.size());
    keeping = asked.get(0).equals("keep");
    try {
      byte[] token =
          asked.get(0).equals("claim")
              ? claimed(asked.get(1), path, asked.get(2))
              : called(asked.get(1), path, asked.get(2));
      return "ok\t%s\t%s"
          .formatted(source(token, asked.get(2)), Base64.getEncoder().encodeToString(token));
    } catch (LoginException | PrivilegedActionException e) {
      return "refused\t" + reason(e);
    }
  }

  /** The innermost message, which says what the KDC did. */
  private static String reason(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  private byte[] called(String user, List<String> path, String resource)
      throws LoginException, PrivilegedActionException {
    byte[] token =
        as(user, () -> initiated(own(user, GSSCredential.INITIATE_ONLY), next(path, 0, resource)));
    for (int i = 0; i < path.size(); i++) {
      String agent = path.get(i);
      String next = next(path, i + 1, resource);
      byte[] received = token;
      token = as(agent, () -> initiated(delegated(agent, received), next));
    }
    return token;
  }

  private byte[] claimed(String user, List<String> path, String resource)
      throws LoginException, PrivilegedActionException {
    String agent = path.get(0);
    return as(
        agent,
        () -> {
          GSSCredential own = own(agent, GSSCredential.INITIATE_ONLY);
          return initiated(((ExtendedGSSCredential) own).impersonate(name(user)), resource);
        });
  }

  private static String next(List<String> path, int place, String resource) {
    return place < path.size() ? path.get(place) : resource;
  }

  private String source(byte[] token, String resource)
      throws LoginException, PrivilegedActionException {
    return as(resource, () -> accepted(resource, GSSCredential.ACCEPT_ONLY, token).getSrcName())
        .toString();
  }

  /** What the agent may use in the name of who called it. */
  private GSSCredential delegated(String agent, byte[] token) throws GSSException {
    return accepted(agent, GSSCredential.INITIATE_AND_ACCEPT, token).getDelegCred();
  }

  private GSSContext accepted(String service, int usage, byte[] token) throws GSSException {
    GSSContext context = manager.createContext(own(service, usage));
    context.acceptSecContext(token, 0, token.length);
    return context;
  }

  private byte[] initiated(GSSCredential credential, String service) throws GSSException {
    GSSContext context =
        manager.createContext(name(service), kerberos, credential, GSSContext.DEFAULT_LIFETIME);
    context.requestMutualAuth(false);
    return context.initSecContext(new byte[0], 0, 0);
  }

  private GSSCredential own(String name, int usage) throws GSSException {
    return manager.createCredential(name(name), GSSCredential.DEFAULT_LIFETIME, kerberos, usage);
  }

  private GSSName name(String name) throws GSSException {
    return manager.createName(name, GSSName.NT_USER_NAME);
  }

  private <T> T as(String name, PrivilegedExceptionAction<T> action)
      throws LoginException, PrivilegedActionException {
    Subject subject = subjects.get(name);
    if (subject == null) {
      subject = passwords.containsKey(name) ? user(name) : service(name);
      subjects.put(name, subject);
    }
    return Subject.doAs(keeping ? subject : copy(subject), action);
  }

  /**
   * The subject as it logged in: what an action adds to it, the next one would find, and present a
   * ticket of the same user for the same service whatever evidence it has now.
   */
  private static Subject copy(Subject subject) {
    return new Subject(
        false,
        new HashSet<>(subject.getPrincipals()),
        new HashSet<>(subject.getPublicCredentials()),
        new HashSet<>(subject.getPrivateCredentials()));
  }

  private Subject user(String name) throws LoginException {
    return logIn(name, Map.of("principal", name, "refreshKrb5Config", "true"));
  }

  private Subject service(String name) throws LoginException {
    return logIn(
        name,
        Map.of(
            "principal", name,
            "useKeyTab", "true",
            "keyTab", keytab,
            "storeKey", "true",
            "doNotPrompt", "true",
            "isInitiator", "true"));
  }

  private Subject logIn(String name, Map<String, String> options) throws LoginException {
    LoginContext context =
        new LoginContext(
            name,
            new Subject(false, Set.of(), Set.of(), Set.of()),
            callbacks -> Arrays.stream(callbacks).forEach(callback -> answer(callback, name)),
            new Configuration() {
              @Override
              public AppConfigurationEntry[] getAppConfigurationEntry(String any) {
                return new AppConfigurationEntry[] {
                  new AppConfigurationEntry(
                      "com.sun.security.auth.module.Krb5LoginModule",
                      LoginModuleControlFlag.REQUIRED,
                      options)
                };
              }
            });
    context.login();
    return context.getSubject();
  }

  private void answer(Callback callback, String name) {
    if (callback instanceof PasswordCallback password) {
      password.setPassword(passwords.get(name).toCharArray());
    }
  }
}
