/**
 * Scenarios, their requests and truth, and the reader that turns YAML into them; nothing of tokens.
 */
@NullMarked
package dev.onbehalf.scenario;

import org.jspecify.annotations.NullMarked;
