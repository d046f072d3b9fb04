package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import dev.onbehalf.text.PrintableText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a request body (RFC 6749 appendix B), read without any leniency. */
final class FormParameters {
  // RFC 8693 section 2.1: only these may appear more than once
  private static final List<String> REPEATABLE = List.of("audience", "resource");

  private static final int LONGEST_BODY = 64 * 1024;
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private FormParameters() {}

  /** The parameters that a request brings to an endpoint. */
  static FormParameters of(HTTPRequest request) throws RefusedRequestException {
    return parse(body(request));
  }

  private static String body(HTTPRequest request) throws RefusedRequestException {
    // RFC 6749 section 3.2
    if (request.getMethod() != HTTPRequest.Method.POST) {
      throw new RefusedRequestException(405, "invalid_request", "expected POST");
    }
    requireForm(request);
    String body = Optional.ofNullable(request.getBody()).orElse("");
    if (body.getBytes(StandardCharsets.UTF_8).length > LONGEST_BODY) {
      throw new RefusedRequestException(
          413, "invalid_request", "expected a body of at most %d bytes".formatted(LONGEST_BODY));
    }
    return body;
  }

  // RFC 6749 section 4.4.2, RFC 8693 section 2.1
  private static void requireForm(HTTPRequest request) throws RefusedRequestException {
    boolean isForm =
        Optional.ofNullable(request.getEntityContentType())
            .filter(type -> type.getType().equals(FORM))
            .isPresent();
    if (!isForm) {
      throw RefusedRequestException.invalidRequest("expected content of type " + FORM);
    }
  }

  static FormParameters parse(String body) throws RefusedRequestException {
    FormParameters parameters = new FormParameters();
    for (String pair : body.split("&", -1)) {
      parameters.add(pair);
    }
    return parameters;
  }

  /** Every parameter that has a value, with its values. */
  Map<String, List<String>> values() {
    return Collections.unmodifiableMap(values);
  }

  List<String> all(String name) {
    return List.copyOf(values.getOrDefault(name, List.of()));
  }

  Optional<String> optional(String name) {
    List<String> known = values.get(name);
    return known == null ? Optional.empty() : Optional.of(known.get(0));
  }

  String required(String name) throws RefusedRequestException {
    return optional(name)
        .orElseThrow(() -> RefusedRequestException.invalidRequest("expected `%s`".formatted(name)));
  }

  private void add(String pair) throws RefusedRequestException {
    int equals = pair.indexOf('=');
    String name = decode(equals < 0 ? pair : pair.substring(0, equals));
    String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
    // RFC 6749 section 3.2: without a value is as if omitted
    if (!value.isEmpty()) {
      add(name, value);
    }
  }

  private void add(String name, String value) throws RefusedRequestException {
    List<String> known = values.computeIfAbsent(name, key -> new ArrayList<>());
    // RFC 6749 section 3.2: no parameter more than once
    if (!known.isEmpty() && !REPEATABLE.contains(name)) {
      throw RefusedRequestException.invalidRequest(
          "expected %s once".formatted(PrintableText.quoted(name)));
    }
    known.add(value);
  }

  private static String decode(String text) throws RefusedRequestException {
    if (isPlain(text)) {
      return text;
    }
    try {
      return PrintableText.decodeUtf8(octets(text));
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw RefusedRequestException.invalidRequest("expected form parameters in UTF-8");
    }
  }

  /** Whether every character stands for itself, as in a token. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%' || c == '+' || c > 0x7e) {
        return false;
      }
    }
    return true;
  }

  private static byte[] octets(String text) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        octets.write(octet(text, i + 1));
        i += 2;
      } else {
        octets.write(c == '+' ? ' ' : ascii(c));
      }
    }
    return octets.toByteArray();
  }

  private static int octet(String text, int start) {
    if (start + 2 > text.length()) {
      throw new IllegalArgumentException("expected two digits");
    }
    return 16 * digit(text.charAt(start)) + digit(text.charAt(start + 1));
  }

  private static int digit(char c) {
    int value = Character.digit(ascii(c), 16);
    if (value < 0) {
      throw new IllegalArgumentException("expected a digit");
    }
    return value;
  }

  private static char ascii(char c) {
    if (c > 0x7e) {
      throw new IllegalArgumentException("expected ASCII");
    }
    return c;
  }
}
