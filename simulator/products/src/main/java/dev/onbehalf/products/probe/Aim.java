package dev.onbehalf.products.probe;

/** For whom a token is asked for. */
enum Aim {
  AUDIENCE,
  OTHER_AUDIENCE,
  OTHER_CLIENT
}
