package dev.onbehalf.token.kerberos;

/** A request that the KDC refused (RFC 4120 section 7.5.9). */
public final class RefusedTicketException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  private RefusedTicketException(String code, String description) {
    super(description);
    this.code = code;
  }

  static RefusedTicketException unknownClient(String name) {
    return new RefusedTicketException("KDC_ERR_C_PRINCIPAL_UNKNOWN", name + " is no principal");
  }

  static RefusedTicketException unknownService(String name) {
    return new RefusedTicketException("KDC_ERR_S_PRINCIPAL_UNKNOWN", name + " is no principal");
  }

  static RefusedTicketException notProved(String description) {
    return new RefusedTicketException("KRB_AP_ERR_BAD_INTEGRITY", description);
  }

  // [MS-SFU] section 3.2.5.2.3
  static RefusedTicketException notAllowed(String description) {
    return new RefusedTicketException("KDC_ERR_BADOPTION", description);
  }

  /** The name of the error in the specification. */
  public String code() {
    return code;
  }
}
