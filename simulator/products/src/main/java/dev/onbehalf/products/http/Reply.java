package dev.onbehalf.products.http;

import java.util.Locale;
import java.util.Optional;

/** What came back, whatever it is. */
public record Reply(int status, String contentType, Optional<String> location, String body) {
  /** Whether it says that it is JSON. */
  public boolean isJson() {
    return contentType.toLowerCase(Locale.ROOT).contains("json");
  }

  /** What is odd about it for whoever expected JSON, in a few words after "answered". */
  public String oddity() {
    if (status / 100 == 3) {
      return status
          + location.map(to -> ", a redirect to `" + to + "`").orElse(", a redirect")
          + ", which isn't followed";
    }
    return status == 200 ? described() + ", expected application/json" : String.valueOf(status);
  }

  private String described() {
    return contentType.isEmpty() ? "without a content type" : "`" + contentType + "`";
  }
}
