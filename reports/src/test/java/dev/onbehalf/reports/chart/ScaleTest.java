package dev.onbehalf.reports.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.reports.chart.Scale.Tick;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values of one magnitude stand linearly, those of many by magnitude, and zero at zero. */
final class ScaleTest {
  @Test
  void counts_haveWholeTicksThatAreLinear() {
    Scale scale = Scale.of("tokens", List.of(0.0, 3.0, 7.0), false);
    assertEquals(List.of("0", "2", "4", "6"), words(scale));
    assertEquals(7, scale.to());
    assertEquals(3, scale.at(3));
    assertEquals("tokens", scale.words());
  }

  @Test
  void wholeAxis_endsAtATick() {
    Scale scale = Scale.of("x", List.of(0.0, 1.7), true);
    assertEquals(2, scale.to(), 1e-9);
    assertEquals("2", words(scale).get(words(scale).size() - 1));
  }

  @Test
  void valuesAThousandfoldApart_areStillLinear_andByMagnitudeBeyond() {
    assertEquals("x", Scale.of("x", List.of(1.0, 1_000.0), false).words());
    assertEquals("x, log scale", Scale.of("x", List.of(1.0, 1_001.0), false).words());
  }

  @Test
  void axisByMagnitude_tellsSmallValuesApartAndBeginsAtZero() {
    Scale scale = Scale.of("x", List.of(0.0, 0.4, 1.6, 1_000.0), false);
    assertEquals(0, scale.at(0));
    assertEquals(List.of("0", "1", "10", "100", "1000"), words(scale));
    assertEquals(scale.at(1_000), scale.to(), 1e-9);
    double between = scale.at(1.6) - scale.at(0.4);
    assertTrue(between > 0.1 * scale.to(), "a tenth of the axis");
  }

  @Test
  void nothingButZero_hasAnAxis() {
    Scale scale = Scale.of("x", List.of(0.0), true);
    assertEquals(List.of("0", "1"), words(scale));
  }

  @Test
  void ticks_areRoundAndFew() {
    assertEquals(1, Scale.step(0, 1));
    assertEquals(1, Scale.step(5, 1));
    assertEquals(2, Scale.step(6, 1));
    assertEquals(2, Scale.step(10, 1));
    assertEquals(5, Scale.step(12, 1));
    assertEquals(10, Scale.step(30, 1));
    assertTrue(
        IntStream.rangeClosed(1, 1000)
            .allMatch(most -> Math.floor(most / Scale.step(most, 1)) <= 5));
  }

  private static List<String> words(Scale scale) {
    return scale.ticks().stream().map(Tick::words).toList();
  }
}
