#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

/// Frees what `cmark_render_html` returned.
static inline void ccmarkgfm_free(char *text) { cmark_get_default_mem_allocator()->free(text); }
