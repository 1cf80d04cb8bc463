/** The built site in headless Chromium, as readers meet it. */
@NullMarked
package dafu.browser;

import org.jspecify.annotations.NullMarked;
