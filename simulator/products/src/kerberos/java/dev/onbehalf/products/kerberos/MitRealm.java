package dev.onbehalf.products.kerberos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.security.auth.kerberos.KerberosPrincipal;
import javax.security.auth.kerberos.KeyTab;

/**
 * A realm of the test's own: MIT's KDC on a free port of this machine, and OpenLDAP on a socket in
 * the folder, as the KDC's default database knows no lists of delegation targets.
 */
final class MitRealm implements AutoCloseable {
  static final String NAME = "EXAMPLE.ORG";

  private static final String ADMIN = "cn=admin,dc=example";
  private static final String PRINCIPAL = "krbPrincipalName=%s,cn=" + NAME + ",cn=krb,dc=example";
  private static final Path SCHEMA = Path.of("/usr/share/doc/krb5-kdc-ldap/kerberos.schema.gz");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path folder;
  private final String secret = HexFormat.of().formatHex(new SecureRandom().generateSeed(8));
  private final int port;
  private final List<Process> daemons = new ArrayList<>();

  MitRealm(Path folder) throws IOException {
    this.folder = folder;
    port = freePort();
    writeSettings();
    startDirectory();
    run(
        "kdb5_ldap_util",
        "",
        "-D",
        ADMIN,
        "-w",
        secret,
        "-H",
        directory(),
        "create",
        "-subtrees",
        "dc=example",
        "-r",
        NAME,
        "-s",
        "-P",
        secret);
    start("krb5kdc", "-n");
    await(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The settings of clients and KDC. */
  Path settings() {
    return folder.resolve("krb5.conf");
  }

  Path keytab() {
    return folder.resolve("keytab");
  }

  /** A password that tells nobody's else. */
  String password(String user) {
    return user + "-" + secret;
  }

  private String directory() {
    return "ldapi://" + folder.resolve("ldapi").toString().replace("/", "%2F");
  }

  private void writeSettings() throws IOException {
    Files.createDirectory(folder.resolve("db"));
    Files.writeString(settings(), clientSettings(port));
    Files.writeString(
        folder.resolve("kdc.conf"),
        """
        [kdcdefaults]
          kdc_listen = ""
          kdc_tcp_listen = 127.0.0.1:%d
        [realms]
          %s = {
            key_stash_file = %s/master
            supported_enctypes = aes256-cts-hmac-sha1-96:normal
            master_key_type = aes256-cts-hmac-sha1-96
          }
        [logging]
          kdc = FILE:%s/kdc.log
        """
            .formatted(port, NAME, folder, folder));
    Path stash = folder.resolve("stash");
    String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.US_ASCII));
    Files.writeString(stash, ADMIN + "#{HEX}" + hex + "\n");
    Files.setPosixFilePermissions(stash, PosixFilePermissions.fromString("rw-------"));
  }

  /** The settings with a KDC at the port, whether there is one or not. */
  String clientSettings(int at) {
    return """
        [libdefaults]
          default_realm = %1$s
          dns_lookup_kdc = false
          dns_lookup_realm = false
          forwardable = true
          udp_preference_limit = 1
          default_tkt_enctypes = aes256-cts-hmac-sha1-96
          default_tgs_enctypes = aes256-cts-hmac-sha1-96
          permitted_enctypes = aes256-cts-hmac-sha1-96
        [realms]
          %1$s = {
            kdc = 127.0.0.1:%2$d
            database_module = ldap
          }
        [dbmodules]
          ldap = {
            db_library = kldap
            ldap_kerberos_container_dn = "cn=krb,dc=example"
            ldap_kdc_dn = "%3$s"
            ldap_kadmind_dn = "%3$s"
            ldap_service_password_file = %4$s/stash
            ldap_servers = %5$s
          }
        """
        .formatted(NAME, at, ADMIN, folder, directory());
  }

