package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.Keywords;
import dev.onbehalf.scenario.yaml.Word;
import java.util.List;

/** Walks over the words of a sentence. */
final class SentenceWords {
  private final List<Word> words;
  private int next;

  /** Starts before the first word of a sentence, which must have one. */
  SentenceWords(List<Word> words) {
    this.words = words;
  }

  boolean atEnd() {
    return next >= words.size();
  }

  /** The next word; at the end once more the last one, so that messages have a place. */
  Word peek() {
    return words.get(Math.min(next, words.size() - 1));
  }

  Word next() {
    Word word = peek();
    next++;
    return word;
  }

  boolean isNext(String word) {
    return !atEnd() && peek().is(word);
  }

  /** Passes the word if it comes next. */
  boolean skip(String word) {
    boolean skipped = isNext(word);
    next += skipped ? 1 : 0;
    return skipped;
  }

  /** Whether a name comes next, declared or not. */
  boolean isNameNext() {
    return !atEnd() && !peek().is(",") && !Keywords.isKeyword(peek().text());
  }
}
