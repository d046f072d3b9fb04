/**
 * The embedded token service, its clients and the servers that check what they present; nothing of
 * scenarios.
 */
@NullMarked
package dev.onbehalf.token;

import org.jspecify.annotations.NullMarked;