  private void startDirectory() throws IOException {
    try (InputStream schema = new GZIPInputStream(Files.newInputStream(SCHEMA))) {
      Files.copy(schema, folder.resolve("kerberos.schema"));
    }
    Files.writeString(
        folder.resolve("slapd.conf"),
        """
        include /etc/ldap/schema/core.schema
        include %1$s/kerberos.schema
        modulepath /usr/lib/ldap
        moduleload back_mdb
        database mdb
        suffix "dc=example"
        directory %1$s/db
        rootdn "%2$s"
        rootpw %3$s
        dbnosync
        """
            .formatted(folder, ADMIN, secret));
    start("slapd", "-f", folder.resolve("slapd.conf").toString(), "-h", directory(), "-d", "0");
    String root =
        """
        dn: dc=example
        objectClass: dcObject
        objectClass: organization
        o: example
        dc: example
        """;
    await(() -> run("ldapadd", root, "-x", "-H", directory(), "-D", ADMIN, "-w", secret));
  }

  /** Makes principals: of users with passwords, of all others with keys in the keytab. */
  void add(List<String> users, List<String> services) throws IOException {
    StringBuilder asked = new StringBuilder();
    users.forEach(user -> asked.append("addprinc -pw %s %s\n".formatted(password(user), user)));
    services.forEach(service -> asked.append("addprinc -randkey %s\n".formatted(service)));
    services.forEach(
        service -> asked.append("ktadd -norandkey -k %s %s\n".formatted(keytab(), service)));
    run("kadmin.local", asked.toString());
  }

  /** Lets the agent authenticate for delegation: it needs no ticket of the user's. */
  void trustToAuthenticate(String agent) throws IOException {
    run("kadmin.local", "modprinc +ok_to_auth_as_delegate %s\n".formatted(agent));
  }

  /** Lets each agent delegate to these services and to no others. */
  void allow(Map<String, List<String>> targets) throws IOException {
    StringBuilder changes = new StringBuilder();
    targets.forEach(
        (agent, services) -> {
          changes.append("dn: ").append(PRINCIPAL.formatted(agent + "@" + NAME));
          changes.append("\nchangetype: modify\nreplace: krbAllowedToDelegateTo\n");
          services.forEach(
              service ->
                  changes.append("krbAllowedToDelegateTo: %s@%s\n".formatted(service, NAME)));
          changes.append("\n");
        });
    run("ldapmodify", changes.toString(), "-x", "-H", directory(), "-D", ADMIN, "-w", secret);
  }

  /** The key of the service as the keytab holds it. */
  byte[] key(String service) {
    KerberosPrincipal principal = new KerberosPrincipal(service + "@" + NAME);
    return KeyTab.getInstance(principal, keytab().toFile()).getKeys(principal)[0].getEncoded();
  }

  /** How much memory the daemons have together, in MB. */
  long megabytes() throws IOException {
    long pages = 0;
    for (Process daemon : daemons) {
      String memory = Files.readString(Path.of("/proc/" + daemon.pid() + "/statm"));
      pages += Long.parseLong(memory.split(" ", 3)[1]);
    }
    return pages * 4 / 1024;
  }

  Duration processorTime() {
    return daemons.stream()
        .flatMap(daemon -> daemon.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  private void start(String name, String... words) throws IOException {
    daemons.add(
        process(name, words).redirectOutput(folder.resolve(name + ".log").toFile()).start());
  }

  private void run(String name, String input, String... words) throws IOException {
    Path said = Files.createTempFile(folder, name, ".log");
    Process process = process(name, words).redirectOutput(said.toFile()).start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String output = process.onExit().join().exitValue() + " " + Files.readString(said);
    // kadmin.local ends well whatever became of its commands
    if (!output.startsWith("0 ") || output.contains("while ")) {
      throw new IOException(name + ": " + output.strip());
    }
  }

  private ProcessBuilder process(String name, String... words) {
    List<String> command = new ArrayList<>(List.of(program(name)));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("KRB5_CONFIG", settings().toString());
    builder.environment().put("KRB5_KDC_PROFILE", folder.resolve("kdc.conf").toString());
    return builder;
  }

  /** Daemons aren't on everybody's path. */
  private static String program(String name) {
    return List.of("/usr/sbin", "/usr/bin").stream()
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no " + name))
        .toString();
  }

  /** Something that fails for as long as a daemon isn't up. */
  private interface Attempt {
    void make() throws IOException;
  }

  private void await(Attempt attempt) throws IOException {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        attempt.make();
        return;
      } catch (IOException e) {
        if (Instant.now().isAfter(end) || daemons.stream().anyMatch(daemon -> !daemon.isAlive())) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    daemons.forEach(Process::destroy);
    daemons.forEach(daemon -> daemon.onExit().join());
  }
}
