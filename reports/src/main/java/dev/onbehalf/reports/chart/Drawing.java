package dev.onbehalf.reports.chart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.IChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * An inline SVG image: the marks of a chart, and text that stays text, which XChart would turn into
 * outlines.
 */
public final class Drawing {
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String INK = "#17212b";
  private static final String PAPER = "#ffffff";
  private static final String HALO =
      "text { paint-order: stroke; stroke: #ffffff; stroke-width: 4px; stroke-linejoin: round; }"
          + " .blue:not(line), .orange:not(line) { stroke: #ffffff; }";

  private final Document document;
  private final Element root;
  private final Rectangle2D plot;

  private Drawing(Document document, Element root, Rectangle2D plot) {
    this.document = document;
    this.root = root;
    this.plot = plot;
  }

  /** A drawing with the marks of the chart and the label that those hear who don't see it. */
  public static Drawing of(IChart chart, String label) {
    Document painted = paint(chart);
    Document document = newDocument();
    Element root = document.createElementNS(SVG, "svg");
    document.appendChild(root);
    root.setAttribute("class", "chart");
    root.setAttribute("role", "img");
    root.setAttribute("aria-label", label);
    root.setAttribute("viewBox", "0 0 " + chart.getWidth() + " " + chart.getHeight());
    // The stylesheet overrides it; where there is none, the image would fill the page.
    root.setAttribute("width", String.valueOf(chart.getWidth()));
    root.setAttribute("fill", "currentColor");
    root.setAttribute("font-family", "system-ui, sans-serif");
    root.setAttribute("font-size", "13");
    Drawing drawing = new Drawing(document, root, plot(painted));
    PaintedMarks.copy(painted, root);
    return drawing;
  }

  /** Where the marks may stand. */
  public Rectangle2D plot() {
    return plot;
  }

  /** Adds a line of the grid. */
  public void line(double x1, double y1, double x2, double y2) {
    Element line = child("line");
    line.setAttribute("x1", number(x1));
    line.setAttribute("y1", number(y1));
    line.setAttribute("x2", number(x2));
    line.setAttribute("y2", number(y2));
    line.setAttribute("stroke", "currentColor");
    line.setAttribute("stroke-opacity", "0.2");
    // Behind the marks.
    root.insertBefore(line, root.getFirstChild());
  }

  /** Adds a piece of a curve. */
  public void stroke(double x1, double y1, double x2, double y2, boolean standsOut) {
    line(x1, y1, x2, y2);
    Element line = (Element) root.getFirstChild();
    line.setAttribute("stroke", standsOut ? "#d55e00" : "#0072b2");
    line.setAttribute("stroke-opacity", "0.7");
    line.setAttribute("stroke-width", "2");
    line.setAttribute("class", standsOut ? "orange" : "blue");
  }

  /** Adds text; the anchor is {@code start}, {@code middle} or {@code end}. */
  public void text(double x, double y, String anchor, String words) {
    Element text = child("text");
    text.setAttribute("x", number(x));
    text.setAttribute("y", number(y));
    text.setAttribute("text-anchor", anchor);
    text.setTextContent(words);
  }

  /** Adds text that stands out. */
  public void strongText(double x, double y, String anchor, String words) {
    text(x, y, anchor, words);
    ((Element) root.getLastChild()).setAttribute("font-weight", "700");
  }

  /** The image as markup. */
  String markup() {
    return serialized(document);
  }

  /** The image as a document of its own: dark ink on white paper, whatever the theme. */
  String file() {
    Document copy = newDocument();
    Element image = (Element) copy.importNode(root, true);
    copy.appendChild(image);
    image.setAttribute("color", INK);
    image.setAttribute("height", image.getAttribute("viewBox").replaceFirst(".* ", ""));
    Element paper = copy.createElementNS(SVG, "rect");
    paper.setAttribute("width", "100%");
    paper.setAttribute("height", "100%");
    paper.setAttribute("fill", PAPER);
    image.insertBefore(paper, image.getFirstChild());
    Element halo = copy.createElementNS(SVG, "style");
    halo.setTextContent(HALO);
    image.insertBefore(halo, paper);
    return serialized(copy) + "\n";
  }

  private static String serialized(Document document) {
    try {
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter markup = new StringWriter();
      transformer.transform(new DOMSource(document), new StreamResult(markup));
      return markup.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A coordinate with one decimal at most. */
  static String number(double value) {
    String rounded = String.format(Locale.ROOT, "%.1f", value);
    return rounded.endsWith(".0") ? rounded.substring(0, rounded.length() - 2) : rounded;
  }

  private Element child(String name) {
    Element element = document.createElementNS(SVG, name);
    root.appendChild(element);
    return element;
  }

  private static Document paint(IChart chart) {
    try {
      String painted = new String(ChartEncoder.getBytes(chart, "svg"), UTF_8);
      // Without the prolog there is no document type to look up.
      String image = painted.substring(painted.indexOf("<svg"));
      return newFactory()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(image.getBytes(UTF_8)));
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** XChart clips its marks to the plot, so that the clip says where the plot is. */
  private static Rectangle2D plot(Document painted) {
    NodeList clips = painted.getElementsByTagNameNS(SVG, "clipPath");
    Element clip = (Element) clips.item(clips.getLength() - 1);
    Element area = (Element) clip.getElementsByTagNameNS(SVG, "rect").item(0);
    return new Rectangle2D.Double(
        attribute(area, "x"),
        attribute(area, "y"),
        attribute(area, "width"),
        attribute(area, "height"));
  }

  private static double attribute(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }

  private static Document newDocument() {
    try {
      return newFactory().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DocumentBuilderFactory newFactory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory;
  }
}
