package dev.onbehalf.products.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.products.export.Export;
import dev.onbehalf.products.export.ExportFile;
import dev.onbehalf.products.profile.ProfileAgreement;
import dev.onbehalf.products.springsecurity.SpringExport;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** The classes that are exported for hr-rollout, compiled and loaded. */
final class ExportedClasses {
  private static final Path FOLDER = Path.of("target/exported").toAbsolutePath();
  private static final ClassLoader LOADED = load();

  private ExportedClasses() {}

  @SuppressWarnings("unchecked")
  static OAuth2TokenCustomizer<JwtEncodingContext> claims(OAuth2AuthorizationService issued) {
    return (OAuth2TokenCustomizer<JwtEncodingContext>)
        made("TokenClaims", OAuth2AuthorizationService.class, issued);
  }

  static RegisteredClientRepository clients(Environment environment) {
    return (RegisteredClientRepository) made("RegisteredClients", Environment.class, environment);
  }

  private static Object made(String name, Class<?> type, Object argument) {
    try {
      return LOADED.loadClass(name).getConstructor(type).newInstance(argument);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ClassLoader load() {
    try {
      Files.createDirectories(FOLDER);
      List<String> arguments = new ArrayList<>(List.of("-d", FOLDER.toString(), "-proc:none"));
      Path hr = Path.of("../../scenarios/hr-rollout.yaml");
      for (ExportFile file :
          SpringExport.files(Export.ofEverything(ProfileAgreement.read(hr), hr.toString()))) {
        if (file.name().endsWith(".java")) {
          arguments.add(Files.writeString(FOLDER.resolve(file.name()), file.text()).toString());
        }
      }
      String[] command = arguments.toArray(String[]::new);
      assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, command));
      return new URLClassLoader(
          new URL[] {FOLDER.toUri().toURL()}, ExportedClasses.class.getClassLoader());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
