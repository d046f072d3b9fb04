package dev.onbehalf.token;

import java.util.Optional;
import java.util.function.Function;

/** What somebody asked for, or the refusal. */
public sealed interface Refusable<T> {
  /** What the one or the other leads to. */
  <U> U fold(Function<? super T, ? extends U> granted, Function<Refusal, ? extends U> refused);

  /** Somebody got what was asked for. */
  record Granted<T>(T value) implements Refusable<T> {
    @Override
    public <U> U fold(
        Function<? super T, ? extends U> granted, Function<Refusal, ? extends U> refused) {
      return granted.apply(value);
    }
  }

  /** Somebody got nothing. */
  record Refused<T>(Refusal refusal) implements Refusable<T> {
    @Override
    public <U> U fold(
        Function<? super T, ? extends U> granted, Function<Refusal, ? extends U> refused) {
      return refused.apply(refusal);
    }
  }

  /** Something that isn't refused. */
  static <T> Refusable<T> of(T value) {
    return new Granted<>(value);
  }

  /** A refusal. */
  static <T> Refusable<T> refused(String code, String description) {
    return new Refused<>(new Refusal(code, description));
  }

  /** What is made of it, unless it was refused. */
  default <U> Refusable<U> map(Function<? super T, ? extends U> use) {
    return flatMap(value -> of(use.apply(value)));
  }

  /** What somebody gets who asks for more with it, unless it was refused. */
  default <U> Refusable<U> flatMap(Function<? super T, Refusable<U>> use) {
    return fold(use, Refused::new);
  }

  /** It, or empty when it was refused. */
  default Optional<T> toOptional() {
    return fold(Optional::of, refusal -> Optional.empty());
  }

  /** It, for whom a refusal is a failure. */
  default T orElseThrow(Function<Refusal, ? extends RuntimeException> failure) {
    return fold(
        value -> value,
        refusal -> {
          throw failure.apply(refusal);
        });
  }

  /**
   * It, where nothing can be refused.
   *
   * @throws IllegalStateException when it was refused all the same
   */
  default T orElseThrow() {
    return orElseThrow(refusal -> new IllegalStateException(refusal.toString()));
  }
}
