package dev.onbehalf.cli;

import dev.onbehalf.products.profile.Profile;
import dev.onbehalf.products.profile.Profiles;
import dev.onbehalf.text.Suggestions;
import java.util.ArrayList;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Finds the profile of a name. */
final class ProfileName implements ITypeConverter<Profile> {
  @Override
  public Profile convert(String name) {
    return Profiles.named(name).orElseThrow(() -> new TypeConversionException(unknown(name)));
  }

  private static String unknown(String name) {
    return "no profile `%s`%s; there are %s"
        .formatted(
            name, Suggestions.hint(name, Profiles.names()), String.join(", ", Profiles.names()));
  }

  /** The names of all, by which shells complete a word. */
  static final class All extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    All() {
      super(Profiles.names());
    }
  }
}
