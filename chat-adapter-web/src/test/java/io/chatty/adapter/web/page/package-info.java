@NullMarked
package io.chatty.adapter.web.page;

import org.jspecify.annotations.NullMarked;
