package dev.onbehalf.cli.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** The text of an answer, of which no more is kept than was agreed on. */
final class BoundedBody implements BodySubscriber<String> {
  private final BodySubscriber<String> body = BodySubscribers.ofString(StandardCharsets.UTF_8);
  private final int most;
  private Subscription subscription = new Unsubscribed();
  private long received;

  BoundedBody(int most) {
    this.most = most;
  }

  /** An answer that goes on beyond the limit. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Unsubscribed implements Subscription {
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }

  @Override
  public CompletionStage<String> getBody() {
    return body.getBody();
  }

  @Override
  public void onSubscribe(Subscription begun) {
    subscription = begun;
    body.onSubscribe(begun);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    received += parts.stream().mapToLong(ByteBuffer::remaining).sum();
    if (received <= most) {
      body.onNext(parts);
    } else {
      subscription.cancel();
      body.onError(new TooLongException());
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.onError(failure);
  }

  @Override
  public void onComplete() {
    body.onComplete();
  }
}
