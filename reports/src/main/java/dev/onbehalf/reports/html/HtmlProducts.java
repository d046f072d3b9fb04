package dev.onbehalf.reports.html;

import java.util.List;
import java.util.Map;

/** The page on products: what strategies enforce where each of them issues the tokens. */
public final class HtmlProducts {
  /** The file name of the page. */
  public static final String FILE_NAME = "products.html";

  private HtmlProducts() {}

  /**
   * The page.
   *
   * @param scenarios how many the figures are sums over
   */
  public static String render(int scenarios, List<Product> products, List<Row> rows) {
    return Templates.render(
        "products.ftlh", Map.of("scenarios", scenarios, "products", products, "rows", rows));
  }

  /**
   * A product.
   *
   * @param known how one knows what it does, and since when
   * @param requests how many a server answered, all of them as its profile says
   * @param claims what is said of it, each with its source
   * @param changes what whoever runs it has to change or mind
   */
  public record Product(
      String name,
      String version,
      String known,
      long requests,
      List<String> claims,
      List<String> changes) {
    public Product {
      claims = List.copyOf(claims);
      changes = List.copyOf(changes);
    }
  }

  /** A strategy, and what it comes to with each product; empty where that has no tokens for it. */
  public record Row(String strategy, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }
}
