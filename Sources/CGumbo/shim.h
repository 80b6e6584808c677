#include <gumbo.h>

/// Parses `count` bytes as what stands in a `<body>`. Swift takes the library's options, a global with
/// pointers in it, for shared mutable state.
static inline GumboOutput *cgumbo_parse_fragment(const char *bytes, size_t count) {
  GumboOptions options = kGumboDefaultOptions;
  options.fragment_context = GUMBO_TAG_BODY;
  options.max_errors = 0;
  return gumbo_parse_with_options(&options, bytes, count);
}

/// Gives back what `cgumbo_parse_fragment` returned.
static inline void cgumbo_destroy(GumboOutput *output) {
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}
