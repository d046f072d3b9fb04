package dev.onbehalf.reports.chart;

import java.awt.Color;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/**
 * The marks of a painted chart without what a strict content security policy blocks: style
 * attributes become a colour as attribute and a class that follows the theme.
 */
public final class PaintedMarks {
  /** The colour of ordinary marks (Okabe and Ito's blue). */
  public static final Color BLUE = new Color(0x00, 0x72, 0xB2);

  /** The colour of marks that stand out (Okabe and Ito's vermilion). */
  public static final Color ORANGE = new Color(0xD5, 0x5E, 0x00);

  private static final Map<String, Paint> PAINTS =
      Map.of(
          "rgb(0,114,178)", new Paint("#0072b2", "blue"),
          "rgb(213,94,0)", new Paint("#d55e00", "orange"));
  private static final Pattern FILL = Pattern.compile("fill:(rgb\\([0-9,]+\\))");
  private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d+");

  private PaintedMarks() {}

  /** Copies what was painted in one of our colours; the rest is background. */
  static void copy(Document painted, Element target) {
    NodeList elements = painted.getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      FILL.matcher(element.getAttribute("style"))
          .results()
          .findFirst()
          .map(fill -> PAINTS.get(fill.group(1)))
          .ifPresent(paint -> target.appendChild(mark(element, paint, target)));
    }
  }

  private static Element mark(Element painted, Paint paint, Element target) {
    Element mark =
        target.getOwnerDocument().createElementNS(painted.getNamespaceURI(), painted.getTagName());
    NamedNodeMap attributes = painted.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      mark.setAttribute(
          attributes.item(i).getNodeName(), rounded(attributes.item(i).getNodeValue()));
    }
    mark.removeAttribute("style");
    mark.setAttribute("fill", paint.colour());
    mark.setAttribute("class", paint.style());
    return mark;
  }

  private static String rounded(String numbers) {
    return DECIMAL.matcher(numbers).replaceAll(PaintedMarks::rounded);
  }

  private static String rounded(MatchResult number) {
    return Drawing.number(Double.parseDouble(number.group()));
  }

  private record Paint(String colour, String style) {}
}
