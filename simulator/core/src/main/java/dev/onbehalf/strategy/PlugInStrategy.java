package dev.onbehalf.strategy;

/** A strategy by others: what goes wrong in its run is its own failure, not the simulator's. */
public interface PlugInStrategy extends CredentialStrategy {
  /** The file that it was loaded from, as the user named it. */
  String plugIn();
}
