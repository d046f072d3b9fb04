package dev.onbehalf.token;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes the parameters of a request body (RFC 6749 appendix B). */
final class FormWriter {
  static final String CONTENT_TYPE = "application/x-www-form-urlencoded; charset=UTF-8";

  private final StringBuilder text = new StringBuilder("grant_type=");

  FormWriter(String grantType) {
    text.append(encode(grantType));
  }

  /** These parameters with one more; an empty one is as good as none (RFC 6749 section 3.2). */
  FormWriter with(String name, String value) {
    if (!value.isEmpty()) {
      text.append('&').append(name).append('=').append(encode(value));
    }
    return this;
  }

  String text() {
    return text.toString();
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
