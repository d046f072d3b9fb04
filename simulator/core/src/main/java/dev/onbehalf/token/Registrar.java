package dev.onbehalf.token;

/** Where accounts and clients are created; everything registered must be looked after. */
public interface Registrar {
  /** Creates a user's account. */
  void registerUser(String user);

  /** Registers an agent as a confidential client. */
  void registerClient(String client);
}
