package dev.onbehalf.simulation.workload;

/**
 * Calls one after the other, with the credentials that they ask for. Its state is the call that
 * came last; a run makes millions of them.
 */
final class Calls {
  private final Traffic callers;
  private final CallBlocks blocks;
  private final CredentialKeys keys;
  private final CredentialCache cache;
  private final long[] ahead = new long[CallBlock.SIZE];
  private final int[] slots = new int[CallBlock.SIZE];
  private CallBlock block = new CallBlock(0, 0);
  private int call = CallBlock.SIZE - 1;
  private double seconds;

  Calls(Traffic callers, CallBlocks blocks, CredentialKeys keys, CredentialCache cache) {
    this.callers = callers;
    this.blocks = blocks;
    this.keys = keys;
    this.cache = cache;
  }

  /** Lets the next call happen. */
  void next() {
    call++;
    if (call == CallBlock.SIZE) {
      block = blocks.next();
      call = 0;
      lookAhead();
    }
    seconds = block.seconds(call);
  }

  private void lookAhead() {
    for (int i = 0; i < CallBlock.SIZE; i++) {
      ahead[i] = keys.key(block, i);
    }
    cache.places(ahead, slots);
  }

  /** When the call happens, in seconds from the start. */
  double seconds() {
    return seconds;
  }

  int user() {
    return block.user(call);
  }

  /** The agent that presents the credential. */
  int presenter() {
    return callers.presenter(block.path(call));
  }

  /** Where the cache keeps the credential of the call. */
  int slot() {
    return slots[call];
  }

  /** Whether each call has a credential of its own, which isn't kept for any other. */
  boolean haveTheirOwn() {
    return keys.areOfOneCall();
  }

  /** How many calls a second share the credential of the call. */
  double rate() {
    return keys.rate(block, call);
  }
}
