package dev.onbehalf.products.spring;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServlet;
import java.io.File;
import java.net.URI;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.modeler.Registry;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

/** A Spring Authorization Server in this process, on a free port of the loopback address. */
final class SpringServer implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger("org.apache");

  private final GenericWebApplicationContext spring = new GenericWebApplicationContext();
  private final Tomcat tomcat = new Tomcat();
  private final Parties parties;
  private final TokenStore store = new TokenStore();

  /**
   * Starts the server.
   *
   * @param checked whether it makes the three checks that it doesn't make by itself
   */
  SpringServer(boolean checked) throws LifecycleException {
    this(new Parties(), checked);
  }

  private SpringServer(Parties parties, boolean checked) throws LifecycleException {
    this(
        parties,
        parties,
        store -> checked ? new CheckedClaims(store, parties) : new ShippedClaims(parties));
  }

  /** Starts a server with these clients, and with these claims in its tokens. */
  SpringServer(
      RegisteredClientRepository clients,
      Function<TokenStore, OAuth2TokenCustomizer<JwtEncodingContext>> claims)
      throws LifecycleException {
    this(new Parties(), clients, claims);
  }

  private SpringServer(
      Parties parties,
      RegisteredClientRepository clients,
      Function<TokenStore, OAuth2TokenCustomizer<JwtEncodingContext>> claims)
      throws LifecycleException {
    this.parties = parties;
    LOG.setLevel(Level.WARNING);
    // two servers would have one name there
    Registry.disableRegistry();
    new AnnotatedBeanDefinitionReader(spring).register(Configured.class);
    spring.registerBean("clients", RegisteredClientRepository.class, () -> clients);
    spring.registerBean("store", OAuth2AuthorizationService.class, () -> store);
    spring.registerBean("claims", OAuth2TokenCustomizer.class, () -> claims.apply(store));
    tomcat.setBaseDir(new File("target/tomcat").getAbsolutePath());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    StandardContext context = (StandardContext) tomcat.addContext("", null);
    // what they look for takes access to internals of the Java runtime
    context.setClearReferencesThreadLocals(false);
    context.setClearReferencesRmiTargets(false);
    Tomcat.addServlet(context, "nothing", new HttpServlet() {});
    context.addServletMappingDecoded("/", "nothing");
    context.addServletContainerInitializer(
        (types, servlets) -> {
          spring.setServletContext(servlets);
          spring.refresh();
          servlets
              .addFilter("security", new DelegatingFilterProxy("springSecurityFilterChain", spring))
              .addMappingForUrlPatterns(null, false, "/*");
        },
        null);
    tomcat.start();
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort());
  }

  Parties parties() {
    return parties;
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
    spring.close();
  }

  /** What an application of one's own configures. */
  @Configuration
  @EnableWebSecurity
  static class Configured {
    @Bean
    SecurityFilterChain endpoints(HttpSecurity http) throws Exception {
      OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
      return http.securityMatcher(server.getEndpointsMatcher())
          .with(server, one -> {})
          .csrf(csrf -> csrf.disable())
          .authorizeHttpRequests(any -> any.anyRequest().authenticated())
          .addFilterAfter(new LoginFilter(), SecurityContextHolderFilter.class)
          .build();
    }

    @Bean
    AuthorizationServerSettings settings() {
      return AuthorizationServerSettings.builder().build();
    }

    @Bean
    JWKSource<SecurityContext> keys() throws JOSEException {
      ECKey key =
          new ECKeyGenerator(Curve.P_256)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.ES256)
              .keyID("spring")
              .generate();
      return new ImmutableJWKSet<>(new JWKSet(key));
    }

    /** Secrets are random numbers, which bcrypt makes no safer, but each request slow. */
    @Bean
    PasswordEncoder secrets() {
      return new PasswordEncoder() {
        @Override
        public String encode(CharSequence secret) {
          return secret.toString();
        }

        @Override
        public boolean matches(CharSequence secret, String stored) {
          return stored.contentEquals(secret);
        }
      };
    }
  }
}
