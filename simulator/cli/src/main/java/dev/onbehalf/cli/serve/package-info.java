/** The playground in a browser: the only place for sockets; keeps nothing, on disk or in memory. */
@NullMarked
package dev.onbehalf.cli.serve;

import org.jspecify.annotations.NullMarked;
