package dev.onbehalf.reports.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Values of one magnitude stand linearly, those of many by magnitude, and zero at zero. */
final class ScaleTest {
  @Test
  void counts_haveWholeTicksThatAreLinear() {
    Scale scale = Scale.of(List.of(0.0, 3.0, 7.0), false);
    assertEquals(List.of(0.0, 2.0, 4.0, 6.0), scale.ticks());
    assertEquals(7, scale.end());
    assertEquals(3, scale.at(3));
    assertEquals("tokens", scale.words("tokens"));
  }

  @Test
  void wholeAxis_endsAtATick() {
    Scale scale = Scale.of(List.of(0.0, 1.7), true);
    assertEquals(2, scale.end(), 1e-9);
    assertEquals(2, scale.ticks().get(scale.ticks().size() - 1), 1e-9);
  }

  @Test
  void valuesAThousandfoldApart_areStillLinear_andByMagnitudeBeyond() {
    assertEquals("x", Scale.of(List.of(1.0, 1_000.0), false).words("x"));
    assertEquals("x, by magnitude", Scale.of(List.of(1.0, 1_001.0), false).words("x"));
  }

  @Test
  void axisByMagnitude_tellsSmallValuesApartAndBeginsAtZero() {
    Scale scale = Scale.of(List.of(0.0, 0.4, 1.6, 1_000.0), false);
    assertEquals(0, scale.at(0));
    assertEquals(1, scale.ticks().get(1), 1e-9);
    assertEquals(1_000, scale.end(), 1e-6);
    double between = scale.at(1.6) - scale.at(0.4);
    assertTrue(between > 0.1 * scale.at(scale.end()), "a tenth of the axis");
  }

  @Test
  void nothingButZero_hasAnAxis() {
    Scale scale = Scale.of(List.of(0.0), true);
    assertEquals(List.of(0.0, 1.0), scale.ticks());
  }
}
